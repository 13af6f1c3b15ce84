import { setTimeout } from 'node:timers/promises';
import type { Host } from './contract/host.ts';
import type { Store } from './contract/view.ts';
import type { Clock } from './core/time.ts';

/** The host that services are given before there is a store or a socket. */
export interface LateHost extends Host {
  /** Gives it what it reads. */
  use(store: Store, clock: Clock): void;
  /** Tells it the address, `http://127.0.0.1:4566`. */
  listensAt(address: string): void;
  /** Ends what waits. */
  stop(): void;
}

export function createHost(): LateHost {
  const stopping = new AbortController();
  let resolve = (_address: string): void => undefined;
  const address = new Promise<string>((known) => {
    resolve = known;
  });
  let opened: { readonly store: Store; readonly clock: Clock } | undefined;
  const held = () => {
    if (opened === undefined) throw new Error('the store is not open yet');
    return opened;
  };
  return {
    use: (store, clock) => {
      opened = { store, clock };
    },
    listensAt: (at) => resolve(at),
    stop: () => {
      stopping.abort();
      // Nothing may wait for a socket that will not come.
      resolve('http://127.0.0.1');
    },
    read: (work) => {
      const { store, clock } = held();
      return store.run((unit) => work(unit, clock.serviceTime()));
    },
    realTime: () => held().clock.realTime(),
    pause: (ms, signal) => setTimeout(ms, undefined, { signal, ref: false }).catch(() => undefined),
    stopping: stopping.signal,
    address: () => address,
  };
}
