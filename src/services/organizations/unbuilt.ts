const transfers = 'there is no bill whose responsibility could be transferred';
const validation = 'effective policies are not judged by the services they are for';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['CreateGovCloudAccount', 'there is one partition'],
  ['DescribeResponsibilityTransfer', transfers],
  ['InviteOrganizationToTransferResponsibility', transfers],
  ['ListInboundResponsibilityTransfers', transfers],
  ['ListOutboundResponsibilityTransfers', transfers],
  ['TerminateResponsibilityTransfer', transfers],
  ['UpdateResponsibilityTransfer', transfers],
  ['ListAccountsWithInvalidEffectivePolicy', validation],
  ['ListEffectivePolicyValidationErrors', validation],
]);
