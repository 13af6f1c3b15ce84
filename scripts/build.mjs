// Bundles the product into dist/: the command line and each worker are one file apiece.
import { build } from 'esbuild';
import { rmSync } from 'node:fs';

const entries = {
  holdfast: 'src/main.ts',
  'store-writer': 'src/store/sqlite/writer-worker.ts',
};

rmSync('dist', { recursive: true, force: true });
const started = performance.now();
const shared = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  packages: 'external',
  logLevel: 'warning',
};
await build({ ...shared, entryPoints: entries });
// Each lab is a chunk of its own, loaded when it runs: its AWS clients are not part of a runtime install.
await build({
  ...shared,
  entryPoints: { labs: 'labs/main.ts' },
  splitting: true,
  chunkNames: 'labs/[name]-[hash]',
});
console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
