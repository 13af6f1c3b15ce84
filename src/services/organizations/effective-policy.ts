import type { EffectivePolicyType } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { mergePolicies } from './domain/merge.ts';
import { organizationsError } from './errors.ts';
import { policyById } from './memberships.ts';
import { onOwnAccount, ownSeat, policyTypeKeys } from './operation.ts';
import { accountKind, type Seat } from './resources.ts';
import { type Account, entities } from './state.ts';
import { lineageOf } from './tree.ts';

/** What the account's declarative policies come to, with when that changed last. */
async function effectivePolicy(
  { organization, view }: Seat,
  account: Account,
  type: EffectivePolicyType,
) {
  if (!organization.policyTypes.includes(type)) return undefined;
  const levels: JsonObject[][] = [];
  let updated = 0;
  for (const entity of await lineageOf(view, account)) {
    const level: JsonObject[] = [];
    for (const attachment of entity.policies) {
      if (attachment.type !== type) continue;
      const policy = await policyById(view, attachment.id);
      const content: JsonValue = JSON.parse(policy?.content ?? '{}');
      if (isJsonObject(content)) level.push(content);
      updated = Math.max(updated, attachment.attached, policy?.updated ?? 0);
    }
    levels.push(level);
  }
  if (levels.every((level) => level.length === 0)) return undefined;
  return { content: mergePolicies(levels, { foldsCase: type === 'TAG_POLICY' }), updated };
}

export const effectivePolicyOperations: readonly AnyOperation[] = [
  onOwnAccount({
    name: 'DescribeEffectivePolicy',
    access: 'read',
    // Every account may ask about itself; about others only whom the organization lets.
    on: async ({ TargetId }, context) => {
      const own = context.call.scope.account;
      if (TargetId === undefined || TargetId === own) return ['*'];
      return [await context.resolve(accountKind, TargetId)];
    },
    keys: ({ PolicyType: type }) => policyTypeKeys(type),
    handle: async ({ PolicyType: type, TargetId }, context) => {
      const seat = await ownSeat(context);
      const id = TargetId ?? context.call.scope.account;
      const account = await seat.view.get(entities, id);
      if (account?.kind !== 'account') throw organizationsError('TargetNotFoundException');
      const effective = await effectivePolicy(seat, account, type);
      if (effective === undefined) throw organizationsError('EffectivePolicyNotFoundException');
      return {
        EffectivePolicy: {
          PolicyContent: JSON.stringify(effective.content),
          LastUpdatedTimestamp: new Date(effective.updated),
          TargetId: id,
          PolicyType: type,
        },
      };
    },
  }),
];
