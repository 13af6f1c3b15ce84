import { createHash } from 'node:crypto';
import type { Advisory, Affected } from './advisory.ts';
import { type Ecosystem, rulesOf } from './ecosystems.ts';
import { verdictOn } from './matching.ts';

/** A package as it was found. */
export interface FoundPackage {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
}

export interface Match {
  readonly advisory: Advisory;
  readonly fixedIn?: string;
}

const ADVISORIES_MAX = 2_000_000;

interface Entry {
  readonly advisory: Advisory;
  readonly affected: Affected;
}

/** The advisories that were loaded. It is read at the start and never changes. */
export class VulnerabilityDatabase {
  /** Tells databases apart: 43 characters. */
  readonly digest: string;
  readonly size: number;
  readonly #byPackage = new Map<string, Entry[]>();
  readonly #byId = new Map<string, Advisory[]>();

  /** Errors: RangeError for more than two million advisories. */
  constructor(advisories: readonly Advisory[]) {
    if (advisories.length > ADVISORIES_MAX) {
      throw new RangeError(`it has more than ${ADVISORIES_MAX} advisories`);
    }
    this.size = advisories.length;
    const hash = createHash('sha256');
    for (const advisory of advisories) {
      hash.update(`${JSON.stringify(advisory)}\n`);
      for (const affected of advisory.affected) {
        append(this.#byPackage, keyOf(affected.ecosystem, affected.name), { advisory, affected });
      }
      for (const id of new Set([advisory.id, ...advisory.aliases])) {
        append(this.#byId, id, advisory);
      }
    }
    this.digest = hash.digest('base64url');
  }

  /** What is known of a package's version. An advisory comes up once. */
  matches({ ecosystem, name, version }: FoundPackage): readonly Match[] {
    const entries = this.#byPackage.get(keyOf(ecosystem, rulesOf(ecosystem).nameOf(name))) ?? [];
    const matches = new Map<string, Match>();
    for (const { advisory, affected } of entries) {
      const verdict = verdictOn(affected, version);
      if (verdict === undefined) continue;
      const known = matches.get(advisory.id);
      if (known === undefined || known.fixedIn === undefined) {
        matches.set(advisory.id, { advisory, ...verdict });
      }
    }
    return [...matches.values()];
  }

  /** Advisories of an id, or that name it as another name of theirs. */
  named(id: string): readonly Advisory[] {
    return this.#byId.get(id) ?? [];
  }
}

function append<T>(map: Map<string, T[]>, key: string, entry: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}

function keyOf(ecosystem: Ecosystem, name: string): string {
  return `${ecosystem}/${name}`;
}
