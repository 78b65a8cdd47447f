import { defineConfig } from 'vite';
import { onePage } from './one-page.ts';

export default defineConfig({
  plugins: [onePage()],
  define: { __VITE_PRELOAD__: 'void 0' }, // nothing is loaded apart
  build: {
    outDir: '../src/whoholds/exports/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
