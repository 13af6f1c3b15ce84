import type { ApigatewayOperations } from '../../../models/apigateway/types.ts';
import type { EdgeBody, EdgeContext, EdgeRequest, EdgeResponse } from '../../contract/edge.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';

export { createLambdaCalls, type LambdaCalls, withVariables } from './calls/lambda-calls.ts';
export { isHeader } from './calls/gateway-answers.ts';
export { timeOf } from './calls/request-context.ts';
export { own, without } from './definitions.ts';
export { headerFields, valueOf, type Fields } from './domain/fields.ts';
export {
  decoded,
  filledUri,
  isBackEndUri,
  namedPath,
  segmentsOf,
  variableOf,
} from './domain/path-segments.ts';
export { isVerb } from './domain/routes.ts';
export { TokenBuckets } from './domain/token-bucket.ts';
export { apiHost, executeArn } from './endpoints.ts';
export { badRequest, conflict, notFound } from './errors.ts';
export { randomId } from './ids.ts';
export { functionOf } from './integrations.ts';
export { isCallers, passing } from './roles.ts';
export { isFull, pageOf, pageOfCollection } from './pages.ts';
export { gatewayArn, pathIn } from './resources.ts';
export { childId, GLOBAL, type MappingDocument, mappings } from './state.ts';
export { CIPHERS, PORT } from './calls/sites.ts';

/** An HTTP API that a custom domain leads to. */
export interface MappedCall {
  readonly scope: Scope;
  readonly apiId: string;
  readonly stage: string;
  /** Below the base path. */
  readonly path: string;
  readonly request: EdgeRequest;
  readonly body: EdgeBody;
  readonly context: EdgeContext;
}

/** What custom domains ask of HTTP APIs. */
export interface MappedApis {
  answer(call: MappedCall): Promise<EdgeResponse>;
}

function operation<N extends keyof ApigatewayOperations>(
  name: N,
): OperationReference<ApigatewayOperations[N]['input'], ApigatewayOperations[N]['output']> {
  return { service: 'apigateway', operation: name };
}

/** Custom domains are the same ones to both services. */
export const domainOperations = {
  create: operation('CreateDomainName'),
  get: operation('GetDomainName'),
  list: operation('GetDomainNames'),
  update: operation('UpdateDomainName'),
  delete: operation('DeleteDomainName'),
};
