import type { Service } from '../../contract/service.ts';
import { filterLogEvents } from './filter-events.ts';
import { getLogEvents } from './get-events.ts';
import { associateKmsKey, disassociateKmsKey } from './key-association.ts';
import {
  createLogGroup,
  deleteLogGroup,
  describeLogGroups,
  putLogGroupDeletionProtection,
} from './log-groups.ts';
import { createLogStream, deleteLogStream, describeLogStreams } from './log-streams.ts';
import { purgeJob } from './purge-job.ts';
import { putLogEvents } from './put-events.ts';
import {
  deleteResourcePolicy,
  describeResourcePolicies,
  putResourcePolicy,
} from './resource-policies.ts';
import { deleteRetentionPolicy, expiryJob, putRetentionPolicy } from './retention.ts';
import { chunks, dataKeys, groups, resourcePolicies, streams } from './state.ts';
import {
  listTagsForResource,
  listTagsLogGroup,
  tagLogGroup,
  tagResource,
  untagLogGroup,
  untagResource,
} from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** CloudWatch Logs. */
export const logsService: Service = {
  id: 'logs',
  principal: 'logs.amazonaws.com',
  operations: [
    createLogGroup,
    deleteLogGroup,
    describeLogGroups,
    putLogGroupDeletionProtection,
    createLogStream,
    deleteLogStream,
    describeLogStreams,
    putLogEvents,
    getLogEvents,
    filterLogEvents,
    putRetentionPolicy,
    deleteRetentionPolicy,
    associateKmsKey,
    disassociateKmsKey,
    putResourcePolicy,
    describeResourcePolicies,
    deleteResourcePolicy,
    tagResource,
    untagResource,
    listTagsForResource,
    tagLogGroup,
    untagLogGroup,
    listTagsLogGroup,
  ],
  notImplemented,
  collections: [groups, streams, dataKeys, chunks, resourcePolicies],
  jobs: [purgeJob, expiryJob],
  validationCode: 'InvalidParameterException',
  unrecordedMembers: new Set(['logEvents', 'logEventMessages']),
};
