import { createHash } from 'node:crypto';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { ApiCall } from '../../detection/api-call.ts';
import { learnAccount, learnActor, learnBucket } from '../../detection/memory/learning.ts';
import {
  type AccountMemory,
  type ActorMemory,
  type BucketMemory,
  newAccount,
  newActor,
  newBucket,
} from '../../detection/memory/memories.ts';
import type { ThreatLists } from '../../detection/threats/threat-lists.ts';
import type { Hosts, Places, World } from '../../detection/world.ts';
import { affiliates } from './accounts.ts';
import { orderForgetting } from './forgetting.ts';
import type { InstanceHosts, TrailBuckets } from './port.ts';
import {
  accountMemories,
  actorMemories,
  bucketMemories,
  type DetectorDocument,
  ONLY,
} from './state.ts';
import type { ThreatSource } from './threat-source.ts';

export interface WatchParts {
  readonly trails: TrailBuckets;
  readonly instances: InstanceHosts;
  readonly places: Places;
}

const INSTANCE_SESSION = /^i-[0-9a-f]+$/;
const NOBODYS: Hosts = { ownerOf: () => undefined, isAffiliated: () => false };

/** What is known while a batch of records of one account and Region is looked at. Memories are written at its end. */
export class Watch {
  readonly detector: DetectorDocument;
  readonly #unit: Unit;
  readonly #view: View;
  readonly #parts: WatchParts;
  readonly #threats: ThreatSource;
  readonly #actors = new Map<string, ActorMemory>();
  readonly #buckets = new Map<string, BucketMemory>();
  #account: AccountMemory | undefined;
  #lists: ThreatLists | undefined;
  #trailBuckets: ReadonlySet<string> | undefined;
  #hosts: Hosts | undefined;

  constructor(unit: Unit, detector: DetectorDocument, parts: WatchParts, threats: ThreatSource) {
    this.#unit = unit;
    this.detector = detector;
    this.#view = unit.view(detector);
    this.#parts = parts;
    this.#threats = threats;
  }

  async worldOf(call: ApiCall): Promise<World> {
    this.#lists ??= await this.#threats.listsFor(this.#unit, this.detector);
    this.#trailBuckets ??= await this.#parts.trails.bucketsOf(this.#unit, this.detector.account);
    return {
      threats: this.#lists,
      places: this.#parts.places,
      hosts: await this.#hostsFor(call),
      trailBuckets: this.#trailBuckets,
      actor: await this.actor(call),
      account: await this.#accountMemory(),
      bucket: await this.#bucketOf(call),
    };
  }

  async actor({ actor }: ApiCall): Promise<ActorMemory> {
    const id = actor.principalId;
    const held =
      this.#actors.get(id) ?? copied(await this.#view.get(actorMemories, idOf(id))) ?? newActor();
    this.#actors.set(id, held);
    return held;
  }

  remember({ actor }: ApiCall, memory: ActorMemory): void {
    this.#actors.set(actor.principalId, memory);
  }

  async learn(call: ApiCall): Promise<void> {
    const { places } = this.#parts;
    this.remember(call, learnActor(await this.actor(call), call, places));
    this.#account = learnAccount(await this.#accountMemory(), call, places);
    const bucket = await this.#bucketOf(call);
    if (bucket !== undefined && call.bucket !== undefined) {
      this.#buckets.set(call.bucket.name, learnBucket(bucket, call, places));
    }
  }

  /** Writes what was learned, up to now. */
  flush(now: Instant): void {
    orderForgetting(this.#unit, this.detector, now);
    for (const [id, memory] of this.#actors) this.#view.put(actorMemories, idOf(id), memory);
    for (const [name, memory] of this.#buckets) this.#view.put(bucketMemories, name, memory);
    if (this.#account !== undefined) this.#view.put(accountMemories, ONLY, this.#account);
  }

  async #accountMemory(): Promise<AccountMemory> {
    this.#account ??= copied(await this.#view.get(accountMemories, ONLY)) ?? newAccount();
    return this.#account;
  }

  async #bucketOf({ bucket }: ApiCall): Promise<BucketMemory | undefined> {
    if (bucket === undefined) return undefined;
    const { name } = bucket;
    const held =
      this.#buckets.get(name) ?? copied(await this.#view.get(bucketMemories, name)) ?? newBucket();
    this.#buckets.set(name, held);
    return held;
  }

  /** Addresses are looked up only for credentials of instances. */
  async #hostsFor({ actor }: ApiCall): Promise<Hosts> {
    if (!INSTANCE_SESSION.test(actor.sessionName ?? '')) return NOBODYS;
    this.#hosts ??= await hostsOf(this.#unit, this.detector, this.#parts.instances);
    return this.#hosts;
  }
}

async function hostsOf(
  unit: Unit,
  { account, region }: Scope,
  instances: InstanceHosts,
): Promise<Hosts> {
  const near = await affiliates(unit, { account, region });
  const owners = new Map<string, string>();
  for (const owner of new Set([...near, account])) {
    for (const ip of await instances.addressesOf(unit, { account: owner, region }))
      owners.set(ip, owner);
  }
  // An address of one's own instances comes first: networks of different accounts may use the same.
  for (const ip of await instances.addressesOf(unit, { account, region })) owners.set(ip, account);
  return { ownerOf: (ip) => owners.get(ip), isAffiliated: (other) => near.has(other) };
}

/** Stored documents are frozen; what is learned goes into a copy. */
function copied<T>(memory: T | undefined): T | undefined {
  return memory === undefined ? undefined : structuredClone(memory);
}

/** Ids of documents are short, clear text: a principal's id that is not stands there by its digest. */
function idOf(principalId: string): string {
  if (principalId === '') return 'anonymous';
  if (/^[\x20-\x7e]{1,512}$/.test(principalId)) return principalId;
  return createHash('sha256').update(principalId).digest('base64url');
}
