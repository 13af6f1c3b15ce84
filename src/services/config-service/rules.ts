import { listedTagConditions } from '../../core/tags.ts';
import type {
  ConfigRule,
  ConfigRuleEvaluationStatus,
} from '../../../models/config-service/types.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  insufficientPermissions,
  invalidParameter,
  noRecorderFor,
  noSuchRule,
  tooManyRules,
} from './errors.ts';
import { cancelEvaluation, orderEvaluation } from './evaluating/evaluation-job.ts';
import { invokeFunction, invoker } from './evaluating/invocation-job.ts';
import { dropResults } from './evaluating/results.ts';
import { configOperation } from './operation.ts';
import { pageOfList } from './pages.ts';
import { recorderIn } from './recorder-state.ts';
import { everyRule, ruleByArn, ruleById, ruleKind } from './resources.ts';
import { requireRule } from './rule-input.ts';
import { type Rule, type RuleRun, ruleRuns, rules } from './state.ts';
import { tagsGiven } from './tags.ts';

/** In an account and Region. Source: AWS Config developer guide, "Service limits". */
const RULES_MAX = 1_000;
const PAGE = 25;

/** A rule's document. Errors: NoSuchConfigRuleException. */
export async function ruleNamed({ view }: Pick<Context, 'view'>, name: string): Promise<Rule> {
  const rule = await view.get(rules, name);
  if (rule === undefined) throw noSuchRule(name);
  return rule;
}

/** Those that are named, or all of them. Errors: NoSuchConfigRuleException. */
export async function rulesNamed(
  context: Pick<Context, 'view'>,
  names: readonly string[] | undefined,
): Promise<readonly Rule[]> {
  if (names === undefined || names.length === 0) return everyOf(context.view, rules);
  const found: Rule[] = [];
  for (const name of names) found.push(await ruleNamed(context, name));
  return found;
}

/** What an operation on named rules is authorized on; every rule where none is named. */
export async function onRules(
  { ConfigRuleNames: names }: { readonly ConfigRuleNames?: readonly string[] | undefined },
  context: ResolveContext,
) {
  if (names === undefined || names.length === 0) return everyRule(context.call.scope);
  return Promise.all(names.map((name) => context.resolve(ruleKind, name)));
}

function on({ ConfigRuleName }: { readonly ConfigRuleName: string }, context: ResolveContext) {
  return context.resolve(ruleKind, ConfigRuleName);
}

/** Every rule that a new state of a rule names, by whichever of its three names. */
async function onNamed(given: ConfigRule, context: ResolveContext) {
  const { ConfigRuleName: name, ConfigRuleArn: arn, ConfigRuleId: id } = given;
  const named = [
    ...(name === undefined ? [] : [await context.resolve(ruleKind, name)]),
    ...(arn === undefined ? [] : [await context.resolve(ruleByArn, arn)]),
    ...(id === undefined ? [] : [await context.resolve(ruleById, id)]),
  ];
  return named.length === 0 ? everyRule(context.call.scope) : named;
}

/** The name of the one rule that is to be written. Errors: InvalidParameterValueException, NoSuchConfigRuleException. */
async function nameOf(given: ConfigRule, context: Context): Promise<string> {
  const { ConfigRuleName: name, ConfigRuleArn: arn, ConfigRuleId: id } = given;
  if (name?.startsWith('arn:') === true) {
    throw invalidParameter(`The ConfigRuleName '${name}' must not begin as an ARN does.`);
  }
  const known = [
    ...(arn === undefined ? [] : [await context.resolve(ruleByArn, arn)]),
    ...(id === undefined ? [] : [await context.resolve(ruleById, id)]),
  ];
  const names = new Set(known.map(({ resolved }) => resolved.id));
  if (name !== undefined) names.add(name);
  const [one] = names;
  if (one === undefined) {
    throw invalidParameter(
      'One or more identifiers needs to be provided. Provide Name or Id or Arn',
    );
  }
  if (names.size > 1) {
    throw invalidParameter(
      'The ConfigRuleName, ConfigRuleArn and ConfigRuleId must name one rule.',
    );
  }
  return one;
}

/** Errors: the function can't be invoked by Config for the account. */
async function requireFunction(context: Context, { source, arn }: Rule): Promise<void> {
  if (source.Owner !== 'CUSTOM_LAMBDA') return;
  const FunctionName = source.SourceIdentifier ?? '';
  const as = invoker(context.call.scope.account, arn);
  try {
    await context.mayCall(invokeFunction, { FunctionName }, { as });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw insufficientPermissions(
      `The AWS Lambda function ${FunctionName} cannot be invoked. Check the specified function ` +
        "ARN, and check the function's permissions.",
    );
  }
}

