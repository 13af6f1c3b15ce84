import { createHash, randomInt } from 'node:crypto';
import { HTTP_GROUP, valueOf } from '../domain/attributes.ts';
import {
  type TargetDocument,
  type TargetGroupDocument,
  targetKey,
  type WeightedGroup,
} from '../state.ts';

/** Groups whose turn is remembered. */
const GROUPS_MAX = 10_000;

/** Whose turn it is, and who has how much to do: on this machine, and forgotten when it stops. */
export class Balance {
  readonly #turns = new Map<string, number>();
  readonly #outstanding = new Map<string, number>();

  /** The next target of those that may be asked. Undefined: there is none. */
  next(group: TargetGroupDocument, targets: readonly TargetDocument[]): TargetDocument | undefined {
    const able = ableOf(targets);
    switch (valueOf(HTTP_GROUP, group.attributes, 'load_balancing.algorithm.type')) {
      case 'least_outstanding_requests':
        return [...able].sort((one, other) => this.#load(group, one) - this.#load(group, other))[0];
      case 'weighted_random':
        return able.length === 0 ? undefined : able[randomInt(able.length)];
      default:
        return able[this.#turn(group.id) % Math.max(1, able.length)];
    }
  }

  /** Counts a request for as long as it lasts; call what is given once when it is over. */
  begin(group: TargetGroupDocument, target: TargetDocument): () => void {
    const key = `${group.id}/${targetKey(target)}`;
    this.#outstanding.set(key, (this.#outstanding.get(key) ?? 0) + 1);
    return () => {
      const left = (this.#outstanding.get(key) ?? 1) - 1;
      if (left === 0) this.#outstanding.delete(key);
      else this.#outstanding.set(key, left);
    };
  }

  #turn(id: string): number {
    const turn = this.#turns.get(id) ?? 0;
    if (this.#turns.size >= GROUPS_MAX) this.#turns.clear();
    this.#turns.set(id, turn + 1);
    return turn;
  }

  #load(group: TargetGroupDocument, target: TargetDocument): number {
    return this.#outstanding.get(`${group.id}/${targetKey(target)}`) ?? 0;
  }
}

/** Those that are well; when none is, all of them, since no answer at all would be worse. */
export function ableOf(targets: readonly TargetDocument[]): readonly TargetDocument[] {
  const present = targets.filter(({ state }) => state !== 'draining');
  const well = present.filter(({ state }) => state === 'healthy');
  return well.length > 0 ? well : present;
}

/** One of the groups, by their weights. Undefined: all weigh nothing. */
export function weighed(groups: readonly WeightedGroup[]): WeightedGroup | undefined {
  const total = groups.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  let left = groups.length === 1 ? 0 : randomInt(total);
  return groups.find(({ weight }) => {
    left -= weight;
    return left < 0;
  });
}

/** What a cookie calls a target or a group: it tells nobody where that is. */
export function markOf(groupId: string, name: string): string {
  return createHash('sha256').update(`${groupId}\0${name}`).digest('base64url');
}
