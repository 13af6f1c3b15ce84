import type { ApigatewayOperations } from '../../../models/apigateway/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';

export type ApiGatewayOperation<N extends keyof ApigatewayOperations> = OperationOf<
  ApigatewayOperations,
  N
>;

export interface PolicyParts {
  /** Knows the principals that resource policies name. */
  readonly principals: PrincipalDirectory;
}
