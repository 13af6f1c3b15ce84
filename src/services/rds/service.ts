import type { Service } from '../../contract/service.ts';
import { createCreateCluster } from './cluster-creation.ts';
import {
  deleteDBCluster,
  describeDBClusters,
  modifyDBCluster,
  startDBCluster,
  stopDBCluster,
} from './clusters.ts';
import { createDescribeEngineVersions } from './engine-versions.ts';
import { modifyDBInstance } from './instance-changes.ts';
import { createCreateInstance } from './instance-creation.ts';
import {
  deleteDBInstance,
  rebootDBInstance,
  startDBInstance,
  stopDBInstance,
} from './instance-lifecycle.ts';
import { describeDBInstances } from './instance-listing.ts';
import { createServerJob } from './server-job.ts';
import type { DatabaseServers } from './servers.ts';
import { clusters, credentials, instances } from './state.ts';
import { addTagsToResource, listTagsForResource, removeTagsFromResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

export interface RdsParts {
  readonly databases: DatabaseServers;
}

/** Database servers: real PostgreSQL on this machine, and others that run elsewhere and are registered. */
export function createRdsService({ databases }: RdsParts): Service {
  return {
    id: 'rds',
    principal: 'rds.amazonaws.com',
    operations: [
      createCreateInstance(databases),
      describeDBInstances,
      modifyDBInstance,
      deleteDBInstance,
      startDBInstance,
      stopDBInstance,
      rebootDBInstance,
      createCreateCluster(databases),
      describeDBClusters,
      modifyDBCluster,
      deleteDBCluster,
      startDBCluster,
      stopDBCluster,
      createDescribeEngineVersions(databases),
      addTagsToResource,
      removeTagsFromResource,
      listTagsForResource,
    ],
    notImplemented,
    collections: [instances, clusters, credentials],
    jobs: [createServerJob(databases)],
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
  };
}
