import type { RsaSpec } from '../../crypto/keys/key-spec.ts';
import type { StoredPair } from '../../crypto/keys/stored-pair.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { workOn } from './key-work.ts';

/** RSA pairs to wrap imported material under. Once a size was asked for, the next pair of it is made in advance. */
export class WrappingKeys {
  readonly #work: KeyWork;
  /** One of each size at most. */
  readonly #ready = new Map<RsaSpec, Promise<StoredPair>>();

  constructor(work: KeyWork) {
    this.#work = work;
  }

  /** Errors: ThrottlingException. */
  async take(spec: RsaSpec): Promise<StoredPair> {
    const taken = this.#ready.get(spec) ?? this.#work.generate(spec);
    this.#ready.delete(spec);
    const pair = await workOn(taken);
    this.#prepare(spec);
    return pair;
  }

  #prepare(spec: RsaSpec): void {
    if (this.#ready.has(spec)) return;
    const next = this.#work.generate(spec);
    this.#ready.set(spec, next);
    // Whoever comes next makes a pair anew.
    next.catch(() => {
      if (this.#ready.get(spec) === next) this.#ready.delete(spec);
    });
  }
}
