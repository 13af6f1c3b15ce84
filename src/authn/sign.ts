import { hash } from 'node:crypto';
import { canonicalRequest } from './canonical.ts';
import { hmacHexOf } from './hmac.ts';
import { signingKey } from './signing-key.ts';

const SIGNED_HEADERS = ['host', 'x-amz-date'];

/** A request of ours to somebody who verifies Signature Version 4. */
export interface RequestToSign {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly body: string;
}

export interface SigningCredential {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly service: string;
}

/** The headers `x-amz-date` and `authorization` for a request without a query. `now` is real time. */
export function signatureHeaders(
  request: RequestToSign,
  credential: SigningCredential,
  now: number,
): { readonly 'x-amz-date': string; readonly authorization: string } {
  const timestamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const scope = {
    date: timestamp.slice(0, 8),
    region: credential.region,
    service: credential.service,
  };
  const canonical = canonicalRequest(
    {
      method: request.method,
      rawPath: request.path,
      rawQuery: '',
      headers: ['host', request.host, 'x-amz-date', timestamp],
      body: undefined,
    },
    {
      form: 'header',
      accessKeyId: credential.accessKeyId,
      scope,
      signedHeaders: SIGNED_HEADERS,
      signature: '',
      timestamp,
      presigned: false,
      expiresSeconds: undefined,
      sessionToken: undefined,
    },
    hash('sha256', request.body, 'hex'),
  );
  const where = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const digest = hash('sha256', canonical ?? '', 'hex');
  const text = `AWS4-HMAC-SHA256\n${timestamp}\n${where}\n${digest}`;
  const signature = hmacHexOf(signingKey(credential.secretAccessKey, scope), text);
  return {
    'x-amz-date': timestamp,
    authorization:
      `AWS4-HMAC-SHA256 Credential=${credential.accessKeyId}/${where}, ` +
      `SignedHeaders=${SIGNED_HEADERS.join(';')}, Signature=${signature}`,
  };
}
