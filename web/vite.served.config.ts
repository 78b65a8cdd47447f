// The page that `whoholds serve` gives: files beside each other, nothing inline, for a strict policy.
import { defineConfig } from 'vite';
import { mapModules } from './map-modules.ts';

export default defineConfig({
  root: 'served',
  base: './',
  plugins: [mapModules()],
  oxc: { typescript: { removeClassFieldsWithoutInitializer: true }, assumptions: { setPublicClassFields: true } }, // as MapLibre is written for
  build: {
    outDir: '../../src/whoholds/server/static',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    reportCompressedSize: false,
  },
  worker: { format: 'es' },
});
