/** The value of `--name N`, or the usual one. */
export function numberFlag(name: string, usual: number): number {
  const text = valueOf(name);
  if (text === undefined) return usual;
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) stop(`${name} wants a number above 0, not '${text}'`);
  return value;
}

/** `--name 10,20,30`. */
export function numbersFlag(name: string, usual: readonly number[]): readonly number[] {
  const text = valueOf(name);
  if (text === undefined) return usual;
  const values = text.split(',').map(Number);
  if (values.some((value) => !Number.isFinite(value) || value <= 0)) {
    stop(`${name} wants numbers above 0, with commas between, not '${text}'`);
  }
  return values;
}

function valueOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** Ends the benchmark with a sentence. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
