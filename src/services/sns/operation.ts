import type { SnsOperations } from '../../../models/sns/types.ts';
import type { Host } from '../../contract/host.ts';
import type { SendHttp } from '../../contract/send-http.ts';
import type { SendMail } from '../../contract/send-mail.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';

export type SnsOperation<N extends keyof SnsOperations> = OperationOf<SnsOperations, N>;

/** What SNS is given. */
export interface SnsParts {
  readonly host: Host;
  /** Knows the principals that topic policies name. */
  readonly principals: PrincipalDirectory;
  readonly send: SendHttp;
  /** Undefined: no mail server is known. */
  readonly mailer: SendMail | undefined;
}
