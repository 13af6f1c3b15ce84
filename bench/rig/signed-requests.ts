import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { BenchServer } from './servers.ts';

export const REGION = 'us-east-1';

export interface Call {
  readonly operation: string;
  readonly input: object;
}

/**
 * A wrk script that sends calls in turn, signed beforehand by AWS's own signer: signing is the client's work and
 * is not measured. Every request differs in a member that the service does not know, and so in its signature.
 */
export async function luaOf(server: BenchServer, calls: readonly Call[]): Promise<string> {
  const { credentials } = server;
  const signer = new SignatureV4({ service: 'kms', region: REGION, credentials, sha256: Sha256 });
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
        'x-amz-target': `TrentService.${operation}`,
        'amz-sdk-invocation-id': `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        'amz-sdk-request': 'attempt=1; max=3',
        'content-length': String(Buffer.byteLength(body)),
      },
      body,
    });
    const headers = Object.entries(signed.headers)
      .filter(([name]) => name !== 'content-length')
      .map(([name, value]) => `[${JSON.stringify(spelled(name))}]=${JSON.stringify(value)}`)
      .join(',');
    requests.push(`wrk.format("POST","/",{${headers}},${JSON.stringify(body)})`);
  }
  return script(requests);
}

/** wrk adds a `Host` of its own unless it finds one spelled so. */
function spelled(name: string): string {
  return name === 'host' ? 'Host' : name;
}

function script(requests: readonly string[]): string {
  return `
local requests = {}
local n = 0
init = function(args) requests = {${requests.join(',\n')}} end
request = function() n = n % ${requests.length} + 1; return requests[n] end
done = function(summary, latency)
  io.write(string.format("RESULT %d %f %f %f %d\\n", summary.requests,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write
      + summary.errors.timeout))
end
`;
}
