import { onCertificate } from './authorization.ts';
import { invalidState, validation } from './errors.ts';
import { certificates } from './state.ts';

/** Whether it is logged may change; whether it may be exported is settled with the request. */
export const updateCertificateOptions = onCertificate({
  name: 'UpdateCertificateOptions',
  access: 'write',
  handle: async ({ Options }, { arn, certificate, view }) => {
    if (certificate.type !== 'AMAZON_ISSUED') {
      throw validation(`Certificate ARN: ${arn} is not an Amazon issued certificate`);
    }
    const { CertificateTransparencyLoggingPreference: logging, Export: option } = Options;
    if (option !== undefined && option !== certificate.export) {
      throw invalidState(
        `The export option of certificate ${arn} can't be changed after it was requested`,
      );
    }
    const changed = { ...certificate, logging: logging ?? certificate.logging };
    view.put(certificates, certificate.id, changed);
    return {};
  },
});
