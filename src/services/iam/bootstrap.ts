import type { Unit } from '../../contract/view.ts';
import { newAccessKeyId, newSecretAccessKey } from './access-key-id.ts';
import { accessKeys, accountScope } from './state.ts';
import { keysOf } from './users.ts';

export async function hasRootCredentials(unit: Unit, account: string): Promise<boolean> {
  return (await keysOf(unit.view(accountScope(account)), undefined)).length > 0;
}

/** Makes the account root's access key, and drops those it had. The secret is told this once. */
export async function newRootCredentials(
  unit: Unit,
  account: string,
  now: number,
): Promise<{ readonly accessKeyId: string; readonly secretAccessKey: string }> {
  const view = unit.view(accountScope(account));
  for (const old of await keysOf(view, undefined)) view.delete(accessKeys, old.id);
  const made = await unit.once(() => ({
    accessKeyId: newAccessKeyId('AKIA', account),
    secretAccessKey: newSecretAccessKey(),
  }));
  view.put(accessKeys, made.accessKeyId, {
    secretAccessKey: made.secretAccessKey,
    active: true,
    created: now,
  });
  return made;
}
