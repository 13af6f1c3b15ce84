import type { JobContext } from '../../contract/service.ts';
import { tellAvailable } from './events.ts';
import {
  type CertificateContent,
  type CertificateDocument,
  certificates,
  keys,
  type Renewal,
} from './state.ts';
import { orderTending } from './tending-order.ts';

/** A certificate is there, or in the place of the one before it. */
export async function putIssued(
  { unit, now }: JobContext,
  certificate: CertificateDocument,
  content: CertificateContent,
  secret: Uint8Array,
): Promise<void> {
  const { id, scope, validation, renewal, status } = certificate;
  const domains = (validation?.domains ?? []).map(
    (domain) => ({ ...domain, status: 'SUCCESS' }) as const,
  );
  const renewed: Renewal | undefined =
    renewal === undefined ? undefined : { status: 'SUCCESS', updated: now, domains };
  const issued: CertificateDocument = {
    ...certificate,
    status: 'ISSUED',
    issued: now,
    content,
    ...(validation === undefined ? {} : { validation: { ...validation, domains } }),
    ...(renewed === undefined ? {} : { renewal: renewed }),
  };
  const view = unit.view(scope);
  view.put(certificates, id, issued);
  view.put(keys, id, { secret: Buffer.from(secret).toString('base64') });
  tellAvailable(unit, now, issued, status === 'ISSUED' ? 'RENEWAL' : 'ISSUANCE');
  await orderTending(unit, issued, now);
}
