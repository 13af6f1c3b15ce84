import type { CertificateAuthority } from '../../../models/acm-pca/types.ts';
import { arnOf } from './resources.ts';
import type { AuthorityDocument } from './state.ts';

/** An authority as answers tell it. */
export function shownAuthority(authority: AuthorityDocument): CertificateAuthority {
  const { scope, created, changed, type, status, content, deletion, csrExtensions } = authority;
  return {
    Arn: arnOf(authority),
    OwnerAccount: scope.account,
    CreatedAt: new Date(created),
    LastStateChangeAt: new Date(changed),
    Type: type,
    Status: status,
    ...(content === undefined
      ? {}
      : {
          Serial: content.facts.serial.replaceAll(':', ''),
          NotBefore: new Date(content.facts.notBefore),
          NotAfter: new Date(content.facts.notAfter),
        }),
    CertificateAuthorityConfiguration: {
      KeyAlgorithm: authority.keyAlgorithm,
      SigningAlgorithm: authority.signingAlgorithm,
      Subject: authority.subject,
      ...(csrExtensions === undefined ? {} : { CsrExtensions: csrExtensions }),
    },
    RevocationConfiguration: authority.revocation,
    ...(deletion === undefined ? {} : { RestorableUntil: new Date(deletion.date) }),
    KeyStorageSecurityStandard: authority.keyStorage,
    UsageMode: authority.usageMode,
  };
}
