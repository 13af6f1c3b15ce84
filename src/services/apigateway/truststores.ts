import { X509Certificate } from 'node:crypto';
import type { S3Operations } from '../../../models/s3/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { badRequest } from './errors.ts';

const GET_OBJECT: OperationReference<
  S3Operations['GetObject']['input'],
  S3Operations['GetObject']['output']
> = { service: 's3', operation: 'GetObject' };

const BYTES_MAX = 1_048_576;
const CERTIFICATES_MAX = 1_000;
const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+?-----END CERTIFICATE-----/g;

/** Where authorities stand: `s3://bucket/key`, and which version of it. */
export interface TruststorePlace {
  readonly uri: string;
  readonly version: string | undefined;
}

/** The authorities' certificates, PEM, read as the caller. Errors: BadRequestException. */
export async function readTruststore(
  context: Pick<Context, 'callService'>,
  { uri, version }: TruststorePlace,
): Promise<string> {
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
  if (Bucket === undefined || Key === undefined) {
    throw badRequest(
      'Invalid mutual TLS truststore uri. The uri must be an Amazon S3 url of the form s3://bucket/key',
    );
  }
  const text = await readText(context, uri, {
    Bucket,
    Key,
    ...(version === undefined ? {} : { VersionId: version }),
  });
  const found = text.match(PEM) ?? [];
  if (found.length === 0 || found.length > CERTIFICATES_MAX || !found.every(isCertificate)) {
    throw badRequest(`Invalid mutual TLS truststore: ${uri} holds no valid certificates`);
  }
  return found.join('\n');
}

async function readText(
  context: Pick<Context, 'callService'>,
  uri: string,
  object: S3Operations['GetObject']['input'],
): Promise<string> {
  try {
    const { Body } = await context.callService(GET_OBJECT, object, { via: 'apigateway' });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const bytes of Body ?? []) {
      size += bytes.length;
      if (size > BYTES_MAX) throw badRequest('The mutual TLS truststore must be at most 1 MB');
      chunks.push(bytes);
    }
    return Buffer.concat(chunks).toString('utf8');
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'BadRequestException') throw error;
    throw badRequest(
      `Unable to read the mutual TLS truststore ${uri}: ${error.code}: ${error.message}`,
    );
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
