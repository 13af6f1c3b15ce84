import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { onQueue, queueOf } from './authorization.ts';
import { invalidValue, missingParameter, overLimit } from './errors.ts';
import { requirePolicy } from './policies.ts';
import { type QueueDocument, queues } from './state.ts';

const ACTIONS: ReadonlySet<string> = new Set([
  '*',
  'SendMessage',
  'ReceiveMessage',
  'DeleteMessage',
  'ChangeMessageVisibility',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ListDeadLetterSourceQueues',
  'PurgeQueue',
]);
const ACTIONS_MAX = 7;
const LABEL = /^[\w-]{1,80}$/;

export function createAddPermission(
  principals: PrincipalDirectory,
): OperationOf<SqsOperations, 'AddPermission'> {
  return {
    name: 'AddPermission',
    access: 'write',
    authorize: onQueue('sqs:addpermission'),
    handle: async (input, context) => {
      const { queue, arn, view } = await queueOf(context, input.QueueUrl);
      const { Label, AWSAccountIds: accounts, Actions: actions } = input;
      if (!LABEL.test(Label)) {
        const reason =
          'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.';
        throw invalidValue(Label, 'Label', reason);
      }
      if (accounts.length === 0) throw missingParameter('PrincipalId');
      if (actions.length === 0) throw missingParameter('Actions');
      if (actions.length > ACTIONS_MAX) {
        throw overLimit(`${actions.length} Actions were found, maximum allowed is ${ACTIONS_MAX}.`);
      }
      for (const action of actions) {
        if (!ACTIONS.has(action)) {
          throw invalidValue(
            `SQS:${action}`,
            'ActionName',
            'Please refer to the appropriate WSDL for a list of valid actions. ',
          );
        }
      }
      for (const account of accounts) {
        if (!/^\d{12}$/.test(account)) {
          throw invalidValue(account, 'PrincipalId', 'Unable to verify.');
        }
      }
      const policy = await readPolicy(principals, context.unit, queue, arn);
      if (policy.statements.some(({ Sid }) => Sid === Label)) {
        throw invalidValue(Label, 'Label', 'Already exists.');
      }
      const arns = accounts.map((account) => `arn:aws:iam::${account}:root`);
      const statement = {
        Sid: Label,
        Effect: 'Allow',
        Principal: { AWS: arns.length === 1 ? (arns[0] ?? '') : arns },
        Action: single(actions.map((action) => `SQS:${action}`)),
        Resource: arn,
      };
      const text = JSON.stringify({ ...policy.rest, Statement: [...policy.statements, statement] });
      const bound = await requirePolicy(principals, context.unit, text, arn);
      if (bound !== undefined) view.put(queues, queue.name, { ...queue, policy: bound });
      return {};
    },
  };
}

export function createRemovePermission(
  principals: PrincipalDirectory,
): OperationOf<SqsOperations, 'RemovePermission'> {
  return {
    name: 'RemovePermission',
    access: 'write',
    authorize: onQueue('sqs:removepermission'),
    handle: async (input, context) => {
      const { queue, arn, view } = await queueOf(context, input.QueueUrl);
      const policy = await readPolicy(principals, context.unit, queue, arn);
      const kept = policy.statements.filter(({ Sid }) => Sid !== input.Label);
      if (kept.length === policy.statements.length) {
        throw invalidValue(input.Label, 'Label', "can't find label on existing policy.");
      }
      const { policy: _policy, ...rest } = queue;
      const text = kept.length === 0 ? '' : JSON.stringify({ ...policy.rest, Statement: kept });
      const bound = await requirePolicy(principals, context.unit, text, arn);
      view.put(queues, queue.name, bound === undefined ? rest : { ...rest, policy: bound });
      return {};
    },
  };
}

function single(values: readonly string[]): JsonValue {
  return values.length === 1 ? (values[0] ?? '') : values;
}

/** The policy as it stands, or the one that AddPermission begins with. */
async function readPolicy(
  principals: PrincipalDirectory,
  unit: Parameters<PrincipalDirectory['show']>[0],
  { policy }: QueueDocument,
  arn: string,
): Promise<{ readonly statements: readonly JsonObject[]; readonly rest: JsonObject }> {
  if (policy === undefined) {
    return { statements: [], rest: { Version: '2008-10-17', Id: `${arn}/SQSDefaultPolicy` } };
  }
  const json: JsonValue = JSON.parse(await principals.show(unit, policy));
  if (!isJsonObject(json)) return { statements: [], rest: {} };
  const { Statement: given, ...rest } = json;
  const list = Array.isArray(given) ? given : [given ?? null];
  return { statements: list.filter((one) => isJsonObject(one)), rest };
}
