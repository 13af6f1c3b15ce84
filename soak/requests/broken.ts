import type { Random } from '../random.ts';
import { framedRequest } from './framed.ts';

/** What no connection survives. */
export interface Refusable {
  readonly bytes: Buffer;
  readonly kind: string;
  /** An answer is due; otherwise a closed connection is one too. */
  readonly isAnswered: boolean;
}

const POST = 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\n';

/** Beyond a limit or not HTTP at all: refused, and the connection is closed. */
export function brokenRequest(random: Random): Refusable {
  const forms = [
    beyondLimit,
    beyondLimit,
    chunkLie,
    chunkLie,
    lengthLie,
    notHttp,
    notHttp,
    cutShort,
    flipped,
  ] as const;
  return random.pick(forms)(random);
}

function beyondLimit(random: Random): Refusable {
  const kind = 'beyond a limit';
  const headers = (count: number): string =>
    Array.from({ length: count }, (_, at) => `X-${at}: v\r\n`).join('');
  const text = random.pick([
    `${POST}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`,
    `${POST}${headers(random.between(201, 2_000))}Content-Length: 0\r\n\r\n`,
    `GET /${'u'.repeat(random.between(17_000, 30_000))} HTTP/1.1\r\nHost: a\r\n\r\n`,
    `${POST}Content-Length: ${random.pick(['10485761', '99999999999', '9007199254740993'])}\r\n\r\n{`,
    `${POST}Content-Length: 99999999999999999999\r\n\r\n`,
  ]);
  return { bytes: Buffer.from(text), kind, isAnswered: true };
}

function chunkLie(random: Random): Refusable {
  const lie = random.pick([
    'zz\r\nabc\r\n0\r\n\r\n',
    '-1\r\nabc\r\n',
    'ffffffffffffffffff\r\nabc',
    '3\r\nabcd\r\n0\r\n\r\n',
    '5\r\nabc\r\n0\r\n\r\n',
    '3 \r\nabc\r\n0\r\n\r\n',
    '0x3\r\nabc\r\n0\r\n\r\n',
    `3;${'e'.repeat(20_000)}\r\nabc\r\n0\r\n\r\n`,
    '3\nabc\n0\n\n',
    `0\r\n${'T: v\r\n'.repeat(10_000)}\r\n`,
  ]);
  const bytes = Buffer.from(`${POST}Transfer-Encoding: chunked\r\n\r\n${lie}`);
  return { bytes, kind: 'chunks that lie', isAnswered: false };
}

function lengthLie(random: Random): Refusable {
  const headers = random.pick([
    'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n',
    'Content-Length: 5\r\nContent-Length: 6\r\n',
    'Content-Length: -5\r\n',
    'Content-Length: 5, 6\r\n',
    'Content-Length: 1e3\r\n',
    'Content-Length: 50\r\n',
    'Transfer-Encoding: chunked, gzip\r\n',
    'Transfer-Encoding: xchunked\r\nContent-Length: 3\r\n',
    'Content-Length : 3\r\n',
  ]);
  return {
    bytes: Buffer.from(`${POST}${headers}\r\nabcde`),
    kind: 'lengths that lie',
    isAnswered: false,
  };
}

function notHttp(random: Random): Refusable {
  const bytes = random.pick([
    random.bytes(random.between(1, 400)),
    Buffer.from('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'),
    Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    Buffer.from('GET /\r\n'),
    Buffer.from('POST / HTTP/9.9\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n'),
    Buffer.from('CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n'),
    Buffer.from('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'),
    Buffer.from('\r\n\r\n\r\n'),
  ]);
  return { bytes, kind: 'not HTTP', isAnswered: false };
}

/** A client that goes away in the middle. */
function cutShort(random: Random): Refusable {
  const { bytes } = framedRequest(random);
  const end = random.between(1, bytes.length);
  return { bytes: bytes.subarray(0, end), kind: 'cut short', isAnswered: false };
}

function flipped(random: Random): Refusable {
  const bytes = Buffer.from(framedRequest(random).bytes);
  for (let count = random.between(1, 6); count > 0; count -= 1) {
    bytes[random.between(0, Math.min(bytes.length, 400) - 1)] = random.between(0, 255);
  }
  return { bytes, kind: 'flipped bytes', isAnswered: false };
}
