import { listedTagConditions } from '../../../core/tags.ts';
import type {
  CreateTableInput,
  DynamodbOperations,
  StreamSpecification,
} from '../../../../models/dynamodb/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../../contract/operation.ts';
import { hexId, uuid } from '../../../core/ids.ts';
import type { PrincipalDirectory } from '../../iam/port.ts';
import { tablePermission } from '../authorization.ts';
import { firstKeyWatch, orderKeyWatch } from '../encryption/key-watch.ts';
import { keyChoice, newItemKey, protect } from '../encryption/protection.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { resourceInUse, unbuilt } from '../errors.ts';
import { boundPolicy, newRevision, POLICY_ACTION } from '../resource-policies.ts';
import { tableArn } from '../resources.ts';
import { type IndexDocument, type TableDocument, tables } from '../state.ts';
import { openStream } from '../streams/stream-life.ts';
import { mergeTags } from '../tags.ts';
import { orderCounting } from './counting-job.ts';
import { tableDescription } from './description.ts';
import {
  definedAttributes,
  indexDraft,
  keySchemaOf,
  localIndexDrafts,
  requireAllUsed,
  requireFitting,
} from './key-schemas.ts';
import { namedTable, requireName } from './names.ts';
import { requireRoom } from './room.ts';
import { orderSettling } from './settling-order.ts';
import { indexThroughput, onDemandLimits, tableThroughput } from './throughput.ts';

const OPERATION = 'CreateTable';

export function createCreateTable(
  principals: PrincipalDirectory,
): OperationOf<DynamodbOperations, 'CreateTable'> {
  return {
    name: OPERATION,
    access: 'write',
    authorize: permissions,
    handle: async (input, context) => {
      const draft = draftOf(input);
      const { name, account } = requireOwn(input, context);
      const { scope, now } = context.call;
      const { view } = context;
      if ((await view.get(tables, name)) !== undefined) {
        throw resourceInUse(`Table already exists: ${name}`);
      }
      await requireRoom(view);
      const chosen = keyChoice(input.SSESpecification);
      const policy = await boundPolicy(context, principals, input.ResourcePolicy, {
        arn: tableArn(scope, name),
      });
      const drawn = await context.once(() => ({ id: uuid(), store: hexId(16) }));
      const itemKey = await newItemKey(context);
      const place = { ...scope, ...drawn, name };
      const protection =
        chosen === undefined ? undefined : await protect(context, place, chosen, itemKey);
      const table: TableDocument = {
        ...draft,
        ...place,
        account,
        created: now,
        status: 'CREATING',
        tags: mergeTags({}, input.Tags ?? []),
        ...(policy === undefined
          ? {}
          : { policy, policyRevision: await context.once(newRevision) }),
        ...(protection === undefined ? { itemKey: itemKey.toString('base64') } : { protection }),
        replicas: [],
        count: 0,
        bytes: 0,
        ...(draft.billing === 'PAY_PER_REQUEST' ? { onDemandSince: now } : {}),
      };
      const made = withStream(context, table, input.StreamSpecification);
      view.put(tables, name, made);
      orderSettling(context.unit, made, now);
      orderCounting(context.unit, made, now);
      if (protection !== undefined) orderKeyWatch(context.unit, made, firstKeyWatch(now));
      context.audit.resource('AWS::DynamoDB::Table', tableArn(scope, name), account);
      return { TableDescription: tableDescription(made) };
    },
  };
}

async function permissions(input: CreateTableInput, context: ResolveContext) {
  const conditions = listedTagConditions(input.Tags ?? []);
  const own = await tablePermission(context, 'dynamodb:CreateTable', input.TableName, conditions);
  return [
    own,
    ...(input.Tags === undefined ? [] : [{ ...own, action: 'dynamodb:TagResource' }]),
    ...(input.ResourcePolicy === undefined ? [] : [{ ...own, action: POLICY_ACTION }]),
  ];
}

function requireOwn({ TableName }: CreateTableInput, { call }: Context) {
  const { scope, name } = namedTable(TableName, call.scope);
  if (scope.account === call.scope.account) return { name, account: scope.account };
  throw invalid(`Invalid table ARN: ${TableName}`);
}

type Draft = Pick<
  TableDocument,
  | 'attributes'
  | 'key'
  | 'indexes'
  | 'indexesMade'
  | 'billing'
  | 'throughput'
  | 'onDemand'
  | 'tableClass'
  | 'isProtected'
>;

/** What a request says of a table, checked. Errors: ValidationException. */
function draftOf(input: CreateTableInput): Draft {
  if (input.GlobalTableSourceArn !== undefined) {
    throw unbuilt(OPERATION, 'global tables of several accounts');
  }
  if (input.KeySchema === undefined || input.AttributeDefinitions === undefined) {
    throw invalid(
      '1 validation error detected: Value null at ' +
        `'${input.KeySchema === undefined ? 'keySchema' : 'attributeDefinitions'}' failed to satisfy constraint: ` +
        'Member must not be null',
    );
  }
  const billing = input.BillingMode ?? 'PROVISIONED';
  const throughput = tableThroughput(billing, input.ProvisionedThroughput);
  const attributes = definedAttributes(input.AttributeDefinitions);
  const key = keySchemaOf(OPERATION, input.KeySchema, attributes);
  const indexes = indexesOf(input, { billing, key, attributes });
  requireAllUsed(attributes, key, indexes);
  const onDemand = onDemandLimits(input.OnDemandThroughput);
  return {
    attributes,
    key,
    indexes,
    indexesMade: indexes.length,
    billing,
    throughput,
    ...(onDemand === undefined ? {} : { onDemand }),
    ...(input.TableClass === undefined ? {} : { tableClass: input.TableClass }),
    isProtected: input.DeletionProtectionEnabled ?? false,
  };
}

function indexesOf(
  { LocalSecondaryIndexes, GlobalSecondaryIndexes }: CreateTableInput,
  { billing, key, attributes }: Pick<Draft, 'billing' | 'key' | 'attributes'>,
): readonly IndexDocument[] {
  const locals = localIndexDrafts(OPERATION, LocalSecondaryIndexes, key, attributes);
  if (GlobalSecondaryIndexes?.length === 0) {
    throw invalidParameter('List of GlobalSecondaryIndexes is empty');
  }
  const globals = (GlobalSecondaryIndexes ?? []).map((given) => {
    const onDemand = onDemandLimits(given.OnDemandThroughput);
    return {
      ...indexDraft(OPERATION, given, false, attributes),
      throughput: indexThroughput(billing, given.IndexName, given.ProvisionedThroughput),
      ...(onDemand === undefined ? {} : { onDemand }),
    };
  });
  const drafts = [...locals, ...globals];
  for (const { name } of drafts) requireName(name);
  requireFitting(drafts);
  return drafts.map((draft, at) => ({
    ...draft,
    place: `i${at + 1}`,
    status: draft.isLocal ? 'ACTIVE' : 'CREATING',
  }));
}

function withStream(
  { unit, call }: Context,
  table: TableDocument,
  specification: StreamSpecification | undefined,
): TableDocument {
  if (specification === undefined) return table;
  if (!specification.StreamEnabled) {
    if (specification.StreamViewType === undefined) return table;
    throw invalidParameter('StreamViewType cannot be specified when StreamEnabled is false');
  }
  return openStream(unit, table, specification, call.now);
}
