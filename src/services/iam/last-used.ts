import type { Follower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit, View } from '../../contract/view.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { factsOf, type RecordFacts } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { accountScope, keyUses, type LastUse, roleUses, serviceUses } from './state.ts';

/** Of uses closer together than this only the first is kept, as in AWS. */
const APART_MS = 15 * MINUTE_MS;

/** Who used what, and when: derived from the audit trail, so that no call has to write it. */
export const lastUsedFollower: Follower = {
  name: 'iam.lastUsed',
  source: 'trail',
  run: async (batch, unit) => {
    const noted = new Noted();
    for (const record of batch) {
      const facts = factsOf(record);
      // A busy caller's records are not worth reading one by one.
      if (noted.lately(facts, record)) continue;
      await note(record, facts, unit);
    }
  },
};

interface Seen extends Scope {
  readonly time: Instant;
}

/** What was noted in one batch: where and when each caller was seen last in a service. */
class Noted {
  readonly #seen = new Map<JsonObject, Map<string, Seen>>();

  /** True when the same was seen in the second before; if not it is now. */
  lately({ identity, source }: RecordFacts, { account, region, time }: Seen): boolean {
    const services = this.#seen.get(identity) ?? new Map<string, Seen>();
    const last = services.get(source);
    const isThere = last?.account === account && last.region === region;
    if (isThere && time - last.time < SECOND_MS) return true;
    this.#seen.set(identity, services.set(source, { account, region, time }));
    return false;
  }
}

interface Use {
  readonly accessKeyId: string | undefined;
  readonly userId: string | undefined;
  readonly roleId: string | undefined;
  readonly arn: string;
  readonly service: string;
}

async function note(record: StoredRecord, facts: RecordFacts, unit: Unit): Promise<void> {
  const use = useIn(facts, record.account);
  if (use === undefined) return;
  const view = unit.view(accountScope(record.account));
  const last = { date: record.time, service: use.service, region: record.region };
  if (use.accessKeyId !== undefined) await keep(view, keyUses, use.accessKeyId, last);
  if (use.roleId !== undefined) await keep(view, roleUses, use.roleId, last);
  const entity = use.userId ?? use.roleId;
  if (entity === undefined) return;
  await keep(view, serviceUses, `${entity}/${use.service}`, { ...last, arn: use.arn });
}

async function keep<T extends LastUse>(
  view: View,
  collection: Parameters<typeof view.get<T>>[0],
  id: string,
  use: T,
): Promise<void> {
  const known = await view.get(collection, id);
  const same = known?.service === use.service && known.region === use.region;
  if (known !== undefined && same && use.date - known.date < APART_MS) return;
  view.put(collection, id, use);
}

/** Undefined: the call was not made by credentials of the account whose record it is. */
function useIn({ identity, source }: RecordFacts, account: string): Use | undefined {
  const type = textOf(identity['type']);
  if (textOf(identity['accountId']) !== account) return undefined;
  const issuer = objectOf(objectOf(identity['sessionContext'])?.['sessionIssuer']);
  const accessKeyId = textOf(identity['accessKeyId']);
  return {
    accessKeyId: accessKeyId?.startsWith('AKIA') === true ? accessKeyId : undefined,
    userId: type === 'IAMUser' ? textOf(identity['principalId']) : undefined,
    roleId: type === 'AssumedRole' ? textOf(issuer?.['principalId']) : undefined,
    arn: textOf(issuer?.['arn']) ?? textOf(identity['arn']) ?? '',
    service: source.replace(/\.amazonaws\.com$/, ''),
  };
}

function objectOf(value: JsonValue | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined;
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** `{}` for a role nobody has used yet. */
export async function shownRoleUse(view: View, roleId: string) {
  const use = await view.get(roleUses, roleId);
  if (use === undefined) return { RoleLastUsed: {} };
  return { RoleLastUsed: { LastUsedDate: new Date(use.date), Region: use.region } };
}
