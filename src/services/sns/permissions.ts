import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { onTopic, topicOf } from './authorization.ts';
import { invalidParameter, notFound } from './errors.ts';
import type { SnsOperation, SnsParts } from './operation.ts';
import { requirePolicy } from './policies.ts';
import { topics } from './state.ts';

const LABEL = /^[\w-]{1,80}$/;
const ACTIONS: ReadonlySet<string> = new Set([
  '*',
  'Publish',
  'Subscribe',
  'GetTopicAttributes',
  'SetTopicAttributes',
  'AddPermission',
  'RemovePermission',
  'DeleteTopic',
  'ListSubscriptionsByTopic',
  'Receive',
]);

export function createAddPermission({ principals }: SnsParts): SnsOperation<'AddPermission'> {
  return {
    name: 'AddPermission',
    access: 'write',
    authorize: (input, context) => onTopic('SNS:AddPermission', input.TopicArn, context),
    handle: async (input, context) => {
      const { topic, arn, view } = await topicOf(context, input.TopicArn);
      const { Label, AWSAccountId: accounts, ActionName: actions } = input;
      if (!LABEL.test(Label)) throw invalidParameter('Label');
      if (accounts.length === 0 || accounts.some((account) => !/^\d{12}$/.test(account))) {
        throw invalidParameter('AWSAccountId');
      }
      if (actions.length === 0 || actions.some((action) => !ACTIONS.has(action))) {
        throw invalidParameter('Policy statement action out of service scope!');
      }
      const policy = statementsOf(await principals.show(context.unit, topic.policy));
      if (policy.statements.some(({ Sid }) => Sid === Label)) {
        throw invalidParameter('Statement already exists');
      }
      const statement = {
        Sid: Label,
        Effect: 'Allow',
        Principal: { AWS: single(accounts.map((account) => `arn:aws:iam::${account}:root`)) },
        Action: single(actions.map((action) => `SNS:${action}`)),
        Resource: arn,
      };
      const text = JSON.stringify({ ...policy.rest, Statement: [...policy.statements, statement] });
      const bound = await requirePolicy(principals, context.unit, text);
      view.put(topics, topic.name, { ...topic, policy: bound });
      return {};
    },
  };
}

export function createRemovePermission({ principals }: SnsParts): SnsOperation<'RemovePermission'> {
  return {
    name: 'RemovePermission',
    access: 'write',
    authorize: (input, context) => onTopic('SNS:RemovePermission', input.TopicArn, context),
    handle: async (input, context) => {
      const { topic, view } = await topicOf(context, input.TopicArn);
      const policy = statementsOf(await principals.show(context.unit, topic.policy));
      const kept = policy.statements.filter(({ Sid }) => Sid !== input.Label);
      if (kept.length === policy.statements.length) throw notFound('Label');
      const text = JSON.stringify({ ...policy.rest, Statement: kept });
      const bound = await requirePolicy(principals, context.unit, text);
      view.put(topics, topic.name, { ...topic, policy: bound });
      return {};
    },
  };
}

function single(values: readonly string[]): JsonValue {
  return values.length === 1 ? (values[0] ?? '') : values;
}

function statementsOf(text: string): {
  readonly statements: readonly JsonObject[];
  readonly rest: JsonObject;
} {
  const json: JsonValue = JSON.parse(text);
  if (!isJsonObject(json)) return { statements: [], rest: {} };
  const { Statement: given, ...rest } = json;
  const list = Array.isArray(given) ? given : [given ?? null];
  return { statements: list.filter((one) => isJsonObject(one)), rest };
}
