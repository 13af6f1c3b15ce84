const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'policies are not compared with one another',
    'CheckAccessNotGranted CheckNoNewAccess CreateAccessPreview GetAccessPreview ListAccessPreviewFindings ListAccessPreviews',
  ],
  ['only external access is analyzed, which needs no configuration', 'UpdateAnalyzer'],
  ['findings are listed and not counted', 'GetFindingsStatistics'],
  ['unused access is not analyzed', 'GenerateFindingRecommendation GetFindingRecommendation'],
  [
    'policies are not generated from the audit trail',
    'CancelPolicyGeneration GetGeneratedPolicy ListPolicyGenerations StartPolicyGeneration',
  ],
  [
    'no service here has analyzers of its own',
    'CreateServiceLinkedAnalyzer DeleteServiceLinkedAnalyzer',
  ],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(' ').map((name): [string, string] => [name, reason]),
  ),
);
