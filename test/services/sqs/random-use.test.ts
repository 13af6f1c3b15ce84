import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue } from './queues.ts';

/**
 * Random use of a queue against what a plain list of messages says: nothing is lost, nothing comes while it is invisible or
 * after it was deleted, and in a FIFO queue a group comes in order.
 */
type Step =
  | { readonly kind: 'send'; readonly group: string; readonly delay: number }
  | { readonly kind: 'receive'; readonly most: number; readonly visibility: number }
  | { readonly kind: 'delete' | 'release'; readonly which: number }
  | { readonly kind: 'wait'; readonly seconds: number };

const steps = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('send' as const),
      group: fc.constantFrom('a', 'b', 'c'),
      delay: fc.constantFrom(0, 0, 0, 5),
    }),
    fc.record({
      kind: fc.constant('receive' as const),
      most: fc.integer({ min: 1, max: 4 }),
      visibility: fc.constantFrom(5, 20),
    }),
    fc.record({ kind: fc.constantFrom('delete' as const, 'release' as const), which: fc.nat(9) }),
    fc.record({ kind: fc.constant('wait' as const), seconds: fc.constantFrom(1, 5, 10) }),
  ),
  { minLength: 40, maxLength: 40 },
);

interface Known {
  readonly body: string;
  readonly group: string;
  readonly place: number;
  /** Seconds from the beginning. */
  visible: number;
  handle?: string;
  isDeleted: boolean;
}

let server: TestServer;
/** The wall clock stands: only the steps move time. */
let stopped = Date.UTC(2026, 5, 1);
beforeAll(async () => {
  server = await startServer({ real: () => stopped });
});
afterAll(() => server.close());

class Model {
  readonly messages: Known[] = [];
  readonly #queue: Queue;
  readonly #isFifo: boolean;
  #now = 0;

  constructor(queue: Queue, isFifo: boolean) {
    this.#queue = queue;
    this.#isFifo = isFifo;
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case 'send':
        return this.#send(step.group, step.delay);
      case 'receive':
        return this.#receive(step.most, step.visibility);
      case 'delete':
        return this.#delete(step.which);
      case 'release':
        return this.#release(step.which);
      case 'wait': {
        const engine = server.platform.engine();
        stopped += step.seconds * 1_000;
        await engine.advanceTo(engine.clock.serviceTime());
        this.#now += step.seconds;
      }
    }
  }

  async #send(group: string, delay: number): Promise<void> {
    const place = this.messages.length;
    const body = `${group}${place}`;
    const { sqs, url: QueueUrl } = this.#queue;
    const order = this.#isFifo
      ? { MessageGroupId: group, MessageDeduplicationId: body }
      : { DelaySeconds: delay };
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body, ...order }));
    const visible = this.#now + (this.#isFifo ? 0 : delay);
    this.messages.push({ body, group, place, visible, isDeleted: false });
  }

  async #receive(most: number, visibility: number): Promise<void> {
    const { sqs, url: QueueUrl } = this.#queue;
    const available = this.#available();
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: most,
        VisibilityTimeout: visibility,
      }),
    );
    // As many as there are: nobody else receives.
    expect(Messages).toHaveLength(Math.min(most, available.length));
    for (const { Body, ReceiptHandle } of Messages) {
      const known = this.messages.find(({ body }) => body === Body);
      expect(known !== undefined && available.includes(known), `${Body} was not due`).toBe(true);
      if (known === undefined) continue;
      if (this.#isFifo) {
        const before = this.messages.filter(
          (one) => one.group === known.group && one.place < known.place && !one.isDeleted,
        );
        expect(before.every((one) => one.visible > this.#now)).toBe(true);
      }
      known.visible = this.#now + visibility;
      known.handle = ReceiptHandle ?? '';
    }
  }

  /** In a FIFO queue a group with something in flight has nothing to give. */
  #available(): readonly Known[] {
    const due = this.messages.filter((one) => !one.isDeleted && one.visible <= this.#now);
    if (!this.#isFifo) return due;
    const busy = new Set(
      this.messages
        .filter((one) => !one.isDeleted && one.visible > this.#now)
        .map(({ group }) => group),
    );
    return due.filter(({ group }) => !busy.has(group));
  }

  #inFlight(which: number): Known | undefined {
    const held = this.messages.filter(
      (one) => !one.isDeleted && one.handle !== undefined && one.visible > this.#now,
    );
    return held[which % Math.max(1, held.length)];
  }

  async #delete(which: number): Promise<void> {
    const known = this.#inFlight(which);
    if (known === undefined) return;
    const { sqs, url: QueueUrl } = this.#queue;
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: known.handle }));
    known.isDeleted = true;
  }

  async #release(which: number): Promise<void> {
    const known = this.#inFlight(which);
    if (known === undefined) return;
    const { sqs, url: QueueUrl } = this.#queue;
    const ReceiptHandle = known.handle;
    const VisibilityTimeout = 0;
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
    );
    known.visible = this.#now;
  }

  /** Everything that was not deleted is still there. */
  async drain(): Promise<void> {
    await this.take({ kind: 'wait', seconds: 60 });
    for (let rounds = 0; this.#available().length > 0; rounds += 1) {
      expect(rounds).toBeLessThan(200);
      await this.#receive(4, 20);
      while (this.#inFlight(0) !== undefined) await this.#delete(0);
    }
    expect(this.messages.every(({ isDeleted }) => isDeleted)).toBe(true);
  }
}

const RUNS = 6;
let names = 0;

test.each([
  ['standard', false],
  ['FIFO', true],
] as const)(
  'a %s queue: random use agrees with a plain list',
  async (_name, isFifo) => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        names += 1;
        const queue = isFifo
          ? await newQueue(server, `q${names}.fifo`, { FifoQueue: 'true' })
          : await newQueue(server, `q${names}`);
        const model = new Model(queue, isFifo);
        for (const step of sequence) await model.take(step);
        await model.drain();
        runs += 1;
      }),
      { numRuns: RUNS, seed: 7, endOnFailure: true },
    );
    expect(runs).toBe(RUNS);
  },
  120_000,
);
