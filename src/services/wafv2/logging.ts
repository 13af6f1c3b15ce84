import type {
  LoggingConfiguration,
  LoggingFilter,
  LogScope,
  Wafv2Operations,
} from '../../../models/wafv2/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { placeOf } from './authorization.ts';
import { EXACTLY_ONE, invalidParameter, nonexistentItem, TOO_MUCH, unbuilt } from './errors.ts';
import { itemTarget } from './items.ts';
import { type LogDestination, logDestination, openDestination } from './log-destinations.ts';
import { pageOf } from './pages.ts';
import { webAclKind } from './resources.ts';
import { fieldKindOf } from './rules/fields.ts';
import { loggingKey, loggings } from './state.ts';
import type { BucketWriter } from '../s3/port.ts';

/** Operations on where the logs of web ACLs go. */
export function loggingOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [
    putLogging(buckets),
    getLoggingConfiguration,
    deleteLoggingConfiguration,
    listLoggingConfigurations,
  ];
}

const DEFAULT_SCOPE: LogScope = 'CUSTOMER';
const REDACTABLE: ReadonlySet<string> = new Set([
  'UriPath',
  'QueryString',
  'SingleHeader',
  'Method',
]);

async function onWebAcl(
  operation: string,
  arn: string,
  context: ResolveContext,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
) {
  const resource = await context.resolve(webAclKind.resource, arn);
  return { action: `wafv2:${operation}`, resource, conditions };
}

function putLogging(
  buckets: BucketWriter,
): OperationOf<Wafv2Operations, 'PutLoggingConfiguration'> {
  return {
    name: 'PutLoggingConfiguration',
    access: 'write',
    authorize: async ({ LoggingConfiguration: given }, context) => {
      const conditions = new Map([
        ['wafv2:logdestinationresource', given.LogDestinationConfigs],
        ['wafv2:logscope', [given.LogScope ?? DEFAULT_SCOPE]],
      ]);
      const { ResourceArn: arn } = given;
      return [
        await onWebAcl('PutLoggingConfiguration', arn, context, conditions),
        { action: 'logs:CreateLogDelivery', resource: '*' },
      ];
    },
    handle: async ({ LoggingConfiguration: given }, context) => {
      const { ResourceArn: arn } = given;
      const { document, view } = await itemTarget(context, webAclKind, arn);
      const destination = acceptedLogging(given, document.scope);
      await openDestination(context, buckets, destination);
      const configuration: LoggingConfiguration = {
        ...given,
        ManagedByFirewallManager: false,
        LogType: 'WAF_LOGS',
        LogScope: DEFAULT_SCOPE,
      };
      const token = await context.once(uuid);
      view.put(loggings, loggingKey(document), { token, configuration });
      return { LoggingConfiguration: configuration };
    },
  };
}

/** Errors: WAFInvalidParameterException. */
function acceptedLogging(given: LoggingConfiguration, scope: Scope): LogDestination {
  if (given.LogScope !== undefined && given.LogScope !== DEFAULT_SCOPE) {
    throw unbuilt('PutLoggingConfiguration', `logs of the scope ${given.LogScope}`);
  }
  const [arn, more] = given.LogDestinationConfigs;
  if (arn === undefined || more !== undefined) {
    throw invalidParameter(TOO_MUCH, 'LOG_DESTINATION', 'LogDestinationConfigs');
  }
  for (const field of given.RedactedFields ?? []) {
    const kind = fieldKindOf(field);
    if (!REDACTABLE.has(kind)) {
      throw invalidParameter("The field can't be redacted.", 'FIELD_TO_MATCH', kind);
    }
  }
  if (given.LoggingFilter !== undefined) checkFilter(given.LoggingFilter);
  return logDestination(arn, scope);
}

function checkFilter({ Filters }: LoggingFilter): void {
  for (const condition of Filters.flatMap(({ Conditions }) => Conditions)) {
    const hasAction = condition.ActionCondition !== undefined;
    if (hasAction === (condition.LabelNameCondition !== undefined)) {
      throw invalidParameter(EXACTLY_ONE, 'FILTER_CONDITION', 'Condition');
    }
  }
}

const getLoggingConfiguration: OperationOf<Wafv2Operations, 'GetLoggingConfiguration'> = {
  name: 'GetLoggingConfiguration',
  access: 'read',
  authorize: async ({ ResourceArn }, context) => [
    await onWebAcl('GetLoggingConfiguration', ResourceArn, context),
  ],
  handle: async (input, context) => ({
    LoggingConfiguration: (await loggingOf(context, input)).configuration,
  }),
};

interface Named {
  readonly ResourceArn: string;
  readonly LogScope?: LogScope | undefined;
}

async function loggingOf(context: Context, { ResourceArn, LogScope: scope }: Named) {
  const { document, view } = await itemTarget(context, webAclKind, ResourceArn);
  const key = loggingKey(document, scope);
  const found = await view.get(loggings, key);
  if (found === undefined) throw nonexistentItem();
  return { view, key, configuration: found.configuration };
}

const deleteLoggingConfiguration: OperationOf<Wafv2Operations, 'DeleteLoggingConfiguration'> = {
  name: 'DeleteLoggingConfiguration',
  access: 'write',
  authorize: async (input, context) => {
    const conditions = new Map([['wafv2:logscope', [input.LogScope ?? DEFAULT_SCOPE]]]);
    return [
      await onWebAcl('DeleteLoggingConfiguration', input.ResourceArn, context, conditions),
      { action: 'logs:DeleteLogDelivery', resource: '*' },
    ];
  },
  handle: async (input, context) => {
    const { view, key } = await loggingOf(context, input);
    view.delete(loggings, key);
    return {};
  },
};

const PER_PAGE = 100;

const listLoggingConfigurations: OperationOf<Wafv2Operations, 'ListLoggingConfigurations'> = {
  name: 'ListLoggingConfigurations',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListLoggingConfigurations', resource: '*' }],
  handle: async (input, { call, view }) => {
    if (input.LogScope !== undefined && input.LogScope !== DEFAULT_SCOPE) {
      return { LoggingConfigurations: [] };
    }
    placeOf(call, input.Scope);
    const page = pageOf(call, input, PER_PAGE, input.Scope);
    const { items, last } = await view.list(loggings, {
      prefix: `${input.Scope} `,
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    const found = items.map(({ document }) => document.configuration);
    return { LoggingConfigurations: found, ...page.answer(last) };
  },
};
