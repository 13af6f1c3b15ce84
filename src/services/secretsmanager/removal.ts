import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { keepLife } from './secret-lives.ts';
import { cancelJobs } from './job-orders.ts';
import { recordEvents } from './service-events.ts';
import { type SecretDocument, secrets, versionKey, versionPrefix, versions } from './state.ts';

/** Removes a secret for good, with all its versions. What it cost is kept for the bill. */
export async function removeSecret(
  unit: Unit,
  secret: SecretDocument,
  now: Instant,
): Promise<void> {
  const view = unit.view(secret.scope);
  const all = await everyOf(view, versions, { prefix: versionPrefix(secret) });
  for (const { id } of all) view.delete(versions, versionKey(secret, id));
  view.delete(secrets, secret.name);
  cancelJobs(unit, secret);
  keepLife(view, secret, now);
  const ended = all.map(({ id }) => ({ name: 'EndSecretVersionDelete', versionId: id }) as const);
  recordEvents(unit, secret, now, ended);
}
