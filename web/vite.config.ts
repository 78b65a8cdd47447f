import { defineConfig } from 'vite';
import { onePage } from './one-page.ts';

export default defineConfig({
  plugins: [onePage()],
  build: {
    outDir: '../src/whoholds/exports/page',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
});
