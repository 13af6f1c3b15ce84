/**
 * A bounded map that forgets what was not asked for lately: two generations, so that a hit in the young one costs one
 * look-up and no reordering. `most` bounds the weight of all entries together; without weights, their number.
 */
export class RecencyCache<Value> {
  readonly #most: number;
  readonly #weightOf: (key: string, value: Value) => number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #youngWeight = 0;
  #oldWeight = 0;

  constructor(most: number, weightOf: (key: string, value: Value) => number = () => 1) {
    this.#most = most;
    this.#weightOf = weightOf;
  }

  /** The weight of what is kept. */
  get weight(): number {
    return this.#youngWeight + this.#oldWeight;
  }

  get(key: string): Value | undefined {
    const found = this.#young.get(key);
    if (found !== undefined) return found;
    const aged = this.#old.get(key);
    if (aged !== undefined) this.set(key, aged);
    return aged;
  }

  /** What alone outweighs a generation is not kept. */
  set(key: string, value: Value): void {
    this.delete(key);
    const weight = this.#weightOf(key, value);
    const most = this.#most / 2;
    if (weight > most) return;
    if (this.#youngWeight + weight > most) {
      this.#old = this.#young;
      this.#oldWeight = this.#youngWeight;
      this.#young = new Map();
      this.#youngWeight = 0;
    }
    this.#young.set(key, value);
    this.#youngWeight += weight;
  }

  delete(key: string): void {
    const young = this.#young.get(key);
    if (young !== undefined) {
      this.#young.delete(key);
      this.#youngWeight -= this.#weightOf(key, young);
    }
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.#oldWeight -= this.#weightOf(key, old);
    }
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
    this.#youngWeight = 0;
    this.#oldWeight = 0;
  }
}
