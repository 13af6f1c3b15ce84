import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { SignatureV4 } from '@smithy/signature-v4';
import type { SourceData } from '@smithy/types';
import type { BenchServer } from './servers.ts';

export const REGION = 'us-east-1';

/** Services of the JSON protocol, with what their targets begin with. */
const TARGETS = {
  kms: 'TrentService',
  secretsmanager: 'secretsmanager',
  ssm: 'AmazonSSM',
} as const;

export interface Call {
  readonly operation: string;
  readonly input: object;
}

/** SHA-256 of the platform: AWS's own in JavaScript would make the pools slow to sign. */
class Sha256 {
  readonly #secret: Buffer | undefined;
  #hash: Hash | Hmac;

  constructor(secret?: SourceData) {
    this.#secret = secret === undefined ? undefined : bytesOf(secret);
    this.#hash = this.#fresh();
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    this.#hash = this.#fresh();
  }

  #fresh(): Hash | Hmac {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', this.#secret);
  }
}

function bytesOf(data: SourceData): Buffer {
  if (typeof data === 'string') return Buffer.from(data, 'utf8');
  return ArrayBuffer.isView(data)
    ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
    : Buffer.from(data);
}

/**
 * Writes a wrk script that sends calls in turn, signed beforehand by AWS's signer: signing is the client's work and is
 * not measured. Every request differs in a member that the service does not know, and so in its signature.
 */
export async function writeScript(
  file: string,
  server: BenchServer,
  calls: readonly Call[],
  service: keyof typeof TARGETS = 'kms',
): Promise<string> {
  const { credentials } = server;
  const signer = new SignatureV4({ service, region: REGION, credentials, sha256: Sha256 });
  const host = new URL(server.url).host;
  const requests: string[] = [];
  for (const [n, { operation, input }] of calls.entries()) {
    const body = JSON.stringify({ ...input, n });
    const signed = await signer.sign({
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${TARGETS[service]}.${operation}`,
        'amz-sdk-invocation-id': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        'amz-sdk-request': 'attempt=1; max=3',
        'content-length': String(Buffer.byteLength(body)),
      },
      body,
    });
    const head = Object.entries(signed.headers).map(([name, value]) => `${name}: ${value}\r\n`);
    requests.push(`POST / HTTP/1.1\r\n${head.join('')}\r\n${body}`);
  }
  return writeRequests(file, requests);
}

/** Writes a wrk script that sends requests in turn, as they are. */
export function writeRequests(file: string, requests: readonly string[]): string {
  writeFileSync(`${file}.requests`, requests.map((text) => `${text.length}\n${text}`).join(''));
  writeFileSync(file, lua(`${file}.requests`));
  return file;
}

/** The requests stand in a file of their own: a Lua function may hold 65,536 constants only. */
function lua(requests: string): string {
  return `
local requests = {}
local n = 0
init = function(args)
  local file = io.open(${JSON.stringify(requests)}, "rb")
  while true do
    local length = file:read("*n")
    if length == nil then break end
    file:read(1)
    requests[#requests + 1] = file:read(length)
  end
  file:close()
end
request = function() n = n % #requests + 1; return requests[n] end
done = function(summary, latency)
  io.write(string.format("RESULT %d %f %f %f %d\\n", summary.requests,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write
      + summary.errors.timeout))
end
`;
}
