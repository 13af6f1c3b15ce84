/** Headers as they come over a connection: names and values in turn. */
type HeaderList = readonly string[];

/** The value by lower-case name, looked up without building a map: most requests are asked for three or four. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  let found: string | undefined;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const key = headers[i];
    if (key === undefined || key.length !== name.length) continue;
    if (key !== name && key.toLowerCase() !== name) continue;
    const value = headers[i + 1] ?? '';
    found = found === undefined ? value : `${found},${value}`;
  }
  return found;
}

export type HeaderPair = readonly [name: string, value: string];

/** Names and values in turn, two by two. */
export function headerPairs(headers: HeaderList): readonly HeaderPair[] {
  const pairs: HeaderPair[] = [];
  for (let i = 0; i + 1 < headers.length; i += 2) {
    pairs.push([headers[i] ?? '', headers[i + 1] ?? '']);
  }
  return pairs;
}

/** What belongs to a connection, and not to what is said on it. */
export const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Without what belongs to a connection: its own names, and those that `Connection` lists. */
export function withoutHopHeaders(pairs: readonly HeaderPair[]): readonly HeaderPair[] {
  const listed = new Set(
    pairs
      .filter(([name]) => name.toLowerCase() === 'connection')
      .flatMap(([, value]) => value.split(',').map((one) => one.trim().toLowerCase())),
  );
  return pairs.filter(([name]) => {
    const lower = name.toLowerCase();
    return !CONNECTION_HEADERS.has(lower) && !listed.has(lower);
  });
}
