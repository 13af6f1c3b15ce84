/** EBS's operations that answer 501, by what they are about. */
export const unbuiltStorage: readonly (readonly [subject: string, names: string])[] = [
  [
    'further operations of EBS volumes and snapshots',
    `
CopyVolumes CreateDelegateMacVolumeOwnershipTask CreateReplaceRootVolumeTask
DescribeFastSnapshotRestores DescribeImportSnapshotTasks
DescribeReplaceRootVolumeTasks DescribeSnapshotTierStatus DisableFastSnapshotRestores
EnableFastSnapshotRestores EnableVolumeIO ImportSnapshot ImportVolume ListSnapshotsInRecycleBin
ListVolumesInRecycleBin ModifySnapshotTier RestoreSnapshotFromRecycleBin
RestoreSnapshotTier RestoreVolumeFromRecycleBin
`,
  ],
];
