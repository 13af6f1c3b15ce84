// Secrets Manager as a rotation function needs it, by signed requests of its own: the function's archive holds no SDK.
import { createHash, createHmac } from 'node:crypto';

/** A secret's value: what databases are entered by. Further members are kept as they are. */
export interface Credentials {
  readonly host: string;
  readonly username: string;
  readonly password: string;
  readonly port?: number | string;
  readonly dbname?: string;
  /** The secret of the user who may make others: alternating users need it. */
  readonly masterarn?: string;
  readonly ssl?: boolean | string;
}

const TIMEOUT_MS = 10_000;
const SERVICE = 'secretsmanager';

/** Errors: an Error that begins with AWS's code. */
export async function call(operation: string, input: object): Promise<Record<string, unknown>> {
  const region = setting('AWS_REGION');
  const endpoint = new URL(
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] ??
      process.env['AWS_ENDPOINT_URL'] ??
      `https://${SERVICE}.${region}.amazonaws.com`,
  );
  const body = JSON.stringify(input);
  const headers = signed(endpoint.host, region, body, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `${SERVICE}.${operation}`,
  });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await fetch(new URL('/', endpoint), { method: 'POST', headers, body, signal });
  const read: unknown = await answer.json();
  const members = typeof read === 'object' && read !== null ? { ...read } : {};
  if (answer.ok) return members;
  const { __type: code, message, Message }: Partial<Record<string, unknown>> = members;
  throw new Error(`${String(code).split('#').at(-1)}: ${String(message ?? Message)}`);
}

/** Undefined: there is no such version, or it has no value yet. */
export async function valueOf(
  SecretId: string,
  version: { readonly VersionStage: string; readonly VersionId?: string },
): Promise<Credentials | undefined> {
  try {
    const { SecretString } = await call('GetSecretValue', { SecretId, ...version });
    return readCredentials(String(SecretString));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('ResourceNotFoundException')) {
      return undefined;
    }
    throw error;
  }
}

function readCredentials(text: string): Credentials {
  const read: unknown = JSON.parse(text);
  const members: Partial<Record<string, unknown>> =
    typeof read === 'object' && read !== null ? { ...read } : {};
  const { host, username, password } = members;
  if (typeof host !== 'string' || typeof username !== 'string' || typeof password !== 'string') {
    throw new Error('The secret must be JSON with host, username and password.');
  }
  return { ...members, host, username, password };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** The headers with a Signature Version 4 of the function's own credentials. */
function signed(
  host: string,
  region: string,
  body: string,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const timestamp = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const token = process.env['AWS_SESSION_TOKEN'];
  const headers: Record<string, string> = {
    ...given,
    host,
    'x-amz-date': timestamp,
    ...(token === undefined ? {} : { 'x-amz-security-token': token }),
  };
  const names = Object.keys(headers).sort();
  const list = names.join(';');
  const lines = names.map((name) => `${name}:${headers[name]}\n`).join('');
  const canonical = ['POST', '/', '', lines, list, sha256(body)].join('\n');
  const scope = [timestamp.slice(0, 8), region, SERVICE, 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${setting('AWS_SECRET_ACCESS_KEY')}`);
  const signature = hmac(key, text).toString('hex');
  const credential = `${setting('AWS_ACCESS_KEY_ID')}/${scope.join('/')}`;
  const { host: _implied, ...sent } = headers;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${list}, Signature=${signature}`,
  };
}
