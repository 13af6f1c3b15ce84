const REASONS: readonly (readonly [reason: string, operations: readonly string[]])[] = [
  [
    'documentation of APIs is not built',
    [
      'CreateDocumentationPart',
      'CreateDocumentationVersion',
      'DeleteDocumentationPart',
      'DeleteDocumentationVersion',
      'GetDocumentationPart',
      'GetDocumentationParts',
      'GetDocumentationVersion',
      'GetDocumentationVersions',
      'ImportDocumentationParts',
      'UpdateDocumentationPart',
      'UpdateDocumentationVersion',
    ],
  ],
  [
    'VPC links need load balancers that APIs reach privately, which is not built',
    ['CreateVpcLink', 'DeleteVpcLink', 'GetVpcLink', 'GetVpcLinks', 'UpdateVpcLink'],
  ],
  [
    'APIs are neither imported from nor exported to documents, and no SDK is made of them',
    [
      'GetExport',
      'GetModelTemplate',
      'GetSdk',
      'GetSdkType',
      'GetSdkTypes',
      'ImportApiKeys',
      'ImportRestApi',
      'PutRestApi',
    ],
  ],
  [
    'no back end is shown a client certificate',
    [
      'DeleteClientCertificate',
      'GenerateClientCertificate',
      'GetClientCertificate',
      'GetClientCertificates',
      'UpdateClientCertificate',
    ],
  ],
  ['responses are not cached', ['FlushStageCache']],
  [
    'methods and authorizers are tried by calling a stage',
    ['TestInvokeAuthorizer', 'TestInvokeMethod'],
  ],
  ['domains of other accounts are not shared', ['RejectDomainNameAccessAssociation']],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.map((operation) => [operation, reason] as const),
  ),
);
