import type { Blobs } from '../../contract/blobs.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { CodeFacts, FunctionInventory } from '../inspector2/port.ts';
import { functionArn, LATEST } from './function-names.ts';
import { type FunctionDocument, functions } from './state.ts';

/** Functions, as those know them who look into their code. */
export function createFunctionInventory(blobs: Blobs): FunctionInventory {
  return {
    namesIn: async (unit, scope) => {
      const all = await everyOf(unit.view(scope), functions);
      return all.map(({ name }) => name);
    },
    functionNamed: async (unit, scope, name) => {
      const document = await unit.view(scope).get(functions, name);
      return document && factsOf(blobs, document);
    },
  };
}

function factsOf(blobs: Blobs, { name, scope, latest, tags }: FunctionDocument): CodeFacts {
  const { code, layers } = latest;
  return {
    name,
    arn: functionArn(scope, name),
    version: LATEST,
    runtime: latest.runtime,
    codeSha256: code.sha256,
    role: latest.role,
    modified: latest.modified,
    architecture: latest.architecture,
    tags,
    layers: layers.map(({ arn }) => arn),
    archives: [
      { open: () => blobs.read(scope, code.blob) },
      ...layers.map(({ arn, archive, scope: place }) => ({
        layer: arn,
        open: () => blobs.read(place, archive.blob),
      })),
    ],
  };
}
