import type { AuthenticationFailure, CredentialScope } from './types.ts';

const TERMINATOR = 'aws4_request';
/** Access key ids are 16 to 128 characters at AWS; dev mode's `test` is shorter. */
const ACCESS_KEY_ID = /^[\w.\-/+=@]{1,128}$/;
const REGION = /^[a-z0-9-]{1,32}$/;
const SERVICE = /^[a-z0-9-]{1,64}$/;

export interface ScopedKey {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
}

/** Reads `AKID/20261124/us-east-1/kms/aws4_request`. Texts are AWS's. */
export function parseCredential(credential: string): ScopedKey | AuthenticationFailure {
  const parts = credential.split('/');
  if (parts.length < 5) {
    return malformed(
      `Credential must have at least 5 slash-delimited elements, not ${parts.length}`,
    );
  }
  const [date = '', region = '', service = '', terminator = ''] = parts.slice(-4);
  const accessKeyId = parts.slice(0, -4).join('/');
  if (terminator !== TERMINATOR) {
    const given = shown(terminator);
    return malformed(
      `Credential should be scoped with a valid terminator: '${TERMINATOR}', not '${given}'. `,
    );
  }
  if (!ACCESS_KEY_ID.test(accessKeyId)) return malformed('Credential has no valid access key id.');
  if (!/^\d{8}$/.test(date)) {
    return malformed(`Date in Credential scope is not in the form YYYYMMDD: '${shown(date)}'. `);
  }
  if (!REGION.test(region)) {
    return malformed(`Credential should be scoped to a valid Region, not '${shown(region)}'. `);
  }
  if (!SERVICE.test(service)) {
    return malformed(`Credential should be scoped to a correct service, not '${shown(service)}'. `);
  }
  return { accessKeyId, scope: { date, region, service } };
}

/** Names whose requests are signed the way S3 signs: path as sent, payload hash in a header. */
export function signsLikeS3(service: string): boolean {
  switch (service) {
    case 's3':
    case 's3express':
    case 's3-outposts':
    case 's3-object-lambda':
      return true;
    default:
      return false;
  }
}

/** What of a client's text an error may repeat. */
export function shown(text: string): string {
  return text.slice(0, 64).replace(/[^\x20-\x7e]/g, '?');
}

function malformed(text: string): AuthenticationFailure {
  return { kind: 'malformedScope', text };
}
