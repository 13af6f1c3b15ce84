import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { certificateScope, findCertificate } from '../acm/port.ts';
import { coversDomain } from '../../core/certificate-name.ts';
import { endpointTypeOf } from './endpoints.ts';
import { badRequest } from './errors.ts';
import type { DomainDocument } from './state.ts';

const EDGE_REGION = 'us-east-1';

type Certificates = Pick<
  DomainDocument,
  'certificateArn' | 'regionalCertificateArn' | 'endpointConfiguration'
>;

/** The certificate that a domain shows: each type of endpoint has its own member for it. */
export function certificateArnOf(domain: Certificates): string | undefined {
  return endpointTypeOf(domain) === 'REGIONAL'
    ? domain.regionalCertificateArn
    : domain.certificateArn;
}

/** Errors: BadRequestException. */
export async function assertCertificate(
  unit: Unit,
  { account, region }: Scope,
  domain: Certificates & Pick<DomainDocument, 'domainName'>,
): Promise<void> {
  const type = endpointTypeOf(domain);
  if (type === 'REGIONAL' && domain.certificateArn !== undefined) {
    throw badRequest('Cannot import certificates for EDGE while REGIONAL is active.');
  }
  if (type !== 'REGIONAL' && domain.regionalCertificateArn !== undefined) {
    throw badRequest(`Cannot import certificates for REGIONAL while ${type} is active.`);
  }
  const arn = certificateArnOf(domain);
  if (arn === undefined) throw badRequest('A certificate must be specified for the domain name');
  const wanted = type === 'EDGE' ? EDGE_REGION : region;
  const place = certificateScope(arn);
  if (place?.region !== wanted) {
    throw badRequest(`Invalid certificate ARN: ${arn}. Certificate must be in '${wanted}'.`);
  }
  if (place.account !== account) {
    throw badRequest('The certificate provided must be owned by the account creating the domain.');
  }
  const found = await findCertificate(unit, arn);
  if (found === undefined) throw badRequest(`Invalid certificate ARN: ${arn}`);
  if (found.status !== 'ISSUED') {
    throw badRequest(`Certificate ${arn} in account ${account} not yet issued`);
  }
  if (!found.names.some((name) => coversDomain(name, domain.domainName))) {
    throw badRequest(
      `The domain name ${domain.domainName} is not covered by the certificate ${arn}`,
    );
  }
}
