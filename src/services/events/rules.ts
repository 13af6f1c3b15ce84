import { tagConditions } from '../../core/tags.ts';
import type { EventsOperations, Rule } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { foundRule, on, passing, ruleReference } from './authorization.ts';
import { assertBus } from './buses.ts';
import { patternOf } from './event-patterns.ts';
import { patternConditions } from './pattern-conditions.ts';
import { parseSchedule } from './domain/schedule.ts';
import { invalidParameter, validation } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { busPlace, DEFAULT_BUS, existingBusKind, ruleArn, ruleKind } from './resources.ts';
import { changeRule, dropRule } from './rule-changes.ts';
import { type RuleDocument, ruleId, rules } from './state.ts';
import { tagsOf, withTags } from './tags.ts';

type PutRule = EventsOperations['PutRule']['input'];

/** Replaces all of a rule that is there but its targets and tags. */
export const putRule: OperationOf<EventsOperations, 'PutRule'> = {
  name: 'PutRule',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(ruleKind, ruleReference(input));
    const tags = tagConditions(tagsOf(input.Tags));
    const conditions = new Map([...tags, ...patternConditions(input.EventPattern)]);
    const tagging = { action: 'events:TagResource', resource, conditions: tags };
    return [
      { action: 'events:PutRule', resource, conditions },
      ...((input.Tags?.length ?? 0) > 0 ? [tagging] : []),
      ...passing(input.RoleArn),
    ];
  },
  handle: async (input, context) => {
    const { scope, name: bus } = busPlace(input.EventBusName ?? DEFAULT_BUS, context.call.scope);
    assertRule(input, bus);
    await assertBus(context.unit, scope, bus);
    const view = context.unit.view(scope);
    const held = await view.get(rules, ruleId(bus, input.Name));
    await changeRule(context, view, held, {
      name: input.Name,
      bus,
      arn: ruleArn(scope, bus, input.Name),
      state: input.State ?? 'ENABLED',
      createdBy: held?.createdBy ?? context.call.scope.account,
      targets: held?.targets ?? [],
      tags: held?.tags ?? withTags({}, tagsOf(input.Tags)),
      ...optional('pattern', input.EventPattern),
      ...optional('schedule', input.ScheduleExpression),
      ...optional('description', input.Description),
      ...optional('roleArn', input.RoleArn),
    });
    return { RuleArn: ruleArn(scope, bus, input.Name) };
  },
};

function assertRule({ EventPattern, ScheduleExpression }: PutRule, bus: string): void {
  if (!EventPattern && !ScheduleExpression) {
    throw validation('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  }
  if (EventPattern) patternOf(EventPattern);
  if (!ScheduleExpression) return;
  if (bus !== DEFAULT_BUS) {
    throw validation('ScheduleExpression is supported only on the default event bus.');
  }
  if (parseSchedule(ScheduleExpression) === undefined) throw invalidParameter('ScheduleExpression');
}

/** An empty text says nothing. */
function optional<N extends string>(name: N, value: string | undefined) {
  return value === undefined || value === '' ? {} : { [name]: value };
}

export const describeRule: OperationOf<EventsOperations, 'DescribeRule'> = {
  name: 'DescribeRule',
  access: 'read',
  authorize: on('events:DescribeRule', ruleKind, ruleReference),
  handle: async (input, context) => {
    const { document } = await foundRule(context, ruleReference(input));
    return { ...shown(document), CreatedBy: document.createdBy };
  },
};

export const deleteRule: OperationOf<EventsOperations, 'DeleteRule'> = {
  name: 'DeleteRule',
  access: 'write',
  authorize: on('events:DeleteRule', ruleKind, ruleReference),
  handle: async (input, context) => {
    const { scope, name: bus } = busPlace(input.EventBusName ?? DEFAULT_BUS, context.call.scope);
    await assertBus(context.unit, scope, bus);
    const view = context.unit.view(scope);
    const rule = await view.get(rules, ruleId(bus, input.Name));
    if (rule === undefined) return {};
    if (rule.targets.length > 0) throw validation("Rule can't be deleted since it has targets.");
    await dropRule(context, view, rule);
    return {};
  },
};

export const enableRule: OperationOf<EventsOperations, 'EnableRule'> = {
  name: 'EnableRule',
  access: 'write',
  authorize: on('events:EnableRule', ruleKind, ruleReference),
  handle: (input, context) => setState(context, input, 'ENABLED'),
};

export const disableRule: OperationOf<EventsOperations, 'DisableRule'> = {
  name: 'DisableRule',
  access: 'write',
  authorize: on('events:DisableRule', ruleKind, ruleReference),
  handle: (input, context) => setState(context, input, 'DISABLED'),
};

async function setState(
  context: Context,
  input: EventsOperations['EnableRule']['input'],
  state: RuleDocument['state'],
) {
  const { document, view } = await foundRule(context, ruleReference(input));
  await changeRule(context, view, document, { ...document, state });
  return {};
}

export const listRules: OperationOf<EventsOperations, 'ListRules'> = {
  name: 'ListRules',
  access: 'read',
  authorize: on(
    'events:ListRules',
    existingBusKind,
    ({ EventBusName = DEFAULT_BUS }) => EventBusName,
  ),
  handle: async (input, context) => {
    const { NamePrefix = '' } = input;
    const { scope, name: bus } = busPlace(input.EventBusName ?? DEFAULT_BUS, context.call.scope);
    await assertBus(context.unit, scope, bus);
    const view = context.unit.view(scope);
    const prefix = ruleId(bus, NamePrefix);
    const page = pageOf(context.call, input, prefix);
    const { documents, last } = await filteredPage(
      page,
      (query) => view.list(rules, { ...query, prefix }),
      (rule) => rule.bus === bus,
    );
    return { Rules: documents.map(shown), ...page.answer(last) };
  },
};

function shown(rule: RuleDocument): Rule {
  const { name, arn, bus, state, pattern, schedule, description, roleArn } = rule;
  return {
    Name: name,
    Arn: arn,
    State: state,
    EventBusName: bus,
    ...(pattern === undefined ? {} : { EventPattern: pattern }),
    ...(schedule === undefined ? {} : { ScheduleExpression: schedule }),
    ...(description === undefined ? {} : { Description: description }),
    ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
  };
}
