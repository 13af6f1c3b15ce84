import { randomBytes } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import { accessKeyOwners, accountScope, GLOBAL_SCOPE, rootAccessKeys } from './state.ts';

/** Base64 text of 30 bytes: 40 characters, as AWS's secrets have. */
const SECRET_BYTES = 30;

export async function hasRootCredentials(unit: Unit, account: string): Promise<boolean> {
  const page = await unit.view(accountScope(account)).list(rootAccessKeys, { limit: 1 });
  return page.items.length > 0;
}

/** Makes the account root's access key, and drops those it had. The secret is told this once. */
export async function newRootCredentials(
  unit: Unit,
  account: string,
  now: number,
): Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }> {
  const view = unit.view(accountScope(account));
  const owners = unit.view(GLOBAL_SCOPE);
  for (const old of (await view.list(rootAccessKeys, { limit: 100 })).items) {
    view.delete(rootAccessKeys, old.id);
    owners.delete(accessKeyOwners, old.id);
  }
  const made = await unit.once(() => ({
    accessKeyId: uniqueId('AKIA', 16),
    secretAccessKey: randomBytes(SECRET_BYTES).toString('base64'),
  }));
  const { secretAccessKey } = made;
  view.put(rootAccessKeys, made.accessKeyId, { secretAccessKey, active: true, created: now });
  owners.put(accessKeyOwners, made.accessKeyId, { account });
  return made;
}
