import type { TrailFollower } from '../../contract/follower.ts';
import type { Unit } from '../../contract/view.ts';
import type { JsonValue } from '../../core/json.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { parseSecretId } from './domain/secret-id.ts';
import { CURRENT } from './domain/stages.ts';
import { type SecretDocument, secrets, versionKey, versions } from './state.ts';
import { calledOperation, SECRETS_MANAGER } from './trail-records.ts';

const NOWHERE = { account: '', region: '' };

/**
 * Notes the day on which a value was read last, from the trail: reading writes nothing more. A secret is written to once a
 * day at most.
 */
export const followAccess: TrailFollower = {
  name: 'secretsmanager.lastAccess',
  source: 'trail',
  eventSources: SECRETS_MANAGER,
  run: async (batch, unit) => {
    const told = new Map<string, Read>();
    for (const record of batch) {
      const call = calledOperation(record);
      if (call?.operation !== 'GetSecretValue') continue;
      const { versionId, versionStage = CURRENT } = call.parameters;
      const day = Math.floor(record.time / DAY_MS) * DAY_MS;
      for (const arn of call.secrets) {
        const read = { day, versionId, versionStage };
        if (isSame(told.get(arn), read)) continue;
        told.set(arn, read);
        const secret = await secretOf(unit, arn);
        if (secret === undefined) continue;
        const id = typeof versionId === 'string' ? versionId : secret.stages[String(versionStage)];
        await note(unit, secret, id, day);
      }
    }
  },
};

/** What was asked for of a secret, and on which day. */
interface Read {
  readonly day: Instant;
  readonly versionId: JsonValue | undefined;
  readonly versionStage: JsonValue;
}

function isSame(last: Read | undefined, { day, versionId, versionStage }: Read): boolean {
  return last?.day === day && last.versionId === versionId && last.versionStage === versionStage;
}

async function secretOf(unit: Unit, arn: string): Promise<SecretDocument | undefined> {
  const named = parseSecretId(arn, NOWHERE);
  if (named === undefined) return undefined;
  const secret = await unit.view(named.scope).get(secrets, named.name);
  return secret?.suffix === named.suffix ? secret : undefined;
}

async function note(
  unit: Unit,
  secret: SecretDocument,
  versionId: string | undefined,
  day: Instant,
): Promise<void> {
  const view = unit.view(secret.scope);
  if ((secret.accessed ?? 0) < day) view.put(secrets, secret.name, { ...secret, accessed: day });
  if (versionId === undefined) return;
  const key = versionKey(secret, versionId);
  const version = await view.get(versions, key);
  if (version === undefined || (version.accessed ?? 0) >= day) return;
  view.put(versions, key, { ...version, accessed: day });
}
