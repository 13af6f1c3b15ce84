import type { EdgeSigner } from '../../../contract/edge.ts';
import type { Permission, ResolvedPermission } from '../../../contract/operation.ts';
import type { ResourceKind } from '../../../contract/resource.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Scope } from '../../../core/scope.ts';
import { forbidden, GatewayFault, internalFault } from '../domain/gateway-fault.ts';
import { endpointTypeOf, executeArn } from '../endpoints.ts';
import { type Admission, type ApiCall, methodArn } from './call.ts';
import type { LambdaAuthorizers } from './lambda-authorizers.ts';

const ACTION = 'execute-api:Invoke';

interface Method {
  readonly arn: string;
  readonly scope: Scope;
  /** JSON text. */
  readonly policy: string | undefined;
}

/** A method of a stage, guarded by the API's policy as it was deployed. */
const methodKind: ResourceKind<Method, Method> = {
  name: 'execute-api:method',
  policyMode: 'optional',
  find: async (method) => ({ ...method, id: method.arn, document: method }),
  policy: ({ document }) => document?.policy,
  denial: ({ arn }, action, { reason }, { caller }) => {
    const { arn: user, type } = caller.identity;
    const named = type === 'Anonymous' ? 'anonymous' : user;
    const how = reason.outcome === 'explicitDeny' ? ' with an explicit deny' : '';
    return `User: ${named} is not authorized to perform: ${action} on resource: ${masked(arn)}${how}`;
  },
};

/** AWS shows the last four digits of an account. */
function masked(arn: string): string {
  return arn.replace(/:\d{8}(\d{4}):/, ':********$1:');
}

/** Whether the call is let through: by the API's policy, and by what the method asks for. Errors: GatewayFault. */
export async function admitted(call: ApiCall, authorizers: LambdaAuthorizers): Promise<Admission> {
  const { api, request, method, snapshot } = call;
  const isPrivate = endpointTypeOf(api) === 'PRIVATE';
  if (isPrivate && request.vpcEndpoint === undefined) throw forbidden();
  const needsPolicy = isPrivate || snapshot.policy !== undefined;
  switch (method.authorizationType ?? 'NONE') {
    case 'AWS_IAM':
      return { caller: await signerOf(call) };
    case 'CUSTOM':
      return authorizers.ask(call);
    case 'NONE':
      if (needsPolicy) await assertAllowed(call, undefined);
      return {};
    default:
      // Who may call by a type that is not known here: nobody.
      throw internalFault();
  }
}

async function signerOf(call: ApiCall) {
  const { context, request, body, scope } = call;
  const signer = await context.signer(request, body, 'execute-api');
  if (signer.kind === 'unsigned') {
    throw new GatewayFault('MISSING_AUTHENTICATION_TOKEN', 'Missing Authentication Token');
  }
  if (signer.kind === 'refused') throw refusedSignature(signer);
  if (signer.region !== scope.region) {
    throw new GatewayFault(
      'INVALID_SIGNATURE',
      `Credential should be scoped to a valid region, not '${signer.region}'.`,
    );
  }
  await assertAllowed(call, signer.caller);
  return signer.caller;
}

function refusedSignature({ code, message }: Extract<EdgeSigner, { kind: 'refused' }>) {
  const type = code === 'ExpiredTokenException' ? 'EXPIRED_TOKEN' : 'INVALID_SIGNATURE';
  return new GatewayFault(type, message, { errorType: code });
}

type Caller = Admission['caller'];

async function assertAllowed(call: ApiCall, caller: Caller): Promise<void> {
  const { context, scope, request } = call;
  try {
    await context.assertPermitted(caller, scope, permissionOf(call), request);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new GatewayFault('ACCESS_DENIED', error.message, { member: 'Message' });
  }
}

function permissionOf(call: ApiCall): ResolvedPermission {
  const { scope, api, snapshot } = call;
  const policy = snapshot.policy?.bound?.text ?? snapshot.policy?.text;
  const arn = methodArn(executeArn(scope, api.id), call);
  return async (context): Promise<Permission> => ({
    action: ACTION,
    resource: await context.resolve(methodKind, { arn, scope, policy }),
    conditions: networkConditions(call),
  });
}

/** Where the request came from, as policies see it. */
export function networkConditions({
  request,
}: Pick<ApiCall, 'request'>): ReadonlyMap<string, readonly string[]> {
  const { vpcEndpoint } = request;
  if (vpcEndpoint === undefined) return new Map();
  return new Map([
    ['aws:sourcevpce', [vpcEndpoint.id]],
    ['aws:sourcevpc', [vpcEndpoint.vpcId]],
  ]);
}
