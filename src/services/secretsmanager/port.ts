import type { SecretsmanagerOperations } from '../../../models/secretsmanager/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { ActContext, JobContext } from '../../contract/service.ts';
import type { Scope } from '../../core/scope.ts';

/**
 * Secrets that services keep for their users. A service makes one by `CreateSecret` on its user's behalf
 * (`callService(…, { via: 'rds' })`), under a name that begins with its own and `!`: `rds!db-…`. Then its users may read it
 * and change its schedule, and only the service may do more: for a user (`via`), in its own name, or by its service-linked
 * role, as the secret's policies allow.
 */
export interface ManagedSecret {
  readonly scope: Scope;
  readonly arn: string;
  readonly name: string;
  /** The new version's id, which is there and empty; AWSPENDING is on it. The same when a rotation is tried again. */
  readonly token: string;
}

/**
 * How a service rotates the secrets that it keeps. It does all of a rotation: it gives the new version a value, makes it
 * valid outside, and moves AWSCURRENT to it. What either step throws as a `ServiceError` fails the rotation, which is
 * tried again later.
 */
export interface ManagedRotation {
  /** `rds`. */
  readonly owner: string;
  /** In a unit: what the rotation needs to know. */
  prepare(secret: ManagedSecret, context: JobContext): Promise<object>;
  /** Outside of any, and perhaps more than once. */
  rotate(secret: ManagedSecret, prepared: object, context: ActContext): Promise<void>;
  /** In the unit that ends a rotation, or an attempt at one. */
  ended?(secret: ManagedSecret, isRotated: boolean, context: JobContext): Promise<void>;
}

type GetSecretValue = SecretsmanagerOperations['GetSecretValue'];

/** What other services ask of Secrets Manager, through the pipeline. */
export const getSecretValue: OperationReference<GetSecretValue['input'], GetSecretValue['output']> =
  { service: 'secretsmanager', operation: 'GetSecretValue' };
