import type { Service } from '../../contract/service.ts';
import { createCreateCluster } from './cluster-creation.ts';
import {
  deleteDBCluster,
  describeDBClusters,
  createModifyCluster,
  startDBCluster,
  stopDBCluster,
} from './clusters.ts';
import {
  createGlobalJob,
  failoverGlobalCluster,
  switchoverGlobalCluster,
} from './global-change.ts';
import {
  createGlobalCluster,
  deleteGlobalCluster,
  describeGlobalClusters,
  modifyGlobalCluster,
  removeFromGlobalCluster,
} from './global-clusters.ts';
import { createDescribeEngineVersions } from './engine-versions.ts';
import { createModifyInstance } from './instance-changes.ts';
import { createCreateInstance } from './instance-creation.ts';
import {
  deleteDBInstance,
  rebootDBInstance,
  startDBInstance,
  stopDBInstance,
} from './instance-lifecycle.ts';
import { describeDBInstances } from './instance-listing.ts';
import type { RdsParts } from './parts.ts';
import { createServerJob } from './server-job.ts';

import { clusters, credentials, globals, instances } from './state.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** Database servers: real PostgreSQL on this machine, and others that run elsewhere and are registered. */
export function createRdsService(parts: RdsParts): Service {
  const { databases } = parts;
  return {
    id: 'rds',
    principal: 'rds.amazonaws.com',
    operations: [
      createCreateInstance(parts),
      describeDBInstances,
      createModifyInstance(parts),
      deleteDBInstance,
      startDBInstance,
      stopDBInstance,
      rebootDBInstance,
      createCreateCluster(parts),
      describeDBClusters,
      createModifyCluster(parts),
      deleteDBCluster,
      startDBCluster,
      stopDBCluster,
      createGlobalCluster,
      describeGlobalClusters,
      modifyGlobalCluster,
      deleteGlobalCluster,
      removeFromGlobalCluster,
      failoverGlobalCluster,
      switchoverGlobalCluster,
      createDescribeEngineVersions(databases),
      addTagsToResource,
      removeTagsFromResource,
      listTagsForResource,
    ],
    notImplemented,
    collections: [instances, clusters, credentials, globals],
    jobs: [createServerJob(databases), createGlobalJob(databases)],
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
  };
}
