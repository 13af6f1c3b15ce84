import type { ResourceKind } from '../../contract/resource.ts';
import { noSuch } from './errors.ts';
import {
  accountView,
  type Protection,
  type ProtectionGroup,
  protectionGroups,
  protectionOf,
  protections,
} from './state.ts';

export function protectionArn(account: string, id: string): string {
  return `arn:aws:shield::${account}:protection/${id}`;
}

export function groupArn(account: string, id: string): string {
  return `arn:aws:shield::${account}:protection-group/${id}`;
}

/** A protection by its id, its own ARN, or the ARN of what it protects. */
export const protectionKind: ResourceKind<Protection> = {
  name: 'shield:protection',
  policyMode: 'none',
  find: async (reference, { unit, scope: { account } }) => {
    const view = accountView(unit, account);
    const own = protectionArn(account, '');
    const id = reference.startsWith(own) ? reference.slice(own.length) : reference;
    const document = id.startsWith('arn:')
      ? await protectionOf(view, id)
      : await view.get(protections, id);
    return {
      arn: document?.arn ?? protectionArn(account, id.startsWith('arn:') ? '*' : id),
      scope: { account, region: 'us-east-1' },
      id: document?.id ?? id,
      document,
      missing: noSuch('referenced protection'),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};

/** A protection group by its id or ARN. */
export const groupKind: ResourceKind<ProtectionGroup> = {
  name: 'shield:protection-group',
  policyMode: 'none',
  find: async (reference, { unit, scope: { account } }) => {
    const own = groupArn(account, '');
    const id = reference.startsWith(own) ? reference.slice(own.length) : reference;
    return {
      arn: groupArn(account, id),
      scope: { account, region: 'us-east-1' },
      id,
      document: await accountView(unit, account).get(protectionGroups, id),
      missing: noSuch('referenced protection group'),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
