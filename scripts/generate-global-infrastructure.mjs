// Writes models/ssm/global-infrastructure.json, the facts behind AWS's public parameters of Regions and services, from
// the pinned botocore's endpoints.json (Apache-2.0; facts alone): node scripts/generate-global-infrastructure.mjs
// With --check it only compares. Needs no network once the wheel is in the cache.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { botocoreFolder, readBotocore } from './generate-models/botocore.mjs';

const PARTITIONS = ['aws', 'aws-cn', 'aws-us-gov'];
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'models', 'ssm', 'global-infrastructure.json');
const { botocore: version } = JSON.parse(
  readFileSync(join(root, 'scripts', 'generate-models', 'sources.json'), 'utf8'),
);

await readBotocore(version);
const data = botocoreFolder(version);
const text = `${JSON.stringify(factsOf(JSON.parse(endpointsText())))}\n`;
if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (readFileSync(target, 'utf8') !== text) {
  process.stderr.write(`${target} is not what botocore ${version} gives\n`);
  process.exitCode = 1;
}

function endpointsText() {
  const packed = join(data, 'endpoints.json.gz');
  return existsSync(packed)
    ? gunzipSync(readFileSync(packed)).toString()
    : readFileSync(join(data, 'endpoints.json'), 'utf8');
}

/** Regions by name; services with the positions of their Regions, and hosts that are not the usual ones. */
function factsOf({ partitions }) {
  const wanted = partitions.filter(({ partition }) => PARTITIONS.includes(partition));
  const regions = wanted
    .flatMap(({ partition, dnsSuffix, regions: known }) =>
      Object.entries(known).map(([id, { description }]) => [id, description, partition, dnsSuffix]),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const longNames = longNamesByPrefix();
  const services = new Map();
  for (const one of wanted) {
    for (const [service, endpoints] of Object.entries(one.services)) {
      const entry = services.get(service) ?? { regions: [], hosts: {} };
      services.set(service, entry);
      for (const [position, [region, , partition]] of regions.entries()) {
        if (partition !== one.partition) continue;
        const host = hostIn(one, service, endpoints, region);
        if (host === undefined) continue;
        entry.regions.push(position);
        if (host !== `${service}.${region}.${one.dnsSuffix}`) entry.hosts[region] = host;
      }
    }
  }
  const rows = [...services]
    .filter(([, { regions: served }]) => served.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([service, { regions: served, hosts }]) => [
      service,
      longNames.get(service) ?? '',
      served.sort((a, b) => a - b),
      hosts,
    ]);
  return { regions, services: rows };
}

function hostIn(
  partition,
  service,
  { partitionEndpoint, isRegionalized, endpoints, defaults },
  region,
) {
  const name = isRegionalized === false ? partitionEndpoint : region;
  const endpoint = endpoints[name];
  if (endpoint === undefined) return undefined;
  const template = endpoint.hostname ?? defaults?.hostname ?? partition.defaults.hostname;
  return template
    .replace('{service}', service)
    .replace('{region}', region)
    .replace('{dnsSuffix}', partition.dnsSuffix);
}

/** Full names of services by their endpoint prefix. */
function longNamesByPrefix() {
  const names = new Map();
  for (const service of readdirSync(data).sort()) {
    const folder = join(data, service);
    let newest;
    try {
      newest = readdirSync(folder).sort().at(-1);
    } catch {
      continue;
    }
    const file = join(folder, newest ?? '', 'service-2.json.gz');
    if (!existsSync(file)) continue;
    const { metadata } = JSON.parse(gunzipSync(readFileSync(file)));
    if (!names.has(metadata.endpointPrefix)) {
      names.set(metadata.endpointPrefix, metadata.serviceFullName);
    }
  }
  return names;
}
