const template = 'quota request templates of organizations are not built';
const automatic = 'automatic quota management is not built';
const usage = 'the utilization of quotas is not reported';
const tags = 'quotas have no tags yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['AssociateServiceQuotaTemplate', template],
  ['DisassociateServiceQuotaTemplate', template],
  ['GetAssociationForServiceQuotaTemplate', template],
  ['GetServiceQuotaIncreaseRequestFromTemplate', template],
  ['ListServiceQuotaIncreaseRequestsInTemplate', template],
  ['PutServiceQuotaIncreaseRequestIntoTemplate', template],
  ['DeleteServiceQuotaIncreaseRequestFromTemplate', template],
  ['GetAutoManagementConfiguration', automatic],
  ['StartAutoManagement', automatic],
  ['StopAutoManagement', automatic],
  ['UpdateAutoManagement', automatic],
  ['StartQuotaUtilizationReport', usage],
  ['GetQuotaUtilizationReport', usage],
  ['CreateSupportCase', 'there is no support to open a case with'],
  ['ListTagsForResource', tags],
  ['TagResource', tags],
  ['UntagResource', tags],
]);
