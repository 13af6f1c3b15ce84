import type { ReplicaDescription } from '../../../../models/dynamodb/types.ts';
import type { ReplicaDocument } from '../state.ts';

/** A replica as the tables of its group tell of it. */
export function replicaDescription(replica: ReplicaDocument): ReplicaDescription {
  const { region, status, kmsKeyArn, readOverride, tableClass } = replica;
  return {
    RegionName: region,
    ReplicaStatus: status,
    ...(kmsKeyArn === undefined ? {} : { KMSMasterKeyId: kmsKeyArn }),
    ...(readOverride === undefined
      ? {}
      : { ProvisionedThroughputOverride: { ReadCapacityUnits: readOverride } }),
    ...(tableClass === undefined ? {} : { ReplicaTableClassSummary: { TableClass: tableClass } }),
  };
}
