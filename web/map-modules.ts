// Takes MapLibre from its own modules, for the served page: its code and that of its worker have more than half in
// common, which then stands in a file of its own that both load. (Its ready-made files hold it twice.)
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const MODULES = join(dirname(createRequire(import.meta.url).resolve('maplibre-gl/package.json')), 'src');

export function mapModules(): Plugin {
  let worker = '';
  return {
    name: 'map-modules',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      worker = this.emitFile({ type: 'chunk', id: join(MODULES, 'source/worker.ts'), name: 'map-worker' });
    },
    resolveId(id) {
      if (id === 'maplibre-gl') return join(MODULES, 'index.ts');
      return id === 'map-worker' ? '\0map-worker' : null;
    },
    load(id) {
      return id === '\0map-worker' ? `export default import.meta.ROLLUP_FILE_URL_${worker};` : null;
    },
  };
}
