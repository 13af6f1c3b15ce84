import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { CertificateDocument } from './state.ts';

export const MAIL = 'acm.mail';

export interface AskedDomain {
  readonly name: string;
  /** The domain whose mailboxes are asked. */
  readonly validationDomain: string;
  /** Those that are still to be asked; absent: all. */
  readonly addresses?: readonly string[];
}

export interface MailPayload {
  readonly id: string;
  /** The one domain that is asked about again; absent: all that are not proved. */
  readonly domain?: AskedDomain;
  readonly attempt: number;
}

/** Asks the mailboxes of domains whether a certificate may be issued for them. */
export function orderMails(
  unit: Unit,
  { id, scope }: CertificateDocument,
  due: Instant,
  { domain, attempt = 1 }: Partial<MailPayload> = {},
): void {
  const payload: MailPayload = { id, attempt, ...(domain === undefined ? {} : { domain }) };
  const { account, region } = scope;
  unit.order({
    id: `${MAIL}/${account}/${region}/${id}/${domain?.name ?? ''}`,
    kind: MAIL,
    scope,
    due,
    payload: JSON.stringify(payload),
  });
}
