/** The model's operations that answer 501, by the reason. */
const UNBUILT: readonly (readonly [reason: string, operations: readonly string[]])[] = [
  [
    'images are not kept',
    [
      'BatchCheckLayerAvailability',
      'BatchDeleteImage',
      'BatchGetImage',
      'BatchGetRepositoryScanningConfiguration',
      'CompleteLayerUpload',
      'DescribeImageReplicationStatus',
      'DescribeImageScanFindings',
      'DescribeImages',
      'GetAuthorizationToken',
      'GetDownloadUrlForLayer',
      'GetLifecyclePolicyPreview',
      'InitiateLayerUpload',
      'ListImageReferrers',
      'ListImages',
      'PutImage',
      'StartImageScan',
      'StartLifecyclePolicyPreview',
      'UpdateImageStorageClass',
      'UploadLayerPart',
    ],
  ],
  [
    'nothing is pulled',
    [
      'CreatePullThroughCacheRule',
      'DeletePullThroughCacheRule',
      'DeregisterPullTimeUpdateExclusion',
      'DescribePullThroughCacheRules',
      'ListPullTimeUpdateExclusions',
      'RegisterPullTimeUpdateExclusion',
      'UpdatePullThroughCacheRule',
      'ValidatePullThroughCacheRule',
    ],
  ],
  [
    'repositories are made one by one',
    [
      'CreateRepositoryCreationTemplate',
      'DeleteRepositoryCreationTemplate',
      'DescribeRepositoryCreationTemplates',
      'UpdateRepositoryCreationTemplate',
    ],
  ],
  [
    'registries have no settings',
    [
      'DeleteRegistryPolicy',
      'DeleteSigningConfiguration',
      'DescribeImageSigningStatus',
      'DescribeRegistry',
      'GetAccountSetting',
      'GetRegistryPolicy',
      'GetRegistryScanningConfiguration',
      'GetSigningConfiguration',
      'PutAccountSetting',
      'PutRegistryPolicy',
      'PutRegistryScanningConfiguration',
      'PutReplicationConfiguration',
      'PutSigningConfiguration',
    ],
  ],
];

export const notImplemented: ReadonlyMap<string, string> = new Map(
  UNBUILT.flatMap(([reason, names]) => names.map((name) => [name, reason] as const)),
);
