import { Random } from '../random.ts';
import { flawOf } from './answers.ts';
import { brokenRequest } from './broken.ts';
import { dribble, Pipe, sendAlone } from './connections.ts';
import { framedRequest, type FuzzRequest } from './framed.ts';
import { startWatched, type Memory, type WatchedServer } from './server.ts';

export interface RequestsOptions {
  readonly program: string;
  readonly count: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

export interface RequestsResult {
  readonly sent: number;
  /** Requests by kind, answers by status. */
  readonly counts: ReadonlyMap<string, number>;
  /** After each fifth of the run. */
  readonly memory: readonly Memory[];
  readonly faults: readonly string[];
}

const PIPES = 8;
const TOGETHER = 16;
/** Of so many requests one breaks its connection. */
const BROKEN_ONE_IN = 40;
const SLOW = 60;
const SLOW_EVERY_MS = 500;
/** Memory is measured after each part of the run. */
const PARTS = 5;
/** The part after which the bounded caches of documents and policies count as full. */
const FULL_PART = 3;
/** How much more may be held at the end than when the caches were full. */
const HEAP_GROWTH_MEBIBYTES = 16;
const RESIDENT_GROWTH_MEBIBYTES = 64;
const FAULTS_MAX = 20;
const REPORTS = 20;

/** Sends whatever comes to mind to a server, and holds every answer against the form it must have. */
export async function runRequests(options: RequestsOptions): Promise<RequestsResult> {
  const server = await startWatched(options.program);
  const run = new Run(options, server);
  const slow = Array.from({ length: SLOW }, (_, index) =>
    dribble(server.port, run.request(-1 - index).bytes, SLOW_EVERY_MS),
  );
  const isAlive = { yes: true };
  void server.ended.then((how) => {
    run.hasEnded = true;
    if (isAlive.yes) run.fault(`the server ended: ${how}\n${server.errors()}`);
  });
  const memory: Memory[] = [];
  for (let part = 1; part <= PARTS; part += 1) {
    await run.until(Math.ceil((options.count * part) / PARTS));
    memory.push(await run.memory());
  }
  for (const socket of slow) socket.destroy();
  isAlive.yes = false;
  run.judgeEnd(memory, await server.stop(), server.errors());
  return { sent: run.sent, counts: run.counts, memory, faults: run.faults };
}

class Run {
  readonly counts = new Map<string, number>();
  readonly faults: string[] = [];
  sent = 0;
  hasEnded = false;
  readonly #options: RequestsOptions;
  readonly #server: WatchedServer;
  #next = 0;

  constructor(options: RequestsOptions, server: WatchedServer) {
    this.#options = options;
    this.#server = server;
  }

  fault(text: string): void {
    this.faults.push(text);
  }

  /** The request of a number: the same for a seed, whatever was sent before it. */
  request(number: number): FuzzRequest {
    return framedRequest(this.#randomOf(number));
  }

  /** Sends until so many were sent, over all. */
  async until(count: number): Promise<void> {
    const workers = Array.from({ length: PIPES }, () => this.#work(count));
    await Promise.all(workers);
  }

  memory(): Promise<Memory> {
    if (this.hasEnded) return Promise.resolve({ heapMebibytes: 0, residentMebibytes: 0 });
    return this.#server.memory();
  }

  judgeEnd(memory: readonly Memory[], exit: string, errors: string): void {
    const [full, end] = [memory[FULL_PART - 1], memory.at(-1)];
    if (full === undefined || end === undefined) throw new Error('memory was not measured');
    const heap = end.heapMebibytes - full.heapMebibytes;
    const resident = end.residentMebibytes - full.residentMebibytes;
    if (heap > HEAP_GROWTH_MEBIBYTES) this.fault(`the heap grew by ${heap.toFixed(1)} MiB`);
    if (resident > RESIDENT_GROWTH_MEBIBYTES) {
      this.fault(`resident memory grew by ${resident.toFixed(1)} MiB`);
    }
    if (exit !== 'exit code 0, signal null') this.fault(`the server ended with ${exit}`);
    if (errors.trim() !== '') this.fault(`the server reported: ${errors.slice(0, 2_000)}`);
  }

  #randomOf(number: number): Random {
    return new Random(new Random(this.#options.seed).between(0, 0xffff_ffff) + number * 7_919);
  }

  async #work(count: number): Promise<void> {
    const pipe = new Pipe(this.#server.port);
    while (this.#next < count && this.faults.length < FAULTS_MAX) {
      const first = this.#next;
      const length = Math.min(TOGETHER, count - first);
      this.#next += length;
      await this.#exchange(pipe, first, length);
      this.#note(length);
    }
    pipe.close();
  }

  async #exchange(pipe: Pipe, first: number, length: number): Promise<void> {
    let requests: { readonly number: number; readonly request: FuzzRequest }[] = [];
    for (let number = first; number < first + length; number += 1) {
      const random = this.#randomOf(number);
      if (random.oneIn(BROKEN_ONE_IN)) await this.#break(number, random);
      else requests.push({ number, request: framedRequest(random) });
    }
    // A connection may end early where an answer says so: the rest goes out again.
    while (requests.length > 0) {
      const { answers, flaw } = await pipe.send(requests.map(({ request }) => request));
      for (const [at, answer] of answers.entries()) {
        const { number, request } = requests[at] ?? { number: -1, request: undefined };
        if (request === undefined) continue;
        this.#count(request.kind);
        this.#count(`answered ${answer.status}`);
        const wrong = flawOf(answer, request.spelling, request.isHead);
        if (wrong !== undefined) this.#blame(number, wrong, request.bytes, answer.body);
      }
      const unanswered = requests[answers.length];
      if (flaw !== undefined && unanswered !== undefined) {
        this.#blame(unanswered.number, flaw, unanswered.request.bytes);
        return;
      }
      requests = requests.slice(answers.length);
    }
  }

  async #break(number: number, random: Random): Promise<void> {
    const request = brokenRequest(random);
    const flaw = await sendAlone(this.#server.port, request);
    this.#count(request.kind);
    if (flaw !== undefined) this.#blame(number, flaw, request.bytes);
  }

  #blame(number: number, flaw: string, request: Buffer, answer?: Buffer): void {
    const shown = (bytes: Buffer): string => JSON.stringify(bytes.toString('latin1', 0, 1_500));
    const said = answer === undefined ? '' : `\n  answer: ${shown(answer)}`;
    this.fault(`request ${number}: ${flaw}\n  request: ${shown(request)}${said}`);
  }

  #count(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  #note(length: number): void {
    const { count, report } = this.#options;
    const part = (sent: number): number => Math.floor((sent / count) * REPORTS);
    const before = this.sent;
    this.sent += length;
    if (part(this.sent) > part(before)) report(`${this.sent} requests`);
  }
}
