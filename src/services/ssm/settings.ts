import type { ServiceSetting, SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { ssmArn } from './domain/parameter-name.ts';
import { settingNotFound, unbuilt, validation } from './errors.ts';
import {
  DEFAULT_TIER,
  HIGH_THROUGHPUT,
  serviceSettings,
  type SettingDocument,
} from './settings-state.ts';

interface Rule {
  readonly initial: string;
  readonly values: readonly string[];
}

const RULES: ReadonlyMap<string, Rule> = new Map([
  [DEFAULT_TIER, { initial: 'Standard', values: ['Standard', 'Advanced', 'Intelligent-Tiering'] }],
  [HIGH_THROUGHPUT, { initial: 'false', values: ['true', 'false'] }],
]);

/** Settings of those parts of Systems Manager that are not built. */
const OTHERS = [
  '/ssm/appmanager/',
  '/ssm/automation/',
  '/ssm/documents/',
  '/ssm/managed-instance/',
  '/ssm/opsinsights/',
  '/ssm/opsitem/',
  '/ssm/session-manager/',
];

const CHANGES_MAX = 100;

/** The id, which may be given as an ARN. Errors: ServiceSettingNotFound; 501 for what is not built. */
function settingOf(operation: string, given: string): { readonly id: string; readonly rule: Rule } {
  const at = given.startsWith('arn:') ? given.indexOf(':servicesetting/') : -1;
  const id = at < 0 ? given : given.slice(at + ':servicesetting'.length);
  const rule = RULES.get(id);
  if (rule !== undefined) return { id, rule };
  if (OTHERS.some((prefix) => id.startsWith(prefix))) {
    throw unbuilt(operation, `the setting ${id}: of Systems Manager only Parameter Store is built`);
  }
  throw settingNotFound(given);
}

function settingArn(scope: Scope, id: string): string {
  return ssmArn(scope, `servicesetting${id}`);
}

function onSetting(operation: string) {
  return async (
    input: { readonly SettingId: string },
    { call }: ResolveContext,
  ): Promise<readonly Permission[]> => {
    const { id } = settingOf(operation, input.SettingId);
    return [{ action: `ssm:${operation}`, resource: settingArn(call.scope, id) }];
  };
}

export const getServiceSetting: OperationOf<SsmOperations, 'GetServiceSetting'> = {
  name: 'GetServiceSetting',
  access: 'read',
  authorize: onSetting('GetServiceSetting'),
  handle: async (input, { call, view }) => {
    const { id, rule } = settingOf('GetServiceSetting', input.SettingId);
    return { ServiceSetting: shown(call.scope, id, rule, await view.get(serviceSettings, id)) };
  },
};

export const updateServiceSetting: OperationOf<SsmOperations, 'UpdateServiceSetting'> = {
  name: 'UpdateServiceSetting',
  access: 'write',
  authorize: onSetting('UpdateServiceSetting'),
  handle: async (input, context) => {
    const { id, rule } = settingOf('UpdateServiceSetting', input.SettingId);
    if (!rule.values.includes(input.SettingValue)) {
      throw validation(
        `The value ${input.SettingValue} of the setting ${id} is not valid. Valid values: [${rule.values.join(', ')}].`,
      );
    }
    await change(context, id, input.SettingValue);
    return {};
  },
};

export const resetServiceSetting: OperationOf<SsmOperations, 'ResetServiceSetting'> = {
  name: 'ResetServiceSetting',
  access: 'write',
  authorize: onSetting('ResetServiceSetting'),
  handle: async (input, context) => {
    const { id, rule } = settingOf('ResetServiceSetting', input.SettingId);
    const changed = await change(context, id, rule.initial);
    return { ServiceSetting: shown(context.call.scope, id, rule, changed) };
  },
};

async function change(
  { call, view }: Context,
  id: string,
  value: string,
): Promise<SettingDocument> {
  const held = await view.get(serviceSettings, id);
  const changes = [...(held?.changes ?? []), { at: call.now, value }].slice(-CHANGES_MAX);
  const modifiedBy = call.caller.identity.arn;
  const changed = { value, modified: call.now, modifiedBy, changes };
  view.put(serviceSettings, id, changed);
  return changed;
}

function shown(
  scope: Scope,
  id: string,
  { initial }: Rule,
  held: SettingDocument | undefined,
): ServiceSetting {
  const value = held?.value ?? initial;
  return {
    SettingId: id,
    SettingValue: value,
    ...(held === undefined ? {} : { LastModifiedDate: new Date(held.modified) }),
    LastModifiedUser: held?.modifiedBy ?? 'System',
    ARN: settingArn(scope, id),
    Status: value === initial ? 'Default' : 'Customized',
  };
}
