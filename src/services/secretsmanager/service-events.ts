import type { JobContext, ServiceEvent, UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { arnOf } from './resources.ts';
import type { SecretDocument } from './state.ts';

const RECORD = 'secretsmanager.record';

/** The service's own records, by CloudTrail's names. */
export type EventName =
  | 'RotationStarted'
  | 'RotationSucceeded'
  | 'RotationFailed'
  | 'RotationAbandoned'
  | 'TestRotationStarted'
  | 'TestRotationSucceeded'
  | 'TestRotationFailed'
  | 'ReplicationStarted'
  | 'ReplicationSucceeded'
  | 'ReplicationFailed'
  | 'StartSecretVersionDelete'
  | 'CancelSecretVersionDelete'
  | 'EndSecretVersionDelete'
  | 'SecretVersionDeletion';

export interface SecretEvent {
  readonly name: EventName;
  readonly versionId?: string;
  readonly details?: JsonObject;
}

/** Orders records of what the service does by itself in answer to a call: they follow it. */
export function recordEvents(
  unit: Unit,
  secret: SecretDocument,
  now: Instant,
  events: readonly SecretEvent[],
): void {
  if (events.length === 0) return;
  const { scope } = secret;
  const payload = JSON.stringify({ arn: arnOf(secret), events });
  const id = `${RECORD}/${scope.account}/${scope.region}/${uuid()}`;
  unit.order({ id, kind: RECORD, scope, due: now, payload });
}

/** Writes a record at once, from a job. */
export function recordNow(context: JobContext, secret: SecretDocument, event: SecretEvent): void {
  context.serviceEvent(told(arnOf(secret), event.name, event.versionId, event.details));
}

export const recordJob: UnitJob = {
  kind: RECORD,
  run: (payload, context) => {
    const read: JsonValue = JSON.parse(payload);
    if (!isJsonObject(read)) return Promise.resolve();
    const { arn, events } = read;
    for (const event of Array.isArray(events) ? events.filter(isJsonObject) : []) {
      const { name, versionId, details } = event;
      const id = typeof versionId === 'string' ? versionId : undefined;
      const more = isJsonObject(details) ? details : undefined;
      context.serviceEvent(told(String(arn), String(name), id, more));
    }
    return Promise.resolve();
  },
};

function told(
  arn: string,
  name: string,
  versionId: string | undefined,
  details: JsonObject = {},
): ServiceEvent {
  const version = versionId === undefined ? {} : { SecretVersionId: versionId };
  return {
    name,
    resources: [{ type: 'AWS::SecretsManager::Secret', arn }],
    additional: { SecretId: arn, ...version, ...details },
  };
}
