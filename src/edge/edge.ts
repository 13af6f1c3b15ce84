// The sockets in front of customers' applications. In: what services say of their sites. Out: open ports, and the sites' answers.
import type { EdgeListener } from '../contract/edge.ts';
import { answer, type ArrivedRequest } from './answer.ts';
import type { EdgeResponse } from '../contract/edge.ts';
import type { Fronts } from './fronts.ts';
import { type EdgeLimits, edgeLimits } from './limits.ts';
import { ConnectionCounts, type Door, openDoor } from './listener.ts';
import { type EdgeParts, listenersOf } from './sites.ts';

export interface EdgePlace {
  /** The address to listen on. */
  readonly host: string;
  /** Added to a listener's port; undefined: free ports. */
  readonly portOffset: number | undefined;
}

export interface OpenListener extends EdgeListener {
  /** Where this machine has it. */
  readonly localPort: number;
}

export interface Edge {
  /** From now on there is a port for every listener. */
  start(place: EdgePlace): void;
  /** Says that listeners may have changed. Cheap. */
  wake(): void;
  /** The open listeners, as the documents want them now. */
  listeners(): Promise<readonly OpenListener[]>;
  /** The listener that a name was last known at, plain HTTP before TLS. Cheap. */
  listenerOf(host: string): EdgeListener | undefined;
  /** Answers what came another way than through a listener. */
  answer(request: ArrivedRequest): Promise<EdgeResponse>;
  close(graceMs: number): Promise<void>;
}

/** How long a change waits for others before sources are asked again. */
const PAUSE_MS = 50;
const PORT_MAX = 65_535;

export function createEdge(parts: EdgeParts, limits: EdgeLimits = edgeLimits): Edge {
  return new OpenEdge(parts, limits);
}

class OpenEdge implements Edge {
  readonly #parts: EdgeParts;
  readonly #limits: EdgeLimits;
  readonly #counts: ConnectionCounts;
  readonly #doors = new Map<string, { readonly door: Door; listener: EdgeListener }>();
  readonly #names = new Map<string, EdgeListener>();
  #place: EdgePlace | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #fronts: Promise<Fronts> | undefined;

  constructor(parts: EdgeParts, limits: EdgeLimits) {
    this.#parts = parts;
    this.#limits = limits;
    this.#counts = new ConnectionCounts(limits);
  }

  start(place: EdgePlace): void {
    this.#place = place;
    this.wake();
  }

  wake(): void {
    if (this.#place === undefined || this.#isClosed || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#refresh().catch((error: unknown) =>
        this.#parts.onFault('listeners could not be opened', error),
      );
    }, PAUSE_MS).unref();
  }

  async listeners(): Promise<readonly OpenListener[]> {
    await this.#refresh();
    return [...this.#doors.values()].map(({ door, listener }) => ({
      ...listener,
      localPort: door.localPort,
    }));
  }

  listenerOf(host: string): EdgeListener | undefined {
    return this.#names.get(host);
  }

  async answer(request: ArrivedRequest): Promise<EdgeResponse> {
    const { forwarder } = await this.#ready();
    return answer({ ...this.#parts, limits: this.#limits, forwarder }, request);
  }

  async close(graceMs: number): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#turn.catch(() => undefined);
    for (const { door } of this.#doors.values()) door.close();
    const fronts = await this.#fronts;
    await fronts?.http.close(graceMs);
    fronts?.forwarder.close();
  }

  #ready(): Promise<Fronts> {
    this.#fronts ??= import('./fronts.ts').then(({ createFronts }) =>
      createFronts({ ...this.#parts, limits: this.#limits }, (host, port, isSecure) => {
        const open = this.#doors.get(`${port}/${isSecure ? 'https' : 'http'}`);
        return open?.listener.hosts.includes(host) === true ? open.door.localPort : undefined;
      }),
    );
    return this.#fronts;
  }

  /** One at a time, whoever asks. */
  #refresh(): Promise<void> {
    const turn = this.#turn.then(() => this.#openAndShut());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #openAndShut(): Promise<void> {
    if (this.#isClosed) return;
    const wanted = await listenersOf(this.#parts);
    for (const [key, { door }] of this.#doors) {
      if (wanted.has(key)) continue;
      door.close();
      this.#doors.delete(key);
    }
    this.#names.clear();
    for (const [key, listener] of wanted) {
      this.#keepNames(listener);
      const open = this.#doors.get(key);
      if (open !== undefined) open.listener = listener;
      else if (this.#place !== undefined) await this.#open(key, listener, this.#place);
    }
  }

  #keepNames(listener: EdgeListener): void {
    for (const host of listener.hosts) {
      const known = this.#names.get(host);
      if (known === undefined || listener.protocol === 'http') this.#names.set(host, listener);
    }
  }

  async #open(key: string, listener: EdgeListener, place: EdgePlace): Promise<void> {
    const { port, protocol } = listener;
    const { http, tls: secure } = await this.#ready();
    const moved = place.portOffset === undefined ? 0 : port + place.portOffset;
    const door = await openDoor(place.host, moved > PORT_MAX ? 0 : moved, (socket) => {
      if (!this.#counts.admit(socket)) {
        socket.destroy();
        return;
      }
      const connection = {
        port,
        sourceIp: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
        sourcePort: socket.remotePort ?? 0,
        connected: this.#parts.realTime(),
      };
      if (protocol === 'http') http.accept(socket, connection);
      else {
        secure.accept(socket, port, (secured, tls, agreedWith) =>
          http.accept(secured, { ...connection, tls, agreedWith }),
        );
      }
    });
    this.#doors.set(key, { door, listener });
  }
}
