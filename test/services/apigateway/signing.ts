import { Sha256 } from '../../sha256.ts';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ClientConfig } from '../../server.ts';

/** The headers of a signed GET. */
export async function signedHeaders(
  { credentials, region }: ClientConfig,
  host: string,
  path: string,
): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    service: 'execute-api',
    region,
    credentials,
    sha256: Sha256,
    applyChecksum: true,
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: 'https:',
    hostname: host,
    path,
    headers: { host },
  });
  return headers;
}
