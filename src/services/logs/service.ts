import type { Service } from '../../contract/service.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
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
import {
  deleteMetricFilter,
  describeMetricFilters,
  putMetricFilter,
  testMetricFilter,
} from './metric-filters.ts';
import { purgeJob } from './purge-job.ts';
import { createPutLogEvents } from './put-events.ts';
import {
  describeQueries,
  forgetQueryJob,
  getQueryResults,
  startQuery,
  stopQuery,
} from './queries.ts';
import {
  deleteResourcePolicy,
  describeResourcePolicies,
  putResourcePolicy,
} from './resource-policies.ts';
import { deleteRetentionPolicy, expiryJob, putRetentionPolicy } from './retention.ts';
import {
  chunks,
  dataKeys,
  groups,
  metricFilters,
  queries,
  resourcePolicies,
  streams,
  subscriptionDeliveries,
  subscriptionFilters,
} from './state.ts';
import { subscriptionJob } from './subscription-delivery.ts';
import {
  deleteSubscriptionFilter,
  describeSubscriptionFilters,
  putSubscriptionFilter,
} from './subscription-filters.ts';
import {
  listTagsForResource,
  listTagsLogGroup,
  tagLogGroup,
  tagResource,
  untagLogGroup,
  untagResource,
} from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface LogsParts {
  /** Where metric filters write. */
  readonly metrics: MetricWriter;
}

/** CloudWatch Logs. */
export function createLogsService(parts: LogsParts): Service {
  return {
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
      createPutLogEvents(parts.metrics),
      getLogEvents,
      filterLogEvents,
      putMetricFilter,
      describeMetricFilters,
      deleteMetricFilter,
      testMetricFilter,
      putSubscriptionFilter,
      describeSubscriptionFilters,
      deleteSubscriptionFilter,
      startQuery,
      getQueryResults,
      stopQuery,
      describeQueries,
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
    collections: [
      groups,
      streams,
      dataKeys,
      chunks,
      resourcePolicies,
      metricFilters,
      subscriptionFilters,
      subscriptionDeliveries,
      queries,
    ],
    jobs: [purgeJob, expiryJob, subscriptionJob, forgetQueryJob],
    validationCode: 'InvalidParameterException',
    unrecordedMembers: new Set(['logEvents', 'logEventMessages']),
  };
}
