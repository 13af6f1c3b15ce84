import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

export interface NamedVersion {
  readonly name: string;
  readonly version: string;
}

const DEPTH_MAX = 64;

function objectIn(text: string): JsonObject | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What a `package.json` below `node_modules` is. */
export function installedPackage(text: string): readonly NamedVersion[] {
  const manifest = objectIn(text);
  const [name, version] = [manifest?.['name'], manifest?.['version']];
  return typeof name === 'string' && typeof version === 'string' ? [{ name, version }] : [];
}

/** What a `package-lock.json` installs, without what only development needs. */
export function lockedPackages(text: string): readonly NamedVersion[] {
  const lock = objectIn(text);
  const packages = lock?.['packages'];
  if (isJsonObject(packages)) return Object.entries(packages).flatMap(ofPath);
  return dependenciesOf(lock?.['dependencies'], DEPTH_MAX);
}

/** Versions 2 and 3: by the path below the project, which is the empty one itself. */
function ofPath([path, entry]: [string, JsonValue | undefined]): readonly NamedVersion[] {
  if (path === '' || !isJsonObject(entry)) return [];
  const { version, dev, link, name } = entry;
  const [, last] = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(path) ?? [];
  const found = typeof name === 'string' ? name : last;
  if (found === undefined || typeof version !== 'string' || dev === true || link === true)
    return [];
  return [{ name: found, version }];
}

/** Version 1: by the name, each with those of its own. */
function dependenciesOf(value: JsonValue | undefined, depth: number): readonly NamedVersion[] {
  if (!isJsonObject(value) || depth === 0) return [];
  return Object.entries(value).flatMap(([name, entry]) => {
    if (!isJsonObject(entry) || entry['dev'] === true) return [];
    const version = entry['version'];
    const own = typeof version === 'string' ? [{ name, version }] : [];
    return [...own, ...dependenciesOf(entry['dependencies'], depth - 1)];
  });
}
