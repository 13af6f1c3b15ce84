import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { move } from './dead-letters.ts';
import { type MoveTask, moveTasks } from './move-state.ts';
import { pathOfArn } from './resources.ts';
import { entries, type QueueDocument, queues } from './state.ts';

const MOVE_JOB = 'sqs.move';
/** Messages of one unit. */
const BATCH = 100;

interface MovePayload {
  readonly task: string;
  /** How often it ran: each run is another job. */
  readonly turn: number;
}

export function orderMove(unit: Unit, scope: Scope, payload: MovePayload, due: Instant): void {
  const { account, region } = scope;
  unit.order({
    id: `sqs.move/${account}/${region}/${payload.task}`,
    kind: MOVE_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}

/** Moves what is visible, oldest first, a hundred at a time, as fast as the task allows. */
export const moveJob: UnitJob = {
  kind: MOVE_JOB,
  run: async (text, context) => {
    const { unit, scope, now } = context;
    const payload: MovePayload = JSON.parse(text);
    const view = unit.view(scope);
    const task = await view.get(moveTasks, payload.task);
    if (task?.status !== 'RUNNING') return;
    const source = await view.get(queues, task.source);
    if (source === undefined) {
      view.put(moveTasks, task.id, {
        ...task,
        status: 'FAILED',
        failure: 'AWS.SimpleQueueService.NonExistentQueue',
      });
      return;
    }
    const batch = Math.min(BATCH, task.perSecond ?? BATCH);
    const ids = await unit.once(() => visible(view, source, now, batch));
    const { moved, failure } = await moveAll(view, context, { task, source, ids });
    const counted = { ...task, moved: task.moved + moved };
    if (failure !== undefined) {
      view.put(moveTasks, task.id, { ...counted, status: 'FAILED', failure });
    } else if (ids.length === 0) {
      view.put(moveTasks, task.id, { ...counted, status: 'COMPLETED' });
    } else {
      view.put(moveTasks, task.id, counted);
      const pause = task.perSecond === undefined ? 0 : (batch * SECOND_MS) / task.perSecond;
      orderMove(unit, scope, { task: task.id, turn: payload.turn + 1 }, now + pause);
    }
  },
};

async function visible(
  view: View,
  { store }: QueueDocument,
  now: Instant,
  limit: number,
): Promise<readonly string[]> {
  const { items } = await view.list(entries, { index: 'sent', prefix: `${store}/`, limit: 1_000 });
  return items
    .filter(({ document }) => document.available <= now)
    .slice(0, limit)
    .map(({ id }) => id);
}

interface Moving {
  readonly task: MoveTask;
  readonly source: QueueDocument;
  readonly ids: readonly string[];
}

async function moveAll(
  view: View,
  { now, scope }: JobContext,
  { task, source, ids }: Moving,
): Promise<{ readonly moved: number; readonly failure?: string }> {
  let moved = 0;
  for (const id of ids) {
    const entry = await view.get(entries, id);
    if (entry === undefined || entry.available > now) continue;
    const arn = task.destinationArn ?? entry.source;
    if (arn === undefined) return { moved, failure: 'CouldNotDetermineMessageSource' };
    const path = pathOfArn(arn, scope.region);
    const to = await view.get(queues, path?.slice(path.indexOf('/') + 1) ?? '');
    if (to === undefined) return { moved, failure: 'AWS.SimpleQueueService.NonExistentQueue' };
    await move(view, { from: source, to, id, source: undefined }, now);
    moved += 1;
  }
  return { moved };
}