const putRule = configOperation({
  name: 'PutConfigRule',
  access: 'write',
  on: ({ ConfigRule: given }, context) => onNamed(given, context),
  conditions: ({ Tags }) => listedTagConditions(Tags),
  handle: async ({ ConfigRule: given, Tags }, context) => {
    const { unit, view, call } = context;
    const { account, region } = call.scope;
    const name = await nameOf(given, context);
    if ((await recorderIn(unit, call.scope)) === undefined) throw noRecorderFor('put config rule');
    requireRule(given);
    const before = await view.get(rules, name);
    if (before === undefined && (await everyOf(view, rules)).length >= RULES_MAX) {
      throw tooManyRules(name, RULES_MAX);
    }
    const suffix = await context.once(() => uniqueId('', 6).toLowerCase());
    const id = before?.id ?? `config-rule-${suffix}`;
    const { Description, Scope, InputParameters, MaximumExecutionFrequency } = given;
    const rule: Rule = {
      name,
      id,
      arn: `arn:aws:config:${region}:${account}:config-rule/${id}`,
      source: given.Source,
      tags: before?.tags ?? tagsGiven(Tags),
      created: before?.created ?? call.now,
      ...(Description === undefined ? {} : { description: Description }),
      ...(Scope === undefined ? {} : { scope: Scope }),
      ...(InputParameters === undefined ? {} : { parameters: InputParameters }),
      ...(MaximumExecutionFrequency === undefined ? {} : { frequency: MaximumExecutionFrequency }),
    };
    await requireFunction(context, rule);
    view.put(rules, name, rule);
    orderEvaluation(unit, call.scope, rule, call.now);
    return {};
  },
});

const deleteRule = configOperation({
  name: 'DeleteConfigRule',
  access: 'write',
  on,
  handle: async ({ ConfigRuleName }, context) => {
    const { unit, view, call } = context;
    const rule = await ruleNamed(context, ConfigRuleName);
    await dropResults({ unit, scope: call.scope }, rule);
    view.delete(ruleRuns, rule.id);
    view.delete(rules, rule.name);
    cancelEvaluation(unit, call.scope, rule);
    return {};
  },
});

const deleteResults = configOperation({
  name: 'DeleteEvaluationResults',
  access: 'write',
  on,
  handle: async ({ ConfigRuleName }, context) => {
    const rule = await ruleNamed(context, ConfigRuleName);
    await dropResults({ unit: context.unit, scope: context.call.scope }, rule);
    return {};
  },
});

const startEvaluation = configOperation({
  name: 'StartConfigRulesEvaluation',
  access: 'write',
  on: onRules,
  handle: async ({ ConfigRuleNames }, context) => {
    for (const rule of await rulesNamed(context, ConfigRuleNames)) {
      orderEvaluation(context.unit, context.call.scope, rule, context.call.now);
    }
    return {};
  },
});

function shown(rule: Rule): ConfigRule {
  const { description, scope, parameters, frequency } = rule;
  return {
    ConfigRuleName: rule.name,
    ConfigRuleArn: rule.arn,
    ConfigRuleId: rule.id,
    Source: rule.source,
    ConfigRuleState: 'ACTIVE',
    EvaluationModes: [{ Mode: 'DETECTIVE' }],
    ...(description === undefined ? {} : { Description: description }),
    ...(scope === undefined ? {} : { Scope: scope }),
    ...(parameters === undefined ? {} : { InputParameters: parameters }),
    ...(frequency === undefined ? {} : { MaximumExecutionFrequency: frequency }),
  };
}

const describeRules = configOperation({
  name: 'DescribeConfigRules',
  access: 'read',
  on: onRules,
  handle: async ({ ConfigRuleNames, NextToken, Filters }, context) => {
    if (Filters?.EvaluationMode === 'PROACTIVE') return { ConfigRules: [] };
    const all = await rulesNamed(context, ConfigRuleNames);
    const about = JSON.stringify(ConfigRuleNames ?? []);
    const asked = { token: NextToken, limit: undefined, usual: PAGE, about };
    const { items, next } = pageOfList(context.call, all, asked);
    return { ConfigRules: items.map(shown), ...(next === undefined ? {} : { NextToken: next }) };
  },
});

function shownRun(rule: Rule, run: RuleRun | undefined): ConfigRuleEvaluationStatus {
  const at = (name: string, instant: number | undefined) =>
    instant === undefined ? {} : { [name]: new Date(instant) };
  return {
    ConfigRuleName: rule.name,
    ConfigRuleArn: rule.arn,
    ConfigRuleId: rule.id,
    FirstActivatedTime: new Date(rule.created),
    FirstEvaluationStarted: run !== undefined,
    ...at('LastSuccessfulInvocationTime', run?.invoked),
    ...at('LastFailedInvocationTime', run?.invocationFailed),
    ...at('LastSuccessfulEvaluationTime', run?.evaluated),
    ...at('LastFailedEvaluationTime', run?.evaluationFailed),
    ...(run?.error === undefined
      ? {}
      : { LastErrorCode: run.error.code, LastErrorMessage: run.error.message }),
  };
}

const describeStatus = configOperation({
  name: 'DescribeConfigRuleEvaluationStatus',
  access: 'read',
  on: onRules,
  handle: async ({ ConfigRuleNames, NextToken, Limit }, context) => {
    const all = await rulesNamed(context, ConfigRuleNames);
    const about = JSON.stringify(ConfigRuleNames ?? []);
    const asked = { token: NextToken, limit: Limit, usual: PAGE, about };
    const { items, next } = pageOfList(context.call, all, asked);
    const statuses: ConfigRuleEvaluationStatus[] = [];
    for (const rule of items) {
      statuses.push(shownRun(rule, await context.view.get(ruleRuns, rule.id)));
    }
    return {
      ConfigRulesEvaluationStatus: statuses,
      ...(next === undefined ? {} : { NextToken: next }),
    };
  },
});

export const ruleOperations: readonly AnyOperation[] = [
  putRule,
  deleteRule,
  deleteResults,
  startEvaluation,
  describeRules,
  describeStatus,
];
