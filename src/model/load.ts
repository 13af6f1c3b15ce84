import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompactHead, CompactModel, CompactOperation, CompactPage } from './compact.ts';
import { ShapeTable } from './shape-table.ts';
import type { OperationModel, Pagination, ServiceModel, StructureShape } from './types.ts';

export type ServiceIndexEntry = Omit<CompactHead, 'global' | 'queryCompatible'> & {
  readonly global: boolean;
  readonly queryCompatible: boolean;
  /** How many operations the model has. */
  readonly operations: number;
};

const loaded = new Map<string, ServiceModel>();
let folder: string | undefined;

/** Where the models stand: `models/` beside the package's manifest, found from this file upward. */
function modelsFolder(): string {
  if (folder !== undefined) return folder;
  let at = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(at, 'models', 'index.json'))) {
    const up = dirname(at);
    if (up === at) throw new Error('models/index.json is missing from the installation');
    at = up;
  }
  folder = join(at, 'models');
  return folder;
}

/** Every service that has a model, without reading the models. */
export function loadIndex(): readonly ServiceIndexEntry[] {
  const entries: readonly (CompactHead & { readonly operations: number })[] = JSON.parse(
    readFileSync(join(modelsFolder(), 'index.json'), 'utf8'),
  );
  return entries.map((entry) => ({
    ...entry,
    global: entry.global === 1,
    queryCompatible: entry.queryCompatible === 1,
  }));
}

/** The names of every service's operations, by its id, without reading the models. */
export function loadOperationNames(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(join(modelsFolder(), 'operations.json'), 'utf8'));
}

/** The JSON text of a table of facts that stands beside a service's model. */
export function readTable(id: string, name: string): string {
  return readFileSync(join(modelsFolder(), id, `${name}.json`), 'utf8');
}

/** The model of a service, read on first use and kept. Errors: the id has no model. */
export function loadModel(id: string): ServiceModel {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const path = join(modelsFolder(), id, 'model.json');
  if (!/^[a-z0-9-]+$/.test(id) || !existsSync(path)) throw new Error(`no model for service ${id}`);
  const compact: CompactModel = JSON.parse(readFileSync(path, 'utf8'));
  const model = linked(compact);
  loaded.set(id, model);
  return model;
}

function linked(compact: CompactModel): ServiceModel {
  const shapes = new ShapeTable(compact.shapes);
  const operations = new Map<string, OperationModel>();
  for (const [name, operation] of Object.entries(compact.operations)) {
    operations.set(name, operationOf(name, operation, shapes));
  }
  const errors = new Map<string, StructureShape>();
  for (const [name, shape] of Object.entries(compact.shapes)) {
    if (shape.err !== undefined) errors.set(name, shapes.structure(name));
  }
  return Object.freeze({
    id: compact.id,
    sdkId: compact.sdkId,
    apiVersion: compact.apiVersion,
    protocols: compact.protocols,
    signingName: compact.signingName,
    endpointPrefix: compact.endpointPrefix,
    global: compact.global === 1,
    queryCompatible: compact.queryCompatible === 1,
    operations,
    errors,
    ...(compact.targetPrefix === undefined ? {} : { targetPrefix: compact.targetPrefix }),
    ...(compact.xmlNamespace === undefined ? {} : { xmlNamespace: compact.xmlNamespace }),
  });
}

/** Shapes are linked when first asked for: most operations of most services never are. */
function operationOf(name: string, compact: CompactOperation, shapes: ShapeTable): OperationModel {
  const [method, uri, status] = compact.http;
  return {
    name,
    get input() {
      return shapes.inputOf(compact);
    },
    get output() {
      return shapes.outputOf(compact);
    },
    get errors() {
      return (compact.errors ?? []).map((error) => shapes.structure(error));
    },
    http: { method, uri, status },
    auth: compact.anon === 1 ? 'none' : 'sigv4',
    unsignedPayload: compact.unsigned === 1,
    idempotent: compact.idem === 1,
    ...(compact.host === undefined ? {} : { hostPrefix: compact.host }),
    ...(compact.wrap === undefined ? {} : { resultWrapper: compact.wrap }),
    ...(compact.page === undefined ? {} : { pagination: pageOf(compact.page) }),
  };
}

function pageOf(page: CompactPage): Pagination {
  return {
    inputToken: page.in,
    outputToken: page.out,
    ...(page.limit === undefined ? {} : { limit: page.limit }),
    ...(page.items === undefined ? {} : { items: page.items }),
  };
}
