import type { Condition, EventsOperations } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { partitionOf } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { busOf, on } from './authorization.ts';
import { invalidParameter, notFound, policyTooLong, validation } from './errors.ts';
import { DEFAULT_BUS, existingBusKind } from './resources.ts';
import { type BusDocument, buses } from './state.ts';

const POLICY_CHARACTERS_MAX = 10_240;

/** Who else may put events on a bus, and manage it: its resource policy. */
export function busPolicyOperations(principals: PrincipalDirectory): readonly AnyOperation[] {
  return [createPutPermission(principals), createRemovePermission(principals)];
}

interface Naming {
  readonly EventBusName?: string | undefined;
}

const busNamed = ({ EventBusName = DEFAULT_BUS }: Naming): string => EventBusName;

function createPutPermission(
  principals: PrincipalDirectory,
): OperationOf<EventsOperations, 'PutPermission'> {
  return {
    name: 'PutPermission',
    access: 'write',
    authorize: on('events:PutPermission', existingBusKind, busNamed),
    handle: async (input, context) => {
      const { document, resource } = await busOf(context, input.EventBusName);
      if (input.Policy !== undefined) {
        await keep(principals, context, document, input.Policy);
        return {};
      }
      const statement = statementOf(input, resource.resolved);
      const others = statementsOf(document).filter((one) => sidOf(one) !== input.StatementId);
      await keepStatements(principals, context, document, [...others, statement]);
      return {};
    },
  };
}

function statementOf(
  { Principal, StatementId, Action, Condition }: EventsOperations['PutPermission']['input'],
  { arn, scope }: { readonly arn: string; readonly scope: Scope },
): JsonObject {
  if (Principal === undefined || StatementId === undefined || Action === undefined) {
    throw validation('Parameter(s) Action, Principal, StatementId must be specified.');
  }
  if (Action !== 'events:PutEvents') {
    throw invalidParameter('Action', 'Only events:PutEvents is permitted.');
  }
  const account = { AWS: `arn:${partitionOf(scope.region)}:iam::${Principal}:root` };
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: Principal === '*' ? '*' : account,
    Action,
    Resource: arn,
    ...conditionOf(Condition),
  };
}

function createRemovePermission(
  principals: PrincipalDirectory,
): OperationOf<EventsOperations, 'RemovePermission'> {
  return {
    name: 'RemovePermission',
    access: 'write',
    authorize: on('events:RemovePermission', existingBusKind, busNamed),
    handle: async (input, context) => {
      const { document } = await busOf(context, input.EventBusName);
      if (input.RemoveAllPermissions === true) {
        await keepStatements(principals, context, document, []);
        return {};
      }
      if (input.StatementId === undefined) {
        throw validation('Parameter StatementId must be specified.');
      }
      const held = statementsOf(document);
      const left = held.filter((one) => sidOf(one) !== input.StatementId);
      if (left.length === held.length) {
        throw notFound('Statement with the provided id does not exist.');
      }
      await keepStatements(principals, context, document, left);
      return {};
    },
  };
}

async function keepStatements(
  principals: PrincipalDirectory,
  context: Context,
  bus: BusDocument,
  Statement: readonly JsonValue[],
): Promise<void> {
  if (Statement.length > 0) {
    const text = JSON.stringify({ Version: '2012-10-17', Statement });
    await keep(principals, context, bus, text);
    return;
  }
  const { policy: _dropped, ...rest } = bus;
  put(context, rest);
}

async function keep(
  principals: PrincipalDirectory,
  context: Context,
  bus: BusDocument,
  text: string,
): Promise<void> {
  if (text.length > POLICY_CHARACTERS_MAX) throw policyTooLong();
  assertPolicy(text);
  const policy = await principals.bind(context.unit, text);
  if ('unknown' in policy) {
    throw invalidParameter('Policy', `Invalid principal in policy: ${policy.unknown}`);
  }
  put(context, { ...bus, policy });
}

function put({ view, call }: Context, bus: BusDocument): void {
  view.put(buses, bus.name, { ...bus, created: bus.created ?? call.now, modified: call.now });
}

function assertPolicy(text: string): void {
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw invalidParameter('Policy', error.message);
    throw error;
  }
}

function conditionOf(condition: Condition | undefined): JsonObject {
  if (condition === undefined) return {};
  const { Type, Key, Value } = condition;
  if (Type !== 'StringEquals' || Key !== 'aws:PrincipalOrgID') {
    throw invalidParameter('Condition', 'Only StringEquals on aws:PrincipalOrgID is permitted.');
  }
  return { Condition: { [Type]: { [Key]: Value } } };
}

function statementsOf({ policy }: BusDocument): readonly JsonValue[] {
  if (policy === undefined) return [];
  const document: JsonValue = JSON.parse(policy.text);
  const statements = isJsonObject(document) ? document['Statement'] : undefined;
  if (statements === undefined) return [];
  return Array.isArray(statements) ? statements : [statements];
}

function sidOf(statement: JsonValue): JsonValue | undefined {
  return isJsonObject(statement) ? statement['Sid'] : undefined;
}
