import type { Context } from '../../contract/operation.ts';
import { passwordFault } from './domain/master-user.ts';
import { invalidInstanceState, unbuilt } from './errors.ts';
import { newVerifier, requireNoFault } from './new-server.ts';
import { orderServerWork } from './server-job.ts';
import { credentials, type ServerOwner } from './state.ts';

/** Has the server's master user take a new password as soon as possible; gives the owner as it is until then. */
export async function resetPassword<T extends ServerOwner>(
  context: Context,
  owner: T,
  password: string,
): Promise<T> {
  requireNoFault(passwordFault(owner.engine, password));
  if (owner.server?.isExternal === true) {
    const what = 'the master user of a server that is only registered: it is changed there';
    throw unbuilt(context.call.operation, what);
  }
  if (owner.status !== 'available') {
    throw invalidInstanceState('The master user password can only be changed while it is running.');
  }
  const kept = await context.view.get(credentials, owner.resourceId);
  if (kept === undefined) throw new Error(`nothing opens the database server ${owner.resourceId}`);
  const master = await newVerifier(context, password);
  context.view.put(credentials, owner.resourceId, { ...kept, master });
  const resetting = { ...owner, status: 'resetting-master-credentials' } as const;
  orderServerWork(context.unit, resetting, context.call.now);
  return resetting;
}
