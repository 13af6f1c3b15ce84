// Writes models/<service>/{model.json,types.ts} and models/index.json from the pinned sources.
//   npm run generate-models              rewrite
//   npm run generate-models -- --check   regenerate in memory and compare; fetches nothing
//                                        exit 1: a difference; 2: a pinned source is not installed
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { botocoreFolder, readBotocore } from './botocore.mjs';
import { compactModel } from './compact.mjs';
import { overlayPackage } from './overlay.mjs';
import { addQueryDialect } from './query-dialect.mjs';
import { resourceTypes } from './resource-types.mjs';
import { typeScript } from './typescript.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const pins = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'));
const check = process.argv.includes('--check');

const missing = check ? missingSources() : [];
if (missing.length > 0) {
  console.error(`not installed: ${missing.join(', ')}; npm run generate-models fetches botocore`);
  process.exit(2);
}

/** Pinned sources that are not on this machine. */
function missingSources() {
  const packages = Object.values(pins.services).flatMap((source) => source.package ?? []);
  const absent = packages.filter((name) => !existsSync(join(root, 'node_modules', name)));
  return existsSync(botocoreFolder(pins.botocore))
    ? absent
    : [`botocore ${pins.botocore}`, ...absent];
}

let differing = 0;
function emit(path, text) {
  const file = join(root, path);
  if (check) {
    const same = existsSync(file) && readFileSync(file, 'utf8') === text;
    if (!same) {
      differing += 1;
      console.error(`differs: ${path}`);
    }
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

const botocore = await readBotocore(pins.botocore);
const index = [];
const names = [];
for (const [id, source] of Object.entries(pins.services)) {
  const raw = botocore(source.botocore ?? id);
  if (source.package !== undefined) await overlayPackage(raw, source, root);
  addQueryDialect(id, raw);
  const model = compactModel(id, raw);
  emit(`models/${id}/model.json`, `${JSON.stringify(model)}\n`);
  emit(`models/${id}/types.ts`, typeScript(model));
  const { shapes: _shapes, operations, ...head } = model;
  names.push(`${JSON.stringify(id)}:${JSON.stringify(Object.keys(operations))}`);
  index.push({ ...head, operations: Object.keys(operations).length });
  console.log(`${id.padEnd(28)}${String(Object.keys(operations).length).padStart(5)} operations`);
}
emit('models/index.json', `${JSON.stringify(index, null, 1)}\n`);
emit('models/cloudformation/resource-types.json', resourceTypes(pins.resourceTypes));
emit('models/operations.json', `{${names.join(',\n')}}\n`);
for (const id of readdirSync(join(root, 'models'))) {
  if (id.endsWith('.json') || pins.services[id] !== undefined) continue;
  differing += 1;
  console.error(`has no source: models/${id}`);
}
if (differing > 0) {
  console.error(`${differing} files differ; run npm run generate-models`);
  process.exitCode = 1;
}
