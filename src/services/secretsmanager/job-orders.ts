import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { secrets, type SecretDocument } from './state.ts';

/** The jobs that a secret may have, one of each. */
export const DELETE_SECRET = 'secretsmanager.delete';
export const START_ROTATION = 'secretsmanager.schedule';
export const ROTATE = 'secretsmanager.rotate';

type SecretJob = typeof DELETE_SECRET | typeof START_ROTATION | typeof ROTATE;

/** Orders a secret's job, or puts it off to another time. */
export function orderJob(unit: Unit, kind: SecretJob, secret: SecretDocument, due: Instant): void {
  const { name, suffix, scope } = secret;
  unit.order({
    id: jobId(kind, secret),
    kind,
    scope,
    due,
    payload: JSON.stringify({ name, suffix }),
  });
}

export function cancelJob(unit: Unit, kind: SecretJob, secret: SecretDocument): void {
  unit.cancel(jobId(kind, secret));
}

export function cancelJobs(unit: Unit, secret: SecretDocument): void {
  for (const kind of [DELETE_SECRET, START_ROTATION, ROTATE] as const)
    cancelJob(unit, kind, secret);
}

/** The secret a job is about; undefined when it has gone, or another one has its name. */
export async function secretOfJob(
  { unit, scope }: { readonly unit: Unit; readonly scope: SecretDocument['scope'] },
  payload: string,
): Promise<SecretDocument | undefined> {
  const read: JsonValue = JSON.parse(payload);
  if (!isJsonObject(read) || typeof read['name'] !== 'string') return undefined;
  const secret = await unit.view(scope).get(secrets, read['name']);
  return secret?.suffix === read['suffix'] ? secret : undefined;
}

function jobId(kind: SecretJob, { scope, name, suffix }: SecretDocument): string {
  return `${kind}/${scope.account}/${scope.region}/${name}-${suffix}`;
}
