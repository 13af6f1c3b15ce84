import type { Context } from '../../contract/operation.ts';
import { unsupported } from './errors.ts';
import { hsmError } from './key-store-errors.ts';
import { invalidConnection, namedStore } from './key-stores.ts';
import type { StoreParts } from './outer-keys.ts';

/** Random bytes of a hardware security module. External key managers give none. */
export async function randomOf(
  { hsms }: StoreParts,
  storeId: string,
  bytes: number,
  context: Context,
): Promise<Uint8Array> {
  const store = await namedStore(context, storeId);
  if (store.type !== 'AWS_CLOUDHSM') throw unsupported();
  if (store.connection.state !== 'CONNECTED') throw invalidConnection(store);
  const drawn = await context.once(() => hsms.random(store.hsm, bytes));
  if (!drawn.ok) throw hsmError(drawn.fault);
  return drawn.value;
}
