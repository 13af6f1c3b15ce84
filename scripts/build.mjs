// Bundles the product into dist/: the command line and each worker are one file apiece.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';

const entries = {
  holdfast: 'src/main.ts',
  'store-writer': 'src/store/sqlite/writer-worker.ts',
};

rmSync('dist', { recursive: true, force: true });
const started = performance.now();
await build({
  entryPoints: entries,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  packages: 'external',
  logLevel: 'warning',
});
console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
