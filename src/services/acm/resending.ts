import { onCertificate } from './authorization.ts';
import { validationDomains } from './domain/domain-names.ts';
import { invalidState } from './errors.ts';
import { orderMails } from './mail-order.ts';
import { awaitsRenewal } from './renewal.ts';

export const resendValidationEmail = onCertificate({
  name: 'ResendValidationEmail',
  access: 'write',
  handle: async (input, { arn, certificate }, { unit, call }) => {
    const { Domain, ValidationDomain } = input;
    const isAsked = certificate.status === 'PENDING_VALIDATION' || awaitsRenewal(certificate);
    if (certificate.validation?.method !== 'EMAIL' || !isAsked) {
      throw invalidState(
        `Certificate ${arn} in state ${certificate.status} does not wait for an approval by mail`,
      );
    }
    const name = Domain.toLowerCase();
    const option = { DomainName: Domain, ValidationDomain };
    const domains = validationDomains(certificate.names, [option]);
    const domain = { name, validationDomain: domains.get(name) ?? name };
    orderMails(unit, certificate, call.now, { domain });
    return {};
  },
});
