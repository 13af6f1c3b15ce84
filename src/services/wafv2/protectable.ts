import type { ResourceType } from '../../../models/wafv2/types.ts';
import { type Arn, parseArn } from '../../core/arn.ts';

interface Protectable {
  readonly type: ResourceType;
  /** The service part of its ARNs. */
  readonly service: string;
  readonly resource: RegExp;
  /** What its own service asks of who puts a web ACL before it. */
  readonly action: string;
}

/** Resources that a web ACL may be associated with. Network load balancers and HTTP APIs are not among them. */
const PROTECTABLE: readonly Protectable[] = [
  {
    type: 'APPLICATION_LOAD_BALANCER',
    service: 'elasticloadbalancing',
    resource: /^loadbalancer\/app\/[^/]+\/[^/]+$/,
    action: 'elasticloadbalancing:SetWebACL',
  },
  {
    type: 'API_GATEWAY',
    service: 'apigateway',
    resource: /^\/restapis\/[^/]+\/stages\/[^/]+$/,
    action: 'apigateway:SetWebACL',
  },
  { type: 'APPSYNC', service: 'appsync', resource: /^apis\/[^/]+$/, action: 'appsync:SetWebACL' },
  {
    type: 'COGNITO_USER_POOL',
    service: 'cognito-idp',
    resource: /^userpool\/[^/]+$/,
    action: 'cognito-idp:AssociateWebACL',
  },
  {
    type: 'APP_RUNNER_SERVICE',
    service: 'apprunner',
    resource: /^service\/[^/]+\/[^/]+$/,
    action: 'apprunner:AssociateWebAcl',
  },
  {
    type: 'VERIFIED_ACCESS_INSTANCE',
    service: 'ec2',
    resource: /^verified-access-instance\/[^/]+$/,
    action: 'ec2:AssociateVerifiedAccessInstanceWebAcl',
  },
  {
    type: 'AMPLIFY',
    service: 'amplify',
    resource: /^apps\/[^/]+$/,
    action: 'amplify:AssociateWebACL',
  },
  {
    type: 'AGENTCORE_GATEWAY',
    service: 'bedrock-agentcore',
    resource: /^gateway\/[^/]+$/,
    action: 'bedrock-agentcore:AssociateWebACL',
  },
];

/** Undefined: no web ACL can be associated with what the text names. */
export function protectableOf(text: string): (Protectable & { readonly arn: Arn }) | undefined {
  const arn = parseArn(text);
  const found = PROTECTABLE.find(
    ({ service, resource }) => arn?.service === service && resource.test(arn.resource),
  );
  return arn === undefined || found === undefined ? undefined : { ...found, arn };
}
