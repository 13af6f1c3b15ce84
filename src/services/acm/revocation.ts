import { onCertificate } from './authorization.ts';
import { assertExportable } from './contents.ts';
import { certificateInUse, conflict } from './errors.ts';
import { tellRevoked } from './events.ts';
import { certificates, INSTALLATION, lists, revocations } from './state.ts';
import { cancelTending } from './tending-order.ts';

/** What may have left ACM can be revoked: public certificates that were asked for so that they can be exported. */
export const revokeCertificate = onCertificate({
  name: 'RevokeCertificate',
  access: 'write',
  handle: async ({ RevocationReason: reason }, { arn, certificate, view }, { unit, call }) => {
    const { content, status, inUseBy, scope } = certificate;
    assertExportable(arn, certificate);
    if (certificate.type !== 'AMAZON_ISSUED' || status !== 'ISSUED' || content === undefined) {
      throw conflict(`Certificate ${arn} in state ${status} can't be revoked`);
    }
    if (inUseBy.length > 0) throw certificateInUse(arn, scope.account);
    const revoked = { at: call.now, reason };
    const changed = { ...certificate, status: 'REVOKED', revoked } as const;
    view.put(certificates, certificate.id, changed);
    const { serial, notAfter } = content.facts;
    const algorithm = certificate.keyAlgorithm;
    const all = unit.view(INSTALLATION);
    all.put(revocations, serial, { ...revoked, algorithm, notAfter });
    // The next who asks for it gets a new one.
    all.delete(lists, algorithm);
    cancelTending(unit, certificate);
    tellRevoked(unit, call.now, changed);
    return { CertificateArn: arn };
  },
});
