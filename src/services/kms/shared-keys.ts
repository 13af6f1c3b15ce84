import type { View } from '../../contract/view.ts';
import { firstOf } from '../../listing/first-documents.ts';
import type { DirectGrant, SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { grants } from './grant-state.ts';
import { keyArn } from './resources.ts';
import { type KeyDocument, keys } from './state.ts';

/** Grants of one key that are looked at. */
const GRANTS_MAX = 1_000;

/** Customers' keys, as the analyzer of external access looks at them: AWS's own are shared with nobody. */
export const sharedKeys: SharedResources = {
  type: 'AWS::KMS::Key',
  source: 'kms.amazonaws.com',
  isGlobal: false,
  list: async (unit, scope, limit) => {
    const view = unit.view(scope);
    const own = (await firstOf(view, keys, limit)).filter(({ manager }) => manager === 'CUSTOMER');
    return Promise.all(own.map((key) => shared(view, key)));
  },
};

async function shared(view: View, key: KeyDocument): Promise<SharedResource> {
  const arn = keyArn(key.scope, key.id);
  const policy = key.policy.text;
  return key.hasGrants === true
    ? { arn, policy, grants: await grantsOf(view, key) }
    : { arn, policy };
}

async function grantsOf(view: View, { id }: KeyDocument): Promise<readonly DirectGrant[]> {
  const { items } = await view.list(grants, { prefix: `${id}/`, limit: GRANTS_MAX });
  return items
    .map(({ document }) => document)
    .filter(({ grantee }) => !grantee.isService)
    .map(({ grantee, operations, constraints }) => {
      const context = constraints.equals ?? constraints.subset;
      const conditions = Object.entries(context ?? {}).map(([key, value]) => {
        return [`kms:EncryptionContext:${key}`, value] as const;
      });
      return {
        principal: grantee.name,
        actions: operations.map((operation) => `kms:${operation}`),
        conditions: Object.fromEntries(conditions),
      };
    });
}
