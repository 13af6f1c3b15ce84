import type { Service } from '../../contract/service.ts';
import { advancedLives } from './advanced-lives.ts';
import { deleteParameter, deleteParameters } from './deletion.ts';
import { describeParameters } from './descriptions.ts';
import { getParameterHistory } from './history.ts';
import { checkImage } from './image-job.ts';
import { getParametersByPath } from './paths.ts';
import { enforcePolicies } from './policy-job.ts';
import { putParameter } from './put-parameter.ts';
import { getParameter, getParameters } from './retrieval.ts';
import { serviceSettings } from './settings-state.ts';
import { shares } from './shares.ts';
import { parameters, tallies, versions } from './state.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';
import { labelParameterVersion, unlabelParameterVersion } from './version-labels.ts';

/** Systems Manager's Parameter Store: configuration and secrets by name, in a hierarchy, with their versions. */
export const ssmService: Service = {
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
  ],
  notImplemented,
  collections: [parameters, versions, tallies, serviceSettings, shares, advancedLives],
  jobs: [enforcePolicies, checkImage],
  // A secret that is read through a parameter is told in full beside its value.
  unrecordedMembers: new Set(['SourceResult']),
};
