import type { SendMail } from '../../contract/send-mail.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';

/** What ACM is given besides its contexts. */
export interface AcmParts {
  readonly keyWork: KeyWork;
  /** Where clients reach this server: links in mails and certificates begin so. */
  readonly publicUrl: () => string;
  /** Undefined: no mail server is known, and nobody is asked by mail. */
  readonly mailer: SendMail | undefined;
}
