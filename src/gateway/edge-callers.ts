import type { EdgeContext, EdgeRequest, EdgeSigner } from '../contract/edge.ts';
import type { Caller } from '../contract/identity.ts';
import type { Call } from '../contract/operation.ts';
import type { Scope } from '../core/scope.ts';
import { headerOf } from '../core/header-list.ts';
import { ANONYMOUS, signerOf } from './authentication.ts';
import { refusedSite } from './dev-guard.ts';
import { assertCallerPermitted } from './execution.ts';
import type { PipelineParts } from './pipeline.ts';
import { plainCall } from './plain-call.ts';

type EdgeCallers = Pick<EdgeContext, 'signer' | 'assertPermitted'>;

/** Who calls the sites at the edge, and what they may: by the same credentials and policies as the API's own calls. */
export function createEdgeCallers(parts: PipelineParts): EdgeCallers {
  return {
    signer: (request, body, service) =>
      parts.store.run(async (unit): Promise<EdgeSigner> => {
        const { method, headers } = request;
        const signed = { ...pathAndQuery(request), method, headers, body };
        return signerOf(authenticatorFor(parts, request), signed, service, unit);
      }),
    assertPermitted: (caller = ANONYMOUS, scope, permission, request) =>
      parts.store.run((unit) => {
        const call = callAt(parts, { request, scope, caller });
        return assertCallerPermitted(parts.execution, { call, unit, depth: 0 }, permission);
      }),
  };
}

/** In dev mode well-known credentials are nobody's in what the web pages of other sites send. */
function authenticatorFor({ authenticator }: PipelineParts, { headers }: EdgeRequest) {
  const isStrange = refusedSite({ header: (name) => headerOf(headers, name) }) !== undefined;
  return isStrange ? { ...authenticator, devAccount: undefined } : authenticator;
}

function pathAndQuery({ target }: EdgeRequest) {
  const at = target.indexOf('?');
  return at < 0
    ? { rawPath: target, rawQuery: '' }
    : { rawPath: target.slice(0, at), rawQuery: target.slice(at + 1) };
}

interface AtSite {
  readonly request: EdgeRequest;
  readonly scope: Scope;
  readonly caller: Caller;
}

/** What conditions see of the request. It is no operation, so nothing names one. */
function callAt({ clock }: PipelineParts, { request, scope, caller }: AtSite): Call {
  return plainCall(clock, {
    requestId: request.id,
    scope,
    caller,
    sourceIp: request.sourceIp,
    userAgent: headerOf(request.headers, 'user-agent') ?? '',
    secure: request.tls !== undefined,
  });
}
