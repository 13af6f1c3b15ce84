// What HTTP/2 lets a client do cheaply and a server dearly: streams opened and taken back, and frames about nothing.
import { constants, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { EdgeLimits } from './limits.ts';

/** So many at once, and so many more each second. */
class Allowance {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #realTime: () => number;
  #left: number;
  #at: number;

  constructor(burst: number, perSecond: number, realTime: () => number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#realTime = realTime;
    this.#left = burst;
    this.#at = realTime();
  }

  /** False: there was none left. */
  take(): boolean {
    const now = this.#realTime();
    const earned = (Math.max(0, now - this.#at) / 1_000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + earned);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}

/** Ends a connection whose client resets streams, changes settings or pings faster than any browser would. */
export function guardSession(
  session: ServerHttp2Session,
  limits: EdgeLimits,
  realTime: () => number,
): void {
  const resets = new Allowance(limits.resetBurst, limits.resetsPerSecond, realTime);
  const controls = new Allowance(limits.controlBurst, limits.controlsPerSecond, realTime);
  const calmDown = (): void => {
    if (session.destroyed) return;
    session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    // The frame has to leave before the connection does.
    setImmediate(() => session.destroy());
  };
  session.on('stream', (stream: ServerHttp2Stream) => {
    const onClose = (): void => {
      if (stream.rstCode !== constants.NGHTTP2_NO_ERROR && !resets.take()) calmDown();
    };
    // What came together with its reset is closed before anybody is told of it.
    if (stream.closed) onClose();
    else stream.once('close', onClose);
  });
  const onControl = (): void => {
    if (!controls.take()) calmDown();
  };
  session.on('remoteSettings', onControl);
  session.on('ping', onControl);
}
