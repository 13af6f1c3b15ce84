/** Pulls lines and counted bytes from a stream of pieces of any size. */
export class ChunkReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line without its CRLF, one byte a character; undefined when none ends within `limit`. */
  async line(limit: number): Promise<string | undefined> {
    for (;;) {
      const end = this.#held.indexOf(10);
      if (end > limit || (end < 0 && this.#held.length > limit)) return undefined;
      if (end >= 0) {
        if (end === 0 || this.#held[end - 1] !== 13) return undefined;
        const text = Buffer.from(this.#held.subarray(0, end - 1)).toString('latin1');
        this.#held = this.#held.subarray(end + 1);
        return text;
      }
      const more = await this.#pull();
      if (more === undefined) return undefined;
      this.#held = this.#held.length === 0 ? more : Buffer.concat([this.#held, more]);
    }
  }

  /** Between 1 and `most` bytes; undefined at the end. */
  async some(most: number): Promise<Uint8Array | undefined> {
    while (this.#held.length === 0) {
      const more = await this.#pull();
      if (more === undefined) return undefined;
      this.#held = more;
    }
    const taken = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** True when nothing follows. */
  async ended(): Promise<boolean> {
    return (await this.some(1)) === undefined;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #pull(): Promise<Uint8Array | undefined> {
    const next = await this.#source.next();
    return next.done === true ? undefined : next.value;
  }
}
