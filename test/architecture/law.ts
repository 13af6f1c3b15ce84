import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** What each layer of `src` may import, beside itself. `*`: anything. */
export const LAW: ReadonlyMap<string, readonly string[]> = new Map([
  ['core', []],
  ['config', ['core']],
  ['model', ['core']],
  ['crypto', ['core']],
  ['policy', ['core']],
  ['observability', ['core']],
  ['outbound', ['core', 'contract']],
  ['edge', ['core', 'contract']],
  ['databases', ['core', 'crypto']],
  ['contract', ['core', 'model', 'policy']],
  ['functions', ['core', 'model', 'contract']],
  ['listing', ['contract']],
  ['firewall', ['core', 'contract', 'models']],
  ['store', ['core', 'crypto', 'contract']],
  ['wire', ['core', 'model']],
  ['authn', ['core', 'crypto']],
  ['followers', ['core', 'contract', 'store']],
  ['gateway', ['core', 'model', 'wire', 'authn', 'policy', 'contract', 'store']],
  ['detection', ['core']],
  ['classification', ['core', 'model']],
  ['vulnerabilities', ['core', 'classification']],
  [
    'services',
    [
      'core',
      'model',
      'crypto',
      'policy',
      'contract',
      'listing',
      'firewall',
      'detection',
      'classification',
      'vulnerabilities',
      'models',
    ],
  ],
]);

const BANNED_NAMES = /(^|[-/])(utils?|helpers?|common|misc|manager|base|impl)([-./]|$)/;
const LINES_MAX = 500;

export interface SourceFile {
  /** Relative to the repository: `src/core/arn.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Breaches of the architecture, one sentence each. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) => [
    ...nameBreaches(file),
    ...importBreaches(file),
    ...textBreaches(file),
  ]);
}

function nameBreaches({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  if (BANNED_NAMES.test(path)) found.push(`${path}: the name says nothing; find the noun`);
  const lines = text.split('\n').length;
  if (lines > LINES_MAX) found.push(`${path}: ${lines} lines, the limit is ${LINES_MAX}`);
  return found;
}

function importBreaches(file: SourceFile): readonly string[] {
  const layer = layerOf(file.path);
  const allowed = layer === undefined ? undefined : LAW.get(layer);
  if (layer === undefined || allowed === undefined) return [];
  const found: string[] = [];
  for (const target of importsOf(file)) {
    const other = target.startsWith('src/') ? layerOf(target) : target.split('/')[0];
    if (other === layer) {
      const breach = serviceBreach(file.path, target);
      if (breach !== undefined) found.push(breach);
    } else if (other === undefined || !allowed.includes(other)) {
      found.push(`${file.path}: ${layer} may not import ${target}`);
    }
  }
  return found;
}

/** Of another service only its `port.ts` may be imported; the registry names them all. */
function serviceBreach(path: string, target: string): string | undefined {
  const own = serviceOf(path);
  const other = serviceOf(target);
  if (own === undefined || other === undefined || own === other) return undefined;
  if (path === 'src/services/registry.ts' || target.endsWith('/port.ts')) return undefined;
  return `${path}: of another service only port.ts may be imported, not ${target}`;
}

function textBreaches({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  const isClock = path === 'src/core/service-clock.ts';
  if (/\bDate\.now\(|new Date\(\)/.test(text) && !isClock) {
    found.push(`${path}: only the injected clock tells the time`);
  }
  if (/\bMath\.random\(/.test(text)) found.push(`${path}: randomness comes from node:crypto`);
  const isEntry = path.startsWith('src/commands/') || path === 'src/main.ts';
  if (/\bprocess\.env\b/.test(text) && !isEntry) {
    found.push(`${path}: the environment is read by commands alone`);
  }
  if (/^export \* from/m.test(text)) found.push(`${path}: barrels hide where things come from`);
  return found;
}

/** Relative imports, resolved to repository paths. */
function importsOf({ path, text }: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    found.push(relative('/', resolve('/', dirname(path), match[1] ?? '')));
  }
  return found;
}

function layerOf(path: string): string | undefined {
  const [root, layer, ...rest] = path.split('/');
  return root === 'src' && rest.length > 0 ? layer : undefined;
}

function serviceOf(path: string): string | undefined {
  const [root, layer, service, ...rest] = path.split('/');
  const inService = root === 'src' && layer === 'services' && rest.length > 0;
  return inService ? service : path.startsWith('src/services/') ? '' : undefined;
}

/** Every TypeScript file below a folder of the repository. */
export function sourcesBelow(root: string, folder: string): readonly SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}
