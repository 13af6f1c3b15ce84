import type { Service } from '../../contract/service.ts';
import { advancedLives } from './advanced-lives.ts';
import { deleteParameter, deleteParameters } from './deletion.ts';
import { describeParameters } from './descriptions.ts';
import { getParameterHistory } from './history.ts';
import { interactionDays, meteredAccounts, meterInteractions } from './interactions.ts';
import { getParametersByPath } from './paths.ts';
import { enforcePolicies } from './policy-job.ts';
import { putParameter } from './put-parameter.ts';
import { getParameter, getParameters } from './retrieval.ts';
import {
  createGetResourcePolicies,
  createPutResourcePolicy,
  deleteResourcePolicy,
} from './resource-policies.ts';
import { getServiceSetting, resetServiceSetting, updateServiceSetting } from './settings.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { ssmQuotas } from './quotas.ts';
import { serviceSettings } from './settings-state.ts';
import { shares } from './shares.ts';
import { parameters, tallies, versions } from './state.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { labelParameterVersion, unlabelParameterVersion } from './version-labels.ts';

export interface SsmParts {
  /** Knows the principals that resource policies name. */
  readonly principals: PrincipalDirectory;
}

/** Systems Manager's Parameter Store: configuration and secrets by name, in a hierarchy, with their versions. */
export function createSsmService(parts: SsmParts): Service {
  const { principals } = parts;
  return {
    id: 'ssm',
    principal: 'ssm.amazonaws.com',
    operations: [
      putParameter,
      getParameter,
      getParameters,
      getParametersByPath,
      getParameterHistory,
      describeParameters,
      deleteParameter,
      deleteParameters,
      labelParameterVersion,
      unlabelParameterVersion,
      addTagsToResource,
      removeTagsFromResource,
      listTagsForResource,
      getServiceSetting,
      updateServiceSetting,
      resetServiceSetting,
      createPutResourcePolicy(principals),
      createGetResourcePolicies(principals),
      deleteResourcePolicy,
    ],
    notImplemented,
    collections: [
      parameters,
      versions,
      tallies,
      serviceSettings,
      shares,
      advancedLives,
      interactionDays,
      meteredAccounts,
    ],
    jobs: [enforcePolicies],
    quotas: ssmQuotas,
    followers: [meterInteractions],
    // A secret that is read through a parameter is told in full beside its value.
    unrecordedMembers: new Set(['SourceResult']),
  };
}
