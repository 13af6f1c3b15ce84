import { partitionOf } from '../core/arn.ts';
import { uuid } from '../core/ids.ts';
import type { EdgeContext, EdgeRequest, EdgeSigner } from '../contract/edge.ts';
import type { Call } from '../contract/operation.ts';
import type { Scope } from '../core/scope.ts';
import { ANONYMOUS, signerOf } from './authentication.ts';
import { assertCallerPermitted } from './execution.ts';
import type { PipelineParts } from './pipeline.ts';

type EdgeCallers = Pick<EdgeContext, 'signer' | 'assertPermitted'>;

/** Who calls the sites at the edge, and what they may: by the same credentials and policies as the API's own calls. */
export function createEdgeCallers(parts: PipelineParts): EdgeCallers {
  return {
    signer: (request, body, service) =>
      parts.store.run(async (unit): Promise<EdgeSigner> => {
        const signed = { ...pathAndQuery(request), method: request.method, body };
        const headers = request.headers;
        return signerOf(parts.authenticator, { ...signed, headers }, service, unit);
      }),
    assertPermitted: (caller = ANONYMOUS, scope, permission, request) =>
      parts.store.run((unit) => {
        const call: Call = { ...callAt(parts, request, scope), caller };
        return assertCallerPermitted(parts.execution, { call, unit, depth: 0 }, permission);
      }),
  };
}

function pathAndQuery({ target }: EdgeRequest) {
  const at = target.indexOf('?');
  return at < 0
    ? { rawPath: target, rawQuery: '' }
    : { rawPath: target.slice(0, at), rawQuery: target.slice(at + 1) };
}

/** What conditions see of the request. It is no operation, so nothing names one. */
function callAt(
  { clock }: PipelineParts,
  request: EdgeRequest,
  scope: Scope,
): Omit<Call, 'caller'> {
  const { headers } = request;
  const at = headers.findIndex(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'user-agent',
  );
  return {
    requestId: request.id,
    eventId: uuid(),
    service: '',
    eventSource: '',
    operation: '',
    scope,
    partition: partitionOf(scope.region),
    sourceIp: request.sourceIp,
    userAgent: at < 0 ? '' : (headers[at + 1] ?? ''),
    secure: request.tls !== undefined,
    now: clock.serviceTime(),
    realNow: clock.realTime(),
    calledVia: [],
  };
}
