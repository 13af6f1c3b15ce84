type Pair = readonly [name: string, value: string];

/** Names and values in turn, two by two. */
export function pairsOf(headers: readonly string[]): readonly Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i + 1 < headers.length; i += 2) {
    pairs.push([headers[i] ?? '', headers[i + 1] ?? '']);
  }
  return pairs;
}

const HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Without what belongs to a connection: its own names, and those that `Connection` lists. */
export function withoutHopHeaders(pairs: readonly Pair[]): readonly Pair[] {
  const listed = new Set(
    pairs
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(',').map((one) => one.trim().toLowerCase())),
  );
  return pairs.filter(([name]) => {
    const lower = name.toLowerCase();
    return !HOP.has(lower) && !listed.has(lower);
  });
}

/** Puts headers in, in the place of those of the same names. */
export function withHeaders(headers: readonly string[], put: readonly Pair[]): readonly string[] {
  if (put.length === 0) return headers;
  const names = new Set(put.map(([name]) => name.toLowerCase()));
  const kept = pairsOf(headers).filter(([name]) => !names.has(name.toLowerCase()));
  return [...kept, ...put].flat();
}
