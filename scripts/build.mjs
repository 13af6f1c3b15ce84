// Bundles the product into dist/: the command line and each worker are one file apiece.
import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipOf } from './zip.mjs';

const entries = {
  holdfast: 'src/launch.ts',
  'store-writer': 'src/store/sqlite/writer-worker.ts',
  'key-worker': 'src/crypto/work/worker.ts',
  'hsm-worker': 'src/crypto/hsm/worker.ts',
  'classification-worker': 'src/classification/work/worker.ts',
};

rmSync('dist', { recursive: true, force: true });
const started = performance.now();
const shared = {
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  // Half of the bytes that a start reads and parses; names stay, for what stacks say.
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
};
// Packages that every start loads are part of the bundle: finding and reading their files is a fifth of the start.
const BUNDLED = new Set(['pino', 're2js', 'saxes', 'yaml']);
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const external = Object.keys(dependencies).filter((name) => !BUNDLED.has(name));
// A module that imports one of Node's own makes all that it exports, so a start and its threads are CommonJS.
mkdirSync('dist');
writeFileSync('dist/package.json', '{ "type": "commonjs" }\n');
const commonJs = { ...shared, format: 'cjs' };
await build({ ...commonJs, entryPoints: entries, external });
// The program itself is one function, which src/launch.ts calls.
await build({
  ...commonJs,
  entryPoints: { program: 'src/main.ts' },
  outExtension: { '.js': '.cjs' },
  external,
  define: { 'import.meta.url': 'programUrl' },
  banner: { js: '(function(require,lazily,programUrl){' },
  footer: { js: '})' },
});
// Code that V8 kept forgets how to `import()`, so packages read on first use come through an argument. Its name is as long: the source map stays right.
const written = readFileSync('dist/program.cjs', 'utf8');
writeFileSync('dist/program.cjs', written.replace(/\bimport\((?="[@\w./-]+"\))/gu, 'lazily('));
await keepCode();
const modules = { ...shared, format: 'esm', outExtension: { '.js': '.mjs' } };
// Each lab is a chunk of its own, loaded when it runs: its AWS clients are not part of a runtime install.
await build({
  ...modules,
  packages: 'external',
  entryPoints: { labs: 'labs/main.ts' },
  splitting: true,
  chunkNames: 'labs/[name]-[hash]',
});
// What loads the handlers of functions runs in their processes, as it is.
cpSync('src/functions/runtimes', 'dist/runtimes', { recursive: true });
// Functions that run in Lambda: one archive of one file apiece, with its database's driver. A runtime install has that of PostgreSQL alone.
const rotationFunctions = ['postgres'];
if (existsSync('node_modules/mysql2')) rotationFunctions.push('mysql');
await build({
  ...modules,
  outdir: 'dist/rotation-functions',
  sourcemap: false,
  entryPoints: rotationFunctions.map((name) => `rotation-functions/${name}.ts`),
  external: ['pg-native'],
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
});
for (const name of rotationFunctions) {
  const file = `dist/rotation-functions/${name}`;
  writeFileSync(`${file}.zip`, zipOf(`${name}.mjs`, readFileSync(`${file}.mjs`)));
  rmSync(`${file}.mjs`);
}
console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);

/** One start, so that the code of all that it runs through is kept beside the program. */
async function keepCode() {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-build-'));
  const up = ['--keep-code', 'up', '--port', '0', '--data', join(folder, 'data')];
  // V8 takes code over under the same flags alone.
  const flags = readFileSync('scripts/node-flags', 'utf8').trim().split(' ');
  const server = spawn(process.execPath, [...flags, 'dist/holdfast.js', ...up], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  let printed = '';
  server.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
    if (/^ready/mu.test(printed)) server.kill('SIGTERM');
  });
  const [code] = await ended;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(`the built program did not start: exit code ${code}\n${printed}`);
}
