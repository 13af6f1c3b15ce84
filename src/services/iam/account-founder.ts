import type { Collection, Document } from '../../contract/collection.ts';
import { uniqueId } from '../../core/ids.ts';
import { rootArn } from './callers.ts';
import type { AccountFounder } from './port.ts';
import { identityArn } from './resources.ts';
import { accessKeys, accountScope, roles, users } from './state.ts';
import { trustPolicy } from './trust.ts';

const SESSION_SECONDS = 3_600;
const ADMINISTRATOR = 'arn:aws:iam::aws:policy/AdministratorAccess';

export const accountFounder: AccountFounder = {
  isTaken: async (unit, account) => {
    const view = unit.view(accountScope(account));
    const holdsAny = async <T extends Document>(collection: Collection<T>): Promise<boolean> =>
      (await view.list(collection, { limit: 1 })).items.length > 0;
    return (await holdsAny(accessKeys)) || (await holdsAny(users)) || (await holdsAny(roles));
  },
  found: async (unit, account, { managementAccount, roleName, now }) => {
    const trust = await trustPolicy(
      unit,
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: rootArn(managementAccount) },
            Action: 'sts:AssumeRole',
          },
        ],
      }),
    );
    unit.view(accountScope(account)).put(roles, roleName.toLowerCase(), {
      name: roleName,
      id: await unit.once(() => uniqueId('AROA', 17)),
      path: '/',
      arn: identityArn(account, 'role', '/', roleName),
      created: now,
      inline: {},
      attached: [ADMINISTRATOR],
      trust,
      maxSessionSeconds: SESSION_SECONDS,
      tags: {},
    });
  },
};
