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
