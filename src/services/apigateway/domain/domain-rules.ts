import type { EdgeTlsTerms } from '../../../contract/edge.ts';
import type { EndpointType, SecurityPolicy } from '../../../../models/apigateway/types.ts';

/** The hosted zone that names of API Gateway's distributions are in. */
export const DISTRIBUTION_ZONE = 'Z2FDTNDATAQYW2';

const ZONES: ReadonlyMap<string, string> = new Map([
  ['af-south-1', 'Z2DHW2332DAMTN'],
  ['ap-east-1', 'Z3FD1VL90ND7K5'],
  ['ap-northeast-1', 'Z1YSHQZHG15GKL'],
  ['ap-northeast-2', 'Z20JF4UZKIW1U8'],
  ['ap-south-1', 'Z3VO1THU9YC4UR'],
  ['ap-southeast-1', 'ZL327KTPIQFUL'],
  ['ap-southeast-2', 'Z2RPCDW04V8134'],
  ['ca-central-1', 'Z19DQILCV0OWEC'],
  ['eu-central-1', 'Z1U9ULNL0V5AJ3'],
  ['eu-north-1', 'Z3UWIKFBOOGXPP'],
  ['eu-south-1', 'Z3BT4WSQ9TDYZV'],
  ['eu-west-1', 'ZLY8HYME6SFDD'],
  ['eu-west-2', 'ZJ5UAJN8Y3Z2Q'],
  ['eu-west-3', 'Z3KY65QIEKYHQQ'],
  ['me-south-1', 'Z20ZBPC0SS8806'],
  ['sa-east-1', 'ZCMLWB8V5SYIT'],
  ['us-east-1', 'Z1UJRXOUMOOFQ8'],
  ['us-east-2', 'ZOJJZC49E0EPZ'],
  ['us-west-1', 'Z2MUQ32089INYE'],
  ['us-west-2', 'Z2OJLYMUO9EFXC'],
]);

/** The hosted zone of a Region's own names; empty where it is not known. */
export function regionalZone(region: string): string {
  return ZONES.get(region) ?? '';
}

/** The policies that each type of endpoint may have. */
export function allowsPolicy(type: EndpointType, policy: SecurityPolicy): boolean {
  if (policy === 'TLS_1_2') return true;
  if (policy === 'TLS_1_0') return type !== 'PRIVATE';
  return policy.endsWith('_EDGE') === (type === 'EDGE');
}

const DOMAIN =
  /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const DOMAIN_MAX = 253;
/** Below it are names that APIs have by themselves: nobody may take another's. */
const OWN_SUFFIX = '.amazonaws.com';

export function isDomainName(text: string): boolean {
  return text.length <= DOMAIN_MAX && DOMAIN.test(text) && !text.endsWith(OWN_SUFFIX);
}

/** The versions of TLS that a policy allows. */
export function tlsVersions(
  policy: SecurityPolicy,
): Pick<EdgeTlsTerms, 'minVersion' | 'maxVersion'> {
  if (policy === 'TLS_1_0') return { minVersion: 'TLSv1', maxVersion: 'TLSv1.3' };
  const isNew = policy.includes('TLS13_1_3') || policy === 'SecurityPolicy_TLS13_2025_EDGE';
  return { minVersion: isNew ? 'TLSv1.3' : 'TLSv1.2', maxVersion: 'TLSv1.3' };
}
