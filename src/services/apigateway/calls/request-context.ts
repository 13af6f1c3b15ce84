import type { JsonObject } from '../../../core/json.ts';
import { valueOf } from '../domain/fields.ts';
import type { Admission, ApiCall } from './call.ts';

/** `requestContext` of proxy events of version 1.0, and `$context` of templates. */
export function requestContextOf(call: ApiCall, admission: Admission): JsonObject {
  const { request, scope, api, stage, resource, now } = call;
  return {
    resourceId: resource.id,
    ...(admission.authorizer === undefined ? {} : { authorizer: admission.authorizer }),
    resourcePath: resource.path,
    httpMethod: request.method,
    extendedRequestId: extendedIdOf(call),
    requestTime: timeOf(now),
    path: call.fullPath,
    accountId: scope.account,
    protocol: `HTTP/${request.httpVersion === '2.0' ? '1.1' : request.httpVersion}`,
    stage: stage.stageName,
    domainPrefix: request.host.split('.')[0] ?? '',
    requestTimeEpoch: now,
    requestId: call.requestId,
    identity: identityOf(call, admission),
    domainName: request.host,
    deploymentId: stage.deploymentId,
    apiId: api.id,
  };
}

function identityOf(call: ApiCall, { caller, apiKey }: Admission): JsonObject {
  const { request, headers } = call;
  const identity = caller?.identity;
  return {
    cognitoIdentityPoolId: null,
    cognitoIdentityId: null,
    ...(apiKey === undefined ? {} : { apiKey: apiKey.value, apiKeyId: apiKey.id }),
    principalOrgId: null,
    cognitoAuthenticationType: null,
    userArn: identity?.arn ?? null,
    userAgent: valueOf(headers, 'user-agent') ?? null,
    accountId: identity?.account ?? null,
    caller: identity?.principalId ?? null,
    sourceIp: request.sourceIp,
    accessKey: caller?.accessKeyId ?? null,
    cognitoAuthenticationProvider: null,
    user: identity?.principalId ?? null,
    ...(request.vpcEndpoint === undefined
      ? {}
      : { vpceId: request.vpcEndpoint.id, vpcId: request.vpcEndpoint.vpcId }),
  };
}

/** `x-amz-apigw-id`. */
export function extendedIdOf({ request }: Pick<ApiCall, 'request'>): string {
  return `${Buffer.from(request.id, 'hex').toString('base64url').slice(0, 15)}=`;
}

/** `Root=1-6746a2c1-…`. */
export function traceIdOf({ request, now }: Pick<ApiCall, 'request' | 'now'>): string {
  const seconds = Math.floor(now / 1_000)
    .toString(16)
    .padStart(8, '0');
  return `Root=1-${seconds}-${request.id.slice(0, 24)}`;
}

/** `12/Mar/2026:19:03:58 +0000`. */
export function timeOf(instant: number): string {
  const [, day, month, year, time] =
    /^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(instant).toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}
