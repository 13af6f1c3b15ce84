import { Lane, LaneFull } from '../work/lane.ts';
import type { HsmAnswer, HsmCiphertext, HsmPlace, HsmRequest, HsmTask } from './messages.ts';

/** Tasks that may wait for one module. */
const WAITING_MAX = 128;
/** A module that takes longer is taken to be away. What it was asked may still happen. */
const TIMEOUT_MS = 5_000;

/** Hardware security modules that the operator named, by PKCS#11. Keys are AES-256, made and used inside. Nothing rejects. */
export interface Hsms {
  /** Whether the operator named one so. */
  has(cluster: string): boolean;
  connect(login: HsmLogin): Promise<HsmAnswer<true>>;
  disconnect(login: HsmLogin): Promise<HsmAnswer<true>>;
  generate(login: HsmLogin, label: string): Promise<HsmAnswer<true>>;
  destroy(login: HsmLogin, label: string): Promise<HsmAnswer<true>>;
  random(login: HsmLogin, bytes: number): Promise<HsmAnswer<Uint8Array>>;
  encrypt(
    login: HsmLogin,
    label: string,
    plaintext: Uint8Array,
    authenticated: Uint8Array,
  ): Promise<HsmAnswer<HsmCiphertext>>;
  decrypt(
    login: HsmLogin,
    label: string,
    sealed: HsmCiphertext,
    authenticated: Uint8Array,
  ): Promise<HsmAnswer<Uint8Array>>;
}

/** Who asks which module. */
export interface HsmLogin {
  readonly cluster: string;
  readonly pin: string;
}

export interface HsmOptions {
  /** The bundled worker. */
  readonly workerFile: string;
  readonly places: ReadonlyMap<string, HsmPlace>;
}

/** Each module has a thread of its own, so that one that hangs delays no other. Threads start with the first task. */
export function openHsms({ workerFile, places }: HsmOptions): Hsms & { close(): Promise<void> } {
  const lanes = new Map<string, Lane<HsmRequest>>();
  const ask = async <T>({ cluster, pin }: HsmLogin, task: HsmTask): Promise<HsmAnswer<T>> => {
    const place = places.get(cluster);
    if (place === undefined) return { ok: false, fault: 'tokenNotFound' };
    const lane =
      lanes.get(cluster) ??
      new Lane<HsmRequest>({ workerFile, threads: 1, waitingMax: WAITING_MAX });
    lanes.set(cluster, lane);
    try {
      return await inTime(lane.run<HsmAnswer<T>>({ place, pin, task }));
    } catch (error) {
      return { ok: false, fault: error instanceof LaneFull ? 'busy' : 'failed' };
    }
  };
  return {
    has: (cluster) => places.has(cluster),
    connect: (login) => ask(login, { name: 'connect' }),
    disconnect: (login) => ask(login, { name: 'disconnect' }),
    generate: (login, label) => ask(login, { name: 'generate', label }),
    destroy: (login, label) => ask(login, { name: 'destroy', label }),
    random: (login, bytes) => ask(login, { name: 'random', bytes }),
    encrypt: (login, label, plaintext, authenticated) =>
      ask(login, { name: 'encrypt', label, plaintext, authenticated }),
    decrypt: (login, label, { ciphertext, iv, tag }, authenticated) =>
      ask(login, { name: 'decrypt', label, ciphertext, iv, tag, authenticated }),
    close: async () => {
      await Promise.all([...lanes.values()].map((lane) => lane.close()));
    },
  };
}

function inTime<T>(work: Promise<HsmAnswer<T>>): Promise<HsmAnswer<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<HsmAnswer<T>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, fault: 'busy' }), TIMEOUT_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
