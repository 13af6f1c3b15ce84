const anomalies = 'anomalies are not looked for';
const categories = 'cost categories are not built';
const records = 'usage is kept by day alone';
const commitments = 'there are no reservations and no savings plans to buy';
const comparisons = 'costs are not compared';
const resources = 'usage is not metered by resource';
const forecast = 'costs are not forecast';
const tags = 'tags are not activated for cost allocation';
const labels = 'what has tags here (anomaly monitors, cost categories) is not built';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['CreateAnomalyMonitor', anomalies],
  ['CreateAnomalySubscription', anomalies],
  ['CreateCostCategoryDefinition', categories],
  ['DeleteAnomalyMonitor', anomalies],
  ['DeleteAnomalySubscription', anomalies],
  ['DeleteCostCategoryDefinition', categories],
  ['DescribeCostCategoryDefinition', categories],
  ['GetAnomalies', anomalies],
  ['GetAnomalyMonitors', anomalies],
  ['GetAnomalySubscriptions', anomalies],
  ['GetApproximateUsageRecords', records],
  ['GetCommitmentPurchaseAnalysis', commitments],
  ['GetCostAndUsageComparisons', comparisons],
  ['GetCostAndUsageWithResources', resources],
  ['GetCostCategories', categories],
  ['GetCostComparisonDrivers', comparisons],
  ['GetCostForecast', forecast],
  ['GetReservationCoverage', commitments],
  ['GetReservationPurchaseRecommendation', commitments],
  ['GetReservationUtilization', commitments],
  ['GetRightsizingRecommendation', 'there are no instances to size'],
  ['GetSavingsPlanPurchaseRecommendationDetails', commitments],
  ['GetSavingsPlansCoverage', commitments],
  ['GetSavingsPlansPurchaseRecommendation', commitments],
  ['GetSavingsPlansUtilization', commitments],
  ['GetSavingsPlansUtilizationDetails', commitments],
  ['GetTags', tags],
  ['GetUsageForecast', forecast],
  ['ListCommitmentPurchaseAnalyses', commitments],
  ['ListCostAllocationTagBackfillHistory', tags],
  ['ListCostAllocationTags', tags],
  ['ListCostCategoryDefinitions', categories],
  ['ListCostCategoryResourceAssociations', categories],
  ['ListSavingsPlansPurchaseRecommendationGeneration', commitments],
  ['ListTagsForResource', labels],
  ['ProvideAnomalyFeedback', anomalies],
  ['StartCommitmentPurchaseAnalysis', commitments],
  ['StartCostAllocationTagBackfill', tags],
  ['StartSavingsPlansPurchaseRecommendationGeneration', commitments],
  ['TagResource', labels],
  ['UntagResource', labels],
  ['UpdateAnomalyMonitor', anomalies],
  ['UpdateAnomalySubscription', anomalies],
  ['UpdateCostAllocationTagsStatus', tags],
  ['UpdateCostCategoryDefinition', categories],
]);
