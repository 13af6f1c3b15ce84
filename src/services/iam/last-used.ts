import type { Follower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit, View } from '../../contract/view.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { accountScope, keyUses, type LastUse, roleUses, serviceUses } from './state.ts';

/** Of uses closer together than this only the first is kept, as in AWS. */
const APART_MS = 15 * MINUTE_MS;

/** Who used what, and when: derived from the audit trail, so that no call has to write it. */
export const lastUsedFollower: Follower = {
  name: 'iam.lastUsed',
  source: 'trail',
  run: async (batch, unit) => {
    const noted = new Map<string, Instant>();
    for (const record of batch) {
      const key = sameUse(record);
      const last = noted.get(key);
      // A busy caller's records are not worth reading one by one.
      if (last !== undefined && record.time - last < SECOND_MS) continue;
      noted.set(key, record.time);
      await note(record, unit);
    }
  },
};

/** Equal for records of the same caller, service and Region, without reading them: the parts stand in this order. */
function sameUse({ account, region, text }: StoredRecord): string {
  const identityEnd = text.indexOf(',"eventTime":"');
  const source = text.indexOf('"eventSource":"', identityEnd);
  const sourceEnd = text.indexOf(',"eventName":"', source);
  return `${account}/${region}/${text.slice(source, sourceEnd)}${text.slice(0, identityEnd)}`;
}

interface Use {
  readonly accessKeyId: string | undefined;
  readonly userId: string | undefined;
  readonly roleId: string | undefined;
  readonly arn: string;
  readonly service: string;
}

async function note(record: StoredRecord, unit: Unit): Promise<void> {
  const use = readUse(record);
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
function readUse(record: StoredRecord): Use | undefined {
  const event = objectOf(JSON.parse(record.text));
  const identity = objectOf(event?.['userIdentity']);
  const source = textOf(event?.['eventSource']);
  const type = textOf(identity?.['type']);
  if (identity === undefined || source === undefined) return undefined;
  if (textOf(identity['accountId']) !== record.account) return undefined;
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
