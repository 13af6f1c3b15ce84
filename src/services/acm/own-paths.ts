import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { approve, findApproval } from './approvals.ts';
import { rootCertificate } from './authority.ts';
import { APPROVALS_PATH } from './mail-job.ts';
import { certificateArn } from './resources.ts';
import { listAt } from './revocation-list.ts';
import type { ApprovalDocument } from './state.ts';

/** Where clients get the certificate that they are to trust, below the server's address. */
const ROOT_PATH = '/_holdfast/authority.pem';

export interface CertificatePage {
  readonly status: number;
  readonly type: 'text/html; charset=utf-8' | 'application/x-pem-file' | 'application/pkix-crl';
  readonly body: string | Uint8Array;
}

export interface PageRequest {
  readonly method: string;
  readonly path: string;
}

/** ACM's own pages: the root's certificate, lists of what was revoked, and those that the links of mails lead to. Undefined: it is none of them. */
export async function certificatePage(
  { method, path }: PageRequest,
  { unit, keyWork, now }: { readonly unit: Unit; readonly keyWork: KeyWork; readonly now: Instant },
): Promise<CertificatePage | undefined> {
  if (method === 'GET' && path === ROOT_PATH) {
    const body = await rootCertificate({ unit, keyWork, now });
    return { status: 200, type: 'application/x-pem-file', body };
  }
  if (!path.startsWith(APPROVALS_PATH)) {
    const list = method === 'GET' ? await listAt(path, { unit, keyWork, now }) : undefined;
    return list === undefined
      ? undefined
      : { status: 200, type: 'application/pkix-crl', body: list };
  }
  const code = path.slice(APPROVALS_PATH.length);
  // Programs that look at mails follow their links: only a press of the button approves.
  if (method === 'GET') return asked(await findApproval(unit, code, now));
  return method === 'POST' ? approved(await approve(unit, code, now)) : undefined;
}

function asked(approval: ApprovalDocument | undefined): CertificatePage {
  if (approval === undefined) return over();
  return page(
    200,
    `<p>${described(approval)}</p>` +
      '<form method="post"><button type="submit">I Approve</button></form>',
  );
}

function approved(approval: ApprovalDocument | undefined): CertificatePage {
  return approval === undefined
    ? over()
    : page(200, `<p>Success! You have approved this: ${described(approval)}</p>`);
}

function over(): CertificatePage {
  return page(404, '<p>This link asks for nothing, or its time is over.</p>');
}

/** What stands in it is of no customer's writing but for the domain, which has no character that HTML knows. */
function described({ domain, scope, certificate }: ApprovalDocument): string {
  const arn = certificateArn(scope, certificate);
  return `A certificate for ${domain}, of the AWS account ${scope.account}: ${arn}`;
}

function page(status: number, content: string): CertificatePage {
  const head = '<!doctype html><meta charset="utf-8"><title>Certificate approval</title>';
  return { status, type: 'text/html; charset=utf-8', body: `${head}${content}\n` };
}
