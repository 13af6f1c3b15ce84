import type { Unit } from '../../contract/view.ts';
import { onCertificate } from './authorization.ts';
import { certificateInUse } from './errors.ts';
import { countOneLess } from './quotas.ts';
import { type CertificateDocument, certificates, keys } from './state.ts';
import { cancelTending } from './tending-order.ts';
import { cancelValidation } from './validation-order.ts';

export const deleteCertificate = onCertificate({
  name: 'DeleteCertificate',
  access: 'write',
  handle: async (_input, { arn, certificate, view }, { unit }) => {
    if (certificate.inUseBy.length > 0) throw certificateInUse(arn, certificate.scope.account);
    await countOneLess(view);
    forget(unit, certificate);
    return {};
  },
});

function forget(unit: Unit, certificate: CertificateDocument): void {
  const view = unit.view(certificate.scope);
  view.delete(certificates, certificate.id);
  view.delete(keys, certificate.id);
  cancelTending(unit, certificate);
  cancelValidation(unit, certificate);
}
