import type { JobContext } from '../../../contract/service.ts';
import type { JsonObject } from '../../../core/json.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { awsEvent } from '../../events/port.ts';
import { tellTopic } from '../delivery/topic-job.ts';
import type { ItemChange } from '../recording/items.ts';
import { time, writtenItem } from '../shown-items.ts';
import { channels, ONLY, rules, type Recorder } from '../state.ts';
import { orderInvocation } from './invocation-job.ts';
import { covers, judgeItem, managedOf } from './judging.ts';
import { isTriggeredBy } from './triggers.ts';

/** What follows from a new item: it is told, and the rules about it judge it. */
export async function changed(
  context: JobContext,
  _recorder: Recorder,
  change: ItemChange,
): Promise<void> {
  const { unit, scope, now } = context;
  const { item } = change;
  const view = unit.view(scope);
  const message = changeMessage(context, change);
  const detailType = 'Config Configuration Item Change';
  const resources = item.arn === undefined ? [] : [item.arn];
  unit.emit(awsEvent(scope, now, { source: 'aws.config', detailType, resources, detail: message }));
  if ((await view.get(channels, ONLY))?.topic !== undefined) {
    const verb = { CREATE: 'Created', UPDATE: 'Updated', DELETE: 'Deleted' }[change.kind];
    const subject = `[AWS Config:${scope.region}] ${item.type} ${item.id} ${verb}`;
    const id = `item/${item.type}/${item.id}/${item.stateId}`;
    tellTopic(unit, scope, now, { id, subject, message });
  }
  for (const rule of await everyOf(view, rules)) {
    const managed = managedOf(rule);
    if (managed?.kind === 'resource') {
      if (managed.types.includes(item.type) && managed.trigger !== 'periodic') {
        await judgeItem({ unit, scope, now }, { rule, managed, item });
      }
      continue;
    }
    const before = change.before !== undefined && covers(rule, change.before);
    if (!isTriggeredBy(rule, 'ConfigurationItemChangeNotification')) continue;
    if (!before && !covers(rule, item)) continue;
    const invoking = { rule, message, id: `${item.type}/${item.id}/${item.stateId}` };
    await orderInvocation({ unit, scope, now }, { ...invoking, hasLeft: !covers(rule, item) });
  }
}

export function changeMessage(
  { scope, now }: Pick<JobContext, 'scope' | 'now'>,
  { item, before, kind }: ItemChange,
): JsonObject {
  const earlier = before === undefined ? {} : writtenItem(scope, before);
  const later = writtenItem(scope, item);
  const changedProperties: JsonObject =
    kind === 'CREATE' ? {} : differences(earlier, later, kind === 'DELETE');
  return {
    configurationItemDiff: { changedProperties, changeType: kind },
    configurationItem: later,
    notificationCreationTime: time(now),
    messageType: 'ConfigurationItemChangeNotification',
    recordVersion: '1.3',
  };
}

const COMPARED = ['configuration', 'supplementaryConfiguration', 'relationships', 'tags'] as const;

/** What differs of two items, by its name there. */
function differences(earlier: JsonObject, later: JsonObject, isGone: boolean): JsonObject {
  const entries: [string, JsonObject][] = [];
  for (const name of COMPARED) {
    const previousValue = earlier[name] ?? null;
    const updatedValue = isGone ? null : (later[name] ?? null);
    if (JSON.stringify(previousValue) === JSON.stringify(updatedValue)) continue;
    const changeType = isGone ? 'DELETE' : 'UPDATE';
    const label = name.slice(0, 1).toUpperCase() + name.slice(1);
    entries.push([label, { previousValue, updatedValue, changeType }]);
  }
  return Object.fromEntries(entries);
}
