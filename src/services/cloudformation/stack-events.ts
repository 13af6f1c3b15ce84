import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { Unit } from '../../contract/view.ts';
import { type EventDocument, eventNumbers, events, type StackDocument } from './state.ts';

export type NewEvent = Omit<EventDocument, 'id' | 'stackArn' | 'stackName' | 'time' | 'token'>;

/** Tells what happened to a stack. Events are numbered, since many happen within a millisecond. */
export async function tell(
  unit: Unit,
  scope: Scope,
  { stack, now }: { readonly stack: StackDocument; readonly now: Instant },
  event: NewEvent,
): Promise<void> {
  const view = unit.view(scope);
  const unique = await unit.once(uuid);
  const { next } = (await view.get(eventNumbers, stack.id)) ?? { next: 0 };
  view.put(eventNumbers, stack.id, { next: next + 1 });
  const isOwn = event.physicalId === stack.arn;
  view.put(events, `${stack.id}/${String(next).padStart(10, '0')}`, {
    ...event,
    id: isOwn ? unique : `${event.logicalId}-${event.status}-${unique}`,
    stackArn: stack.arn,
    stackName: stack.name,
    time: now,
    ...(stack.token === undefined ? {} : { token: stack.token }),
  });
}
