// Writes models/<service>/{model.json,types.ts} and models/index.json from the pinned sources.
//   npm run generate-models              rewrite
//   npm run generate-models -- --check   compare only; exit 1 on a difference
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBotocore } from './botocore.mjs';
import { compactModel } from './compact.mjs';
import { overlayPackage } from './overlay.mjs';
import { typeScript } from './typescript.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const pins = JSON.parse(readFileSync(join(here, 'sources.json'), 'utf8'));
const check = process.argv.includes('--check');

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
for (const [id, source] of Object.entries(pins.services)) {
  const raw = botocore(source.botocore ?? id);
  if (source.package !== undefined) await overlayPackage(raw, source.package, root);
  const model = compactModel(id, raw);
  emit(`models/${id}/model.json`, `${JSON.stringify(model)}\n`);
  emit(`models/${id}/types.ts`, typeScript(model));
  const { shapes: _shapes, operations, ...head } = model;
  index.push({ ...head, operations: Object.keys(operations).length });
  console.log(`${id.padEnd(28)}${String(Object.keys(operations).length).padStart(5)} operations`);
}
emit('models/index.json', `${JSON.stringify(index, null, 1)}\n`);
if (differing > 0) {
  console.error(`${differing} files differ; run npm run generate-models`);
  process.exitCode = 1;
}
