import { readTable } from '../../../model/load.ts';

/** AWS's Regions and services, as botocore knows them: 80 KB. */
interface Facts {
  /** Name, full name, partition, domain. */
  readonly regions: readonly (readonly [string, string, string, string])[];
  /** Name, full name or nothing, positions of the Regions it is in, hosts by Region where they are not the usual ones. */
  readonly services: readonly (readonly [
    string,
    string,
    readonly number[],
    Readonly<Record<string, string>>,
  ])[];
}

const ROOT = '/aws/service/global-infrastructure';

/** Further public parameters, whose values are other ones in each Region. */
export interface RegionalNames {
  /** Below `/aws/service`. */
  readonly namespace: string;
  readonly names: readonly string[];
}

/** The value of each public parameter, and the names below each of them in order. */
export class GlobalInfrastructure {
  readonly values = new Map<string, string>();
  readonly sorted: readonly string[];
  readonly #children = new Map<string, string[]>();

  constructor({ namespace, names }: RegionalNames) {
    this.#set(`/aws/service/list/${namespace}`, namespace);
    for (const name of names) this.#set(name, '');
    const facts: Facts = JSON.parse(readTable('ssm', 'global-infrastructure'));
    this.#set('/aws/service/list/global-infrastructure', 'global-infrastructure');
    for (const [region, longName, partition, domain] of facts.regions) {
      const path = `${ROOT}/regions/${region}`;
      this.#set(path, region);
      this.#set(`${path}/longName`, longName);
      this.#set(`${path}/partition`, partition);
      this.#set(`${path}/domain`, domain);
    }
    for (const [service, longName, positions, hosts] of facts.services) {
      const path = `${ROOT}/services/${service}`;
      this.#set(path, service);
      if (longName !== '') this.#set(`${path}/longName`, longName);
      for (const position of positions) {
        const [region = '', , , domain = ''] = facts.regions[position] ?? [];
        const host = hosts[region] ?? `${service}.${region}.${domain}`;
        this.#set(`${path}/regions/${region}`, region);
        this.#set(`${path}/regions/${region}/endpoint`, host);
        this.#set(`${ROOT}/regions/${region}/services/${service}`, service);
      }
    }
    this.sorted = [...this.values.keys()].toSorted();
    for (const names of this.#children.values()) names.sort();
  }

  /** Names directly below a level, or all below it, in order. */
  below(level: string, isRecursive: boolean): readonly string[] {
    if (!isRecursive) return this.#children.get(level) ?? [];
    const prefix = `${level}/`;
    const start = this.#firstFrom(prefix);
    let end = start;
    while (this.sorted[end]?.startsWith(prefix) === true) end += 1;
    return this.sorted.slice(start, end);
  }

  #set(name: string, value: string): void {
    this.values.set(name, value);
    const level = name.slice(0, name.lastIndexOf('/'));
    const siblings = this.#children.get(level);
    if (siblings === undefined) this.#children.set(level, [name]);
    else siblings.push(name);
  }

  #firstFrom(prefix: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
