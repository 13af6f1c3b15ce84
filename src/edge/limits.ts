const KIB = 1_024;
const SECOND_MS = 1_000;

/** What one client may cost before a site is asked. Everything is measured in real time. */
export interface EdgeLimits {
  /** Open connections of all listeners together. */
  readonly connections: number;
  /** Open connections of one address. */
  readonly connectionsPerAddress: number;
  /** Until a TLS handshake must be done, its first message included. */
  readonly handshakeMs: number;
  /** Until the head of a request must have come: what slowloris stretches. */
  readonly headersMs: number;
  /** An idle connection is kept so long. */
  readonly keepAliveMs: number;
  /** How often connections are held against these times. */
  readonly checkMs: number;
  /** Bytes of a request line and its headers. */
  readonly headBytes: number;
  /** Bytes of a request target, and of one header. */
  readonly lineBytes: number;
  readonly headerCount: number;
  /** Requests of one connection. */
  readonly requestsPerConnection: number;
  /** A body may be waited for so long, and beyond that as its bytes pay for: what slow posts stretch. */
  readonly bodyGraceMs: number;
  readonly bodyBytesPerSecond: number;
  /** A client may leave an answer unread so long: what slow readers stretch. */
  readonly unreadMs: number;
  /** Streams of one HTTP/2 connection that may be open. */
  readonly streams: number;
  /** Streams that a client may reset at once, and each second from then on. */
  readonly resetBurst: number;
  readonly resetsPerSecond: number;
  /** Frames of an HTTP/2 connection that say nothing of a request (settings, pings), at once and each second. */
  readonly controlBurst: number;
  readonly controlsPerSecond: number;
}

export const edgeLimits: EdgeLimits = Object.freeze({
  connections: 20_000,
  connectionsPerAddress: 4_096,
  handshakeMs: 10 * SECOND_MS,
  headersMs: 10 * SECOND_MS,
  keepAliveMs: 60 * SECOND_MS,
  checkMs: SECOND_MS,
  headBytes: 64 * KIB,
  lineBytes: 16 * KIB,
  headerCount: 200,
  requestsPerConnection: 10_000,
  bodyGraceMs: 10 * SECOND_MS,
  bodyBytesPerSecond: 500,
  unreadMs: 60 * SECOND_MS,
  streams: 128,
  resetBurst: 1_000,
  resetsPerSecond: 33,
  controlBurst: 1_000,
  controlsPerSecond: 33,
});
