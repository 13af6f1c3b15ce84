import type { EventsOperations, Target } from '../../../models/events/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { anywhere, foundRule, on, passing } from './authorization.ts';
import { parseJsonPath } from './domain/json-path.ts';
import { transformerFault } from './domain/target-input.ts';
import { targetKind } from './domain/target-kind.ts';
import { invalidParameter, limitExceeded, unbuilt, validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { busPlace, DEFAULT_BUS, ruleKind, type RuleReference } from './resources.ts';
import { changeRule } from './rule-changes.ts';
import { rules } from './state.ts';
import { assertBus } from './buses.ts';

const TARGETS_MAX = 5;

interface Naming {
  readonly Rule: string;
  readonly EventBusName?: string | undefined;
}

function reference({ Rule: name, EventBusName: bus }: Naming): RuleReference {
  return { name, bus };
}

/** Takes targets that can be delivered to, and no other. */
export const putTargets: OperationOf<EventsOperations, 'PutTargets'> = {
  name: 'PutTargets',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(ruleKind, reference(input));
    const conditions = new Map([['events:targetarn', input.Targets.map(({ Arn }) => Arn)]]);
    const roles = new Set(input.Targets.flatMap(({ RoleArn }) => RoleArn ?? []));
    const put = { action: 'events:PutTargets', resource, conditions };
    return [put, ...[...roles].flatMap((role) => passing(role))];
  },
  handle: async (input, context) => {
    const { document, view, resource } = await foundRule(context, reference(input));
    for (const target of input.Targets) assertTarget(target, resource.resolved.scope.region);
    const targets = new Map(document.targets.map((target) => [target.Id, target]));
    for (const target of input.Targets) targets.set(target.Id, target);
    if (targets.size > TARGETS_MAX) throw limitExceeded();
    await changeRule(context, view, document, { ...document, targets: [...targets.values()] });
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
};

function assertTarget(target: Target, region: string): void {
  const { Id, Arn, RoleArn, SqsParameters, DeadLetterConfig } = target;
  const where = targetKind(Arn);
  if (where === undefined) {
    throw invalidParameter(Arn, 'Provided Arn is not in correct format.');
  }
  if (where.kind === 'unbuilt') {
    throw unbuilt('PutTargets', `targets of the service ${where.service} (${Id})`);
  }
  if (where.kind === 'queue' && where.name.endsWith('.fifo') && !SqsParameters?.MessageGroupId) {
    throw validation(`Parameter(s) SqsParameters must be specified for target: ${Id}.`);
  }
  if (where.kind === 'apiDestination' && RoleArn === undefined) {
    throw validation(`RoleArn is required for target ${Arn}.`);
  }
  assertInput(target);
  const deadLetter = DeadLetterConfig?.Arn;
  if (deadLetter === undefined) return;
  const queue = parseArn(deadLetter);
  if (queue?.service !== 'sqs' || queue.region !== region || queue.resource.endsWith('.fifo')) {
    throw invalidParameter(
      'DeadLetterConfig.Arn',
      'Must be the Arn of a standard queue in the Region of the rule.',
    );
  }
}

function assertInput({ Id, Input, InputPath, InputTransformer: transformer }: Target): void {
  const given = [Input, InputPath, transformer].filter((one) => one !== undefined);
  if (given.length > 1) {
    throw validation(
      `Only one of Input, InputPath, or InputTransformer must be provided for target ${Id}.`,
    );
  }
  if (Input !== undefined && !isJson(Input)) {
    throw validation(`JSON syntax error in input for target ${Id}.`);
  }
  if (InputPath !== undefined && parseJsonPath(InputPath) === undefined) {
    throw validation(`InputPath syntax error for target ${Id}.`);
  }
  const fault = transformer === undefined ? undefined : transformerFault(transformer);
  if (fault !== undefined) throw validation(`${fault} for target ${Id}.`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

export const removeTargets: OperationOf<EventsOperations, 'RemoveTargets'> = {
  name: 'RemoveTargets',
  access: 'write',
  authorize: on('events:RemoveTargets', ruleKind, reference),
  handle: async (input, context) => {
    const { document, view } = await foundRule(context, reference(input));
    const held = new Set(document.targets.map(({ Id }) => Id));
    const removed = new Set(input.Ids);
    const targets = document.targets.filter(({ Id }) => !removed.has(Id));
    await changeRule(context, view, document, { ...document, targets });
    const FailedEntries = input.Ids.filter((id) => !held.has(id)).map((TargetId) => ({
      TargetId,
      ErrorCode: 'ResourceNotFoundException',
      ErrorMessage: `Rule ${input.Rule} does not have a target with the Id ${TargetId}.`,
    }));
    return { FailedEntryCount: FailedEntries.length, FailedEntries };
  },
};

export const listTargetsByRule: OperationOf<EventsOperations, 'ListTargetsByRule'> = {
  name: 'ListTargetsByRule',
  access: 'read',
  authorize: on('events:ListTargetsByRule', ruleKind, reference),
  handle: async (input, context) => {
    const { document } = await foundRule(context, reference(input));
    const page = pageOf(context.call, input, document.arn);
    const start = page.after === undefined ? 0 : Number(page.after.key);
    const Targets = document.targets.slice(start, start + page.limit);
    const end = start + Targets.length;
    const isOver = end >= document.targets.length;
    return { Targets, ...page.answer(isOver ? undefined : { key: String(end), id: '' }) };
  },
};

export const listRuleNamesByTarget: OperationOf<EventsOperations, 'ListRuleNamesByTarget'> = {
  name: 'ListRuleNamesByTarget',
  access: 'read',
  authorize: anywhere('events:ListRuleNamesByTarget'),
  handle: async (input, context) => {
    const { call, unit } = context;
    const { scope, name: bus } = busPlace(input.EventBusName ?? DEFAULT_BUS, call.scope);
    await assertBus(unit, scope, bus);
    const key = `${bus}\n${input.TargetArn}`;
    const page = pageOf(call, input, key);
    const { items, last } = await context.view.list(rules, {
      index: 'target',
      prefix: key,
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    // A longer ARN may begin with the one that is asked for.
    const RuleNames = items.filter((item) => item.key === key).map((item) => item.document.name);
    return { RuleNames, ...page.answer(last) };
  },
};
