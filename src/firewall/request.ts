import type { ByteString } from './byte-string.ts';

/** A request as the firewall sees it. Every text is a `ByteString`; nothing is decoded or normalised. */
export interface FirewallRequest {
  readonly method: ByteString;
  /** As sent, up to the question mark: `/a%2Fb`. */
  readonly path: ByteString;
  /** As sent, behind the question mark; empty: none. */
  readonly query: ByteString;
  /** Behind `#`, where a client sent one. */
  readonly fragment?: ByteString;
  /** In the order they came, each line by itself. */
  readonly headers: readonly HeaderLine[];
  /** The start of the body, at most as many bytes as are inspected for this kind of resource. */
  readonly body: ByteString;
  /** The body goes on behind `body`. */
  readonly bodyContinues: boolean;
  /** The name that was asked for: lower case, without a port. */
  readonly host: string;
  /** The address at the other end of the connection. */
  readonly sourceIp: string;
  /** 32 hexadecimal digits; absent: the listener couldn't tell. */
  readonly ja3?: string;
  readonly ja4?: string;
}

export interface HeaderLine {
  /** As sent. */
  readonly name: ByteString;
  readonly lowerName: ByteString;
  readonly value: ByteString;
}

/** Names and values in turn, as Node gives them, become lines. */
export function headerLines(namesAndValues: readonly string[]): readonly HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let at = 0; at + 1 < namesAndValues.length; at += 2) {
    const name = namesAndValues[at] ?? '';
    lines.push({ name, lowerName: name.toLowerCase(), value: namesAndValues[at + 1] ?? '' });
  }
  return lines;
}

/** Splits what stands in the request line. */
export function splitTarget(
  target: ByteString,
): Pick<FirewallRequest, 'path' | 'query' | 'fragment'> {
  const hash = target.indexOf('#');
  const rest = hash < 0 ? target : target.slice(0, hash);
  const mark = rest.indexOf('?');
  return {
    path: mark < 0 ? rest : rest.slice(0, mark),
    query: mark < 0 ? '' : rest.slice(mark + 1),
    ...(hash < 0 ? {} : { fragment: target.slice(hash + 1) }),
  };
}
