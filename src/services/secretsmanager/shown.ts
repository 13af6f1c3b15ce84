import type { RotationRulesType } from '../../../models/secretsmanager/types.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import { daysBetween } from './domain/schedule.ts';
import { arnOf } from './resources.ts';
import type { RotationSettings, SecretDocument } from './state.ts';

/** What Describe and List tell of a secret alike; both leave out what was never set. */
export function shownSecret(secret: SecretDocument, now: Instant) {
  const { description, kmsKeyId, deletion, owner, primaryRegion, rotation } = secret;
  const tags = Object.entries(secret.tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    ARN: arnOf(secret),
    Name: secret.name,
    ...(description === undefined ? {} : { Description: description }),
    ...(kmsKeyId === undefined ? {} : { KmsKeyId: kmsKeyId }),
    ...(rotation === undefined ? {} : shownRotation(rotation, now)),
    LastChangedDate: new Date(secret.changed),
    ...(secret.accessed === undefined ? {} : { LastAccessedDate: new Date(secret.accessed) }),
    ...(deletion === undefined ? {} : { DeletedDate: new Date(deletion.date) }),
    ...(tags.length === 0 ? {} : { Tags: tags }),
    ...(owner === undefined ? {} : { OwningService: owner }),
    CreatedDate: new Date(secret.created),
    ...(primaryRegion === undefined ? {} : { PrimaryRegion: primaryRegion }),
  };
}

function shownRotation(rotation: RotationSettings, now: Instant) {
  const { enabled, lambdaArn, lastRotated, next } = rotation;
  return {
    RotationEnabled: enabled,
    ...(lambdaArn === undefined ? {} : { RotationLambdaARN: lambdaArn }),
    RotationRules: shownRules(rotation, now),
    ...(lastRotated === undefined ? {} : { LastRotatedDate: new Date(lastRotated) }),
    // On or before it: the window's last second.
    ...(next === undefined || !enabled ? {} : { NextRotationDate: new Date(next.end - SECOND_MS) }),
  };
}

function shownRules({ rules }: RotationSettings, now: Instant): RotationRulesType {
  const days = daysBetween(rules, now);
  const { duration, scheduleExpression } = rules;
  return {
    ...(days === undefined ? {} : { AutomaticallyAfterDays: days }),
    ...(duration === undefined ? {} : { Duration: duration }),
    ...(scheduleExpression === undefined ? {} : { ScheduleExpression: scheduleExpression }),
  };
}
