const ENDPOINTS = 'global endpoints need Route 53 health checks and several installations';
const PARTNERS = 'there are no partners who send events';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ...[
    'CreateEndpoint',
    'DeleteEndpoint',
    'DescribeEndpoint',
    'ListEndpoints',
    'UpdateEndpoint',
  ].map((name) => [name, ENDPOINTS] as const),
  ...[
    'ActivateEventSource',
    'CreatePartnerEventSource',
    'DeactivateEventSource',
    'DeletePartnerEventSource',
    'DescribeEventSource',
    'DescribePartnerEventSource',
    'ListEventSources',
    'ListPartnerEventSourceAccounts',
    'ListPartnerEventSources',
    'PutPartnerEvents',
  ].map((name) => [name, PARTNERS] as const),
]);
