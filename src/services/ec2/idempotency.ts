import { createHash } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import { DAY_MS } from '../../core/time.ts';
import { idempotentMismatch } from './errors.ts';
import { clientTokens } from './state.ts';

const KIND = 'ec2.forgetToken';

interface Idempotent {
  readonly ClientToken?: string | undefined;
  readonly DryRun?: boolean | undefined;
}

/**
 * The ids of what `make` makes, or of what an earlier request with the same token made: within a day nothing is made
 * twice. Errors: IdempotentParameterMismatch.
 */
export async function madeOnce(
  { call, view, unit }: Context,
  input: Idempotent,
  make: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const { ClientToken, DryRun: _, ...rest } = input;
  if (ClientToken === undefined || ClientToken === '') return make();
  const id = `${call.operation}/${sha256(ClientToken)}`;
  const request = sha256(JSON.stringify(rest));
  const earlier = await view.get(clientTokens, id);
  if (earlier !== undefined) {
    if (earlier.request !== request) throw idempotentMismatch();
    return earlier.made;
  }
  const made = await make();
  view.put(clientTokens, id, { request, made });
  const { account, region } = call.scope;
  unit.order({
    id: `${KIND}/${account}/${region}/${id}`,
    kind: KIND,
    scope: call.scope,
    due: call.now + DAY_MS,
    payload: id,
  });
  return made;
}

export const forgetToken: UnitJob = {
  kind: KIND,
  run: async (payload, { unit, scope }) => {
    unit.view(scope).delete(clientTokens, payload);
  },
};

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
