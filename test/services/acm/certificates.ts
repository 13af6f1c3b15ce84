import {
  ACMClient,
  type CertificateDetail,
  DescribeCertificateCommand,
  RequestCertificateCommand,
  type RequestCertificateCommandInput,
} from '@aws-sdk/client-acm';
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import type { TestServer } from '../../server.ts';

export const SECOND = 1_000;
export const DAY = 86_400_000;

/** Lets service time pass, with everything that falls due on the way. */
export async function pass(server: TestServer, ms: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + ms);
}

export async function described(
  acm: ACMClient,
  CertificateArn: string,
): Promise<CertificateDetail> {
  const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
  if (Certificate === undefined) throw new Error('nothing was described');
  return Certificate;
}

/** A zone of the account for a domain; gives its id. */
export async function newZone(server: TestServer, account: string, Name: string): Promise<string> {
  const route53 = new Route53Client(server.client(account));
  const { HostedZone } = await route53.send(
    new CreateHostedZoneCommand({ Name, CallerReference: Name }),
  );
  return HostedZone?.Id ?? '';
}

/** Puts what proves a certificate's domains into a zone, or takes it away. */
export async function prove(
  server: TestServer,
  account: string,
  HostedZoneId: string,
  certificate: CertificateDetail,
  Action: 'UPSERT' | 'DELETE' = 'UPSERT',
): Promise<void> {
  const wanted = new Map(
    (certificate.DomainValidationOptions ?? []).map(({ ResourceRecord }) => [
      ResourceRecord?.Name ?? '',
      ResourceRecord?.Value ?? '',
    ]),
  );
  const route53 = new Route53Client(server.client(account));
  const Changes = [...wanted].map(([Name, Value]) => ({
    Action,
    ResourceRecordSet: { Name, Type: 'CNAME' as const, TTL: 60, ResourceRecords: [{ Value }] },
  }));
  await route53.send(
    new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch: { Changes } }),
  );
}

/** A certificate of the installation's own authority, proved by DNS and issued; gives its ARN. */
export async function issuedCertificate(
  server: TestServer,
  account: string,
  input: Omit<RequestCertificateCommandInput, 'ValidationMethod'>,
): Promise<string> {
  const acm = new ACMClient(server.client(account));
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({ ValidationMethod: 'DNS', ...input }),
  );
  const zone = await newZone(server, account, (input.DomainName ?? '').replace('*.', ''));
  await pass(server, 4 * SECOND);
  await prove(server, account, zone, await described(acm, CertificateArn));
  await pass(server, 61 * SECOND);
  return CertificateArn;
}
