import type { AnyOperation, Service } from '../../contract/service.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { batchGetSecretValue } from './batch.ts';
import { createSecret } from './creation.ts';
import { deleteSecret, deleteSecretJob, restoreSecret } from './deletion.ts';
import { followAccess } from './last-access.ts';
import { listSecrets } from './listing.ts';
import {
  createGetResourcePolicy,
  createPutResourcePolicy,
  createValidateResourcePolicy,
  deleteResourcePolicy,
} from './policies.ts';
import type { ManagedRotation } from './port.ts';
import { secretsManagerQuotas } from './quotas.ts';
import { getRandomPassword } from './random-password.ts';
import {
  removeRegionsFromReplication,
  replicateSecretToRegions,
  stopReplicationToReplica,
} from './replication.ts';
import { meteredAccounts, meterRequests, requestDays } from './request-days.ts';
import { cancelRotateSecret, rotateSecret } from './rotation.ts';
import { createRotate, startRotation } from './rotation-jobs.ts';
import { secretLives } from './secret-lives.ts';
import { getSecretValue, putSecretValue } from './secret-values.ts';
import { describeSecret, updateSecret } from './secrets.ts';
import { recordJob } from './service-events.ts';
import { secrets, versions } from './state.ts';
import { tagResource, untagResource } from './tags.ts';
import { listSecretVersionIds } from './version-listing.ts';
import { updateSecretVersionStage } from './version-stages.ts';

export interface SecretsManagerParts {
  /** Knows the principals that resource policies name. */
  readonly principals: PrincipalDirectory;
  /** Services that rotate the secrets which they keep for their users. */
  readonly managedRotations: readonly ManagedRotation[];
}

/** Secrets: values under customers' keys, with versions, rotation, and replicas in other Regions. */
export function createSecretsManagerService({
  principals,
  managedRotations,
}: SecretsManagerParts): Service {
  const managed = new Map(managedRotations.map((rotation) => [rotation.owner, rotation]));
  return {
    id: 'secretsmanager',
    principal: 'secretsmanager.amazonaws.com',
    operations: [...onSecrets, ...onPolicies(principals)],
    notImplemented: new Map(),
    quotas: secretsManagerQuotas,
    collections: [secrets, versions, secretLives, requestDays, meteredAccounts],
    jobs: [deleteSecretJob, startRotation, createRotate(managed), recordJob],
    followers: [followAccess, meterRequests],
  };
}

const onSecrets: readonly AnyOperation[] = [
  createSecret,
  describeSecret,
  updateSecret,
  getSecretValue,
  batchGetSecretValue,
  putSecretValue,
  listSecrets,
  listSecretVersionIds,
  updateSecretVersionStage,
  deleteSecret,
  restoreSecret,
  tagResource,
  untagResource,
  getRandomPassword,
  rotateSecret,
  cancelRotateSecret,
  replicateSecretToRegions,
  removeRegionsFromReplication,
  stopReplicationToReplica,
];

function onPolicies(principals: PrincipalDirectory): readonly AnyOperation[] {
  return [
    createPutResourcePolicy(principals),
    createGetResourcePolicy(principals),
    deleteResourcePolicy,
    createValidateResourcePolicy(principals),
  ];
}
