import type { JsonObject } from '../../../core/json.ts';
import { listOf, objectOf, picked, removedKeys, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 64;
const TARGETS_PER_CALL = 10;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('events', operation, input);
}

function ruleOf(id: string): { readonly Name: string; readonly EventBusName?: string } {
  const bar = id.indexOf('|');
  if (bar < 0) return { Name: id };
  return { EventBusName: id.slice(0, bar), Name: id.slice(bar + 1) };
}

async function setTargets(
  work: Work,
  id: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  const { Name: Rule, ...bus } = ruleOf(id);
  const ids = (properties: JsonObject): readonly string[] =>
    listOf(properties['Targets']).map((one) => String(objectOf(one)['Id']));
  const Ids = ids(before).filter((one) => !ids(after).includes(one));
  if (Ids.length > 0) await work.attempt('events', 'RemoveTargets', { Rule, ...bus, Ids });
  const targets = listOf(after['Targets']);
  for (let at = 0; at < targets.length; at += TARGETS_PER_CALL) {
    const Targets = targets.slice(at, at + TARGETS_PER_CALL);
    const { FailedEntries } = await call(work, 'PutTargets', { Rule, ...bus, Targets });
    const failed = objectOf(listOf(FailedEntries)[0]);
    if (failed['ErrorMessage'] !== undefined)
      throw new PlainFailure(String(failed['ErrorMessage']));
  }
}

const RULE = ['Description', 'EventPattern', 'RoleArn', 'ScheduleExpression', 'State'] as const;

const rule: ResourceType = {
  name: 'AWS::Events::Rule',
  needs: 'events:PutRule',
  handles: `${RULE.join(' ')} EventBusName Name Tags Targets`,
  create: async (work, properties) => {
    const Name = textOf(properties['Name']) ?? work.name(NAME_MAX);
    const bus = picked(properties, 'EventBusName');
    const Tags = work.tags(properties['Tags']);
    const { RuleArn } = await call(work, 'PutRule', {
      ...picked(properties, ...RULE),
      ...bus,
      Name,
      ...(Tags.length === 0 ? {} : { Tags }),
    });
    const { EventBusName } = bus;
    const isDefault = EventBusName === undefined || EventBusName === 'default';
    const id = isDefault ? Name : `${String(EventBusName)}|${Name}`;
    work.holds(id);
    await setTargets(work, id, { before: {}, after: properties });
    return { id, attributes: { Arn: RuleArn, RuleName: Name } };
  },
  update: async (work, { id, before, properties, changed, attributes }) => {
    await call(work, 'PutRule', { ...picked(properties, ...RULE), ...ruleOf(id) });
    if (changed.includes('Targets')) await setTargets(work, id, { before, after: properties });
    if (changed.includes('Tags')) {
      const ResourceARN = attributes['Arn'];
      const Tags = work.tags(properties['Tags']);
      const TagKeys = removedKeys(work.tags(before['Tags']), Tags);
      if (Tags.length > 0) await call(work, 'TagResource', { ResourceARN, Tags });
      if (TagKeys.length > 0) await call(work, 'UntagResource', { ResourceARN, TagKeys });
    }
    return { id, attributes };
  },
  delete: async (work, { id, properties }) => {
    await setTargets(work, id, { before: properties, after: {} });
    await work.attempt('events', 'DeleteRule', ruleOf(id));
    return undefined;
  },
};

const bus: ResourceType = {
  name: 'AWS::Events::EventBus',
  needs: 'events:CreateEventBus',
  handles: 'DeadLetterConfig Description EventSourceName KmsKeyIdentifier Name Policy Tags',
  create: async (work, properties) => {
    const { Policy, ...rest } = properties;
    const Name = String(properties['Name']);
    const Tags = work.tags(properties['Tags']);
    const { EventBusArn } = await call(work, 'CreateEventBus', { ...rest, Tags });
    work.holds(Name);
    if (Policy !== undefined) await call(work, 'PutPermission', { EventBusName: Name, Policy });
    return { id: Name, attributes: { Arn: EventBusArn, Name, Policy } };
  },
  update: async (work, { id: Name, properties, changed, attributes }) => {
    const given = picked(properties, 'DeadLetterConfig', 'Description', 'KmsKeyIdentifier');
    await call(work, 'UpdateEventBus', { Name, ...given });
    const { Policy } = properties;
    if (changed.includes('Policy') && Policy !== undefined) {
      await call(work, 'PutPermission', { EventBusName: Name, Policy });
    } else if (changed.includes('Policy')) {
      await call(work, 'RemovePermission', { EventBusName: Name, RemoveAllPermissions: true });
    }
    return { id: Name, attributes };
  },
  delete: async (work, { id: Name }) => {
    await work.attempt('events', 'DeleteEventBus', { Name });
    return undefined;
  },
};

const schedule: ResourceType = {
  name: 'AWS::Scheduler::Schedule',
  needs: 'scheduler:CreateSchedule',
  handles:
    'Description EndDate FlexibleTimeWindow GroupName KmsKeyArn Name ScheduleExpression ' +
    'ScheduleExpressionTimezone StartDate State Target',
  create: async (work, properties) => {
    const Name = textOf(properties['Name']) ?? work.name(NAME_MAX);
    const { ScheduleArn } = await work.call('scheduler', 'CreateSchedule', { ...properties, Name });
    return { id: Name, attributes: { Arn: ScheduleArn } };
  },
  replaces: ({ changed }) => changed.includes('GroupName'),
  update: async (work, { id: Name, properties, attributes }) => {
    await work.call('scheduler', 'UpdateSchedule', { ...properties, Name });
    return { id: Name, attributes };
  },
  delete: async (work, { id: Name, properties }) => {
    await work.attempt('scheduler', 'DeleteSchedule', { ...picked(properties, 'GroupName'), Name });
    return undefined;
  },
};

export const eventTypes: readonly ResourceType[] = [rule, bus, schedule];
