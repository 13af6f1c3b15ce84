import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompactModel } from '../../src/model/compact.ts';
import { loadIndex } from '../../src/model/load.ts';

const models = join(import.meta.dirname, '..', '..', 'models');

/** Every generated model as it stands in its file. */
export function compactModels(): readonly CompactModel[] {
  return loadIndex().map(
    ({ id }): CompactModel => JSON.parse(readFileSync(join(models, id, 'model.json'), 'utf8')),
  );
}
