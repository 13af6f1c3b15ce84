import type { ChangeInfo } from '../../../models/route53/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import { uniqueId } from '../../core/ids.ts';
import { DAY_MS, type Instant, SECOND_MS } from '../../core/time.ts';
import { type ChangeDocument, changes, EVERYWHERE } from './state.ts';

/** As long as name servers take to learn of a change. */
const IN_SYNC_AFTER_MS = 30 * SECOND_MS;
const KEPT_DAYS = 30;
const FORGET_CHANGE = 'route53.forgetChange';

/** Notes a change, which clients wait for by its id. */
export async function newChange(context: Context, comment?: string): Promise<ChangeInfo> {
  const { unit, call } = context;
  const id = await context.once(() => uniqueId('C', 20));
  const { now: submitted, scope } = call;
  const { account } = scope;
  const change = { id, account, submitted, ...(comment === undefined ? {} : { comment }) };
  unit.view(EVERYWHERE).put(changes, id, change);
  const due = submitted + KEPT_DAYS * DAY_MS;
  const payload = JSON.stringify({ id });
  unit.order({ id: `${FORGET_CHANGE}/${id}`, kind: FORGET_CHANGE, scope, due, payload });
  return shownChange(change, submitted);
}

export function shownChange({ id, submitted, comment }: ChangeDocument, now: Instant): ChangeInfo {
  return {
    Id: `/change/${id}`,
    Status: now - submitted < IN_SYNC_AFTER_MS ? 'PENDING' : 'INSYNC',
    SubmittedAt: new Date(submitted),
    ...(comment === undefined ? {} : { Comment: comment }),
  };
}

export const forgetChange: UnitJob = {
  kind: FORGET_CHANGE,
  run: async (payload, { unit }) => {
    const { id }: { readonly id: string } = JSON.parse(payload);
    unit.view(EVERYWHERE).delete(changes, id);
  },
};
