const MOBILE = "AWS's software for mobile applications is not AWS's to be given away";
const SELLERS = 'managed rule sets of sellers on AWS Marketplace are not built';
const BOTS = 'bot control is not built';
const MONEY = 'the monetization of content is not built';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['GenerateMobileSdkReleaseUrl', MOBILE],
  ['GetMobileSdkRelease', MOBILE],
  ['ListMobileSdkReleases', MOBILE],
  ['GetManagedRuleSet', SELLERS],
  ['ListManagedRuleSets', SELLERS],
  ['PutManagedRuleSetVersions', SELLERS],
  ['UpdateManagedRuleSetVersionExpiryDate', SELLERS],
  ['GetSampledRequests', 'samples are not built yet'],
  ['GetRateBasedStatementManagedKeys', 'rate-based rules are not built yet'],
  ['GetTopPathStatisticsByTraffic', BOTS],
  ['GetRevenueStatistics', MONEY],
  ['GetRevenueStatisticsSummary', MONEY],
  ['GetRevenueStatisticsTimeSeries', MONEY],
  ['ListSettlementRecords', MONEY],
]);
