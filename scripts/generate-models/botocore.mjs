// Reads botocore's API models from the pinned wheel, fetched once into a cache folder.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Where the service models of a fetched version stand. */
export function botocoreFolder(version) {
  return join(cacheFolder(version), 'botocore', 'data');
}

function cacheFolder(version) {
  return join(homedir(), '.cache', 'holdfast-models', `botocore-${version}`);
}

/** Returns a function from botocore's service folder to its newest model, with paginators merged in. */
export async function readBotocore(version) {
  const cache = cacheFolder(version);
  const data = botocoreFolder(version);
  if (!existsSync(data)) {
    mkdirSync(cache, { recursive: true });
    console.log(`fetching botocore ${version} …`);
    const python = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', cache];
    execFileSync('python3', [...python, `botocore==${version}`], { stdio: 'inherit' });
  }
  return (service) => {
    const folder = join(data, service);
    const newest = readdirSync(folder).sort().at(-1);
    const read = (name) => JSON.parse(gunzipSync(readFileSync(join(folder, newest, name))));
    const model = read('service-2.json.gz');
    const paginators = join(folder, newest, 'paginators-1.json');
    model.pagination = existsSync(paginators)
      ? JSON.parse(readFileSync(paginators, 'utf8')).pagination
      : {};
    return model;
  };
}
