import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { TEMPLATE_BYTES_MAX } from './domain/template-text.ts';
import { validation } from './errors.ts';

/** AWS's limit of what comes with the request, in bytes. */
const BODY_BYTES_MAX = 51_200;
const POLICY_BYTES_MAX = 16_384;

const GET_OBJECT: OperationReference<
  S3Operations['GetObject']['input'],
  S3Operations['GetObject']['output']
> = { service: 's3', operation: 'GetObject' };

export interface TemplateInput {
  readonly TemplateBody?: string | undefined;
  readonly TemplateURL?: string | undefined;
}

/** The template's text, or undefined where the request brings none. Errors: ValidationError with AWS's text. */
export async function templateText(
  context: Context,
  { TemplateBody: body, TemplateURL: url }: TemplateInput,
): Promise<string | undefined> {
  if (body !== undefined && url !== undefined) {
    throw validation('You must specify only one of Template Body or Template URL.');
  }
  if (body !== undefined) {
    if (Buffer.byteLength(body) > BODY_BYTES_MAX) {
      throw validation(
        `1 validation error detected: Value at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${BODY_BYTES_MAX}`,
      );
    }
    return body;
  }
  return url === undefined ? undefined : await textAt(context, url, TEMPLATE_BYTES_MAX, 'Template');
}

/** A stack policy's text. */
export async function policyText(
  context: Context,
  body: string | undefined,
  url: string | undefined,
): Promise<string | undefined> {
  if (body !== undefined && url !== undefined) {
    throw validation('You cannot specify both StackPolicyURL and StackPolicyBody');
  }
  if (url !== undefined) return textAt(context, url, POLICY_BYTES_MAX, 'Stack policy');
  return body;
}

/** `http://host:port/bucket/key` of this server or of S3, or `https://bucket.s3.region.amazonaws.com/key`. */
export function objectAt(
  text: string,
): { readonly Bucket: string; readonly Key: string; readonly VersionId?: string } | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const versionId = url.searchParams.get('versionId');
  const version = versionId === null ? {} : { VersionId: versionId };
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(1).replaceAll('+', ' '));
  } catch {
    return undefined;
  }
  const [, virtual] = VIRTUAL_HOST.exec(url.hostname) ?? [];
  if (virtual !== undefined && path !== '') return { Bucket: virtual, Key: path, ...version };
  const slash = path.indexOf('/');
  if (slash < 1 || slash === path.length - 1) return undefined;
  return { Bucket: path.slice(0, slash), Key: path.slice(slash + 1), ...version };
}

const VIRTUAL_HOST = /^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.(?:s3[.-]|localhost$)/;

async function textAt(
  context: Context,
  url: string,
  bytesMax: number,
  what: string,
): Promise<string> {
  const object = objectAt(url);
  if (object === undefined) {
    throw validation(`${what}URL must reference a valid S3 object to which you have access.`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const { Body } = await context.callService(GET_OBJECT, object, { via: 'cloudformation' });
    for await (const chunk of Body ?? []) {
      size += chunk.length;
      if (size > bytesMax) {
        throw validation(`${what} may not exceed ${bytesMax} bytes in size.`);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'ValidationError') throw error;
    throw validation(`S3 error: ${error.message}`);
  }
  return Buffer.concat(chunks).toString('utf8');
}
