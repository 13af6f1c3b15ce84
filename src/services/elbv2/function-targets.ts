import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';

const PRINCIPAL = 'elasticloadbalancing.amazonaws.com';

export const lambdaInvoke: OperationReference<
  LambdaOperations['Invoke']['input'],
  LambdaOperations['Invoke']['output']
> = { service: 'lambda', operation: 'Invoke' };

/** A load balancer invokes functions in its own name, for the group that a function is in. */
export function invokerOf(groupArn: string, account: string) {
  return { as: { principal: PRINCIPAL, sourceArn: groupArn, account } };
}

/** Errors: AccessDenied, where the function's policy doesn't let the group invoke it. */
export async function mayInvoke(
  context: Context,
  groupArn: string,
  functionArn: string,
): Promise<void> {
  const as = invokerOf(groupArn, context.call.scope.account);
  try {
    await context.mayCall(lambdaInvoke, { FunctionName: functionArn }, as);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw new ServiceError(
      'AccessDenied',
      `elasticloadbalancing principal does not have permission to invoke ${functionArn} from target group ${groupArn}`,
      { status: 403 },
    );
  }
}
