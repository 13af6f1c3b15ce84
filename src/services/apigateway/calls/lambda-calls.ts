import type { LambdaOperations } from '../../../../models/lambda/types.ts';
import type { EdgeContext } from '../../../contract/edge.ts';
import type { Host } from '../../../contract/host.ts';
import type { OperationReference } from '../../../contract/operation.ts';
import { parseArn } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';

const INVOKE: OperationReference<
  LambdaOperations['Invoke']['input'],
  LambdaOperations['Invoke']['output']
> = { service: 'lambda', operation: 'Invoke' };

const PRINCIPAL = 'apigateway.amazonaws.com';

export interface FunctionCall {
  readonly scope: Scope;
  /** With its qualifier. */
  readonly functionArn: string;
  /** What the call is for: `aws:SourceArn` of the function's policy. */
  readonly sourceArn: string;
  /** The role to call as, in place of the service itself. */
  readonly role: string | undefined;
  readonly payload: JsonValue;
  readonly timeoutMs: number;
}

export type FunctionOutcome =
  | { readonly kind: 'answered'; readonly value: JsonValue }
  /** It threw: what it said. */
  | { readonly kind: 'failed'; readonly value: JsonValue }
  /** It could not be called: it isn't there, or its policy says no. */
  | { readonly kind: 'refused' }
  | { readonly kind: 'timedOut' };

export interface LambdaCalls {
  invoke(
    context: Pick<EdgeContext, 'call' | 'signal'>,
    call: FunctionCall,
  ): Promise<FunctionOutcome>;
}

/** Calls customers' functions, and waits for them no longer than they have. */
export function createLambdaCalls(host: Pick<Host, 'pause'>): LambdaCalls {
  return {
    invoke: async (context, call) => {
      const over = new AbortController();
      const signal = AbortSignal.any([over.signal, context.signal]);
      const late = host
        .pause(call.timeoutMs, signal)
        .then((): FunctionOutcome => ({ kind: 'timedOut' }));
      try {
        return await Promise.race([invoked(context, call), late]);
      } finally {
        over.abort();
      }
    },
  };
}

async function invoked(
  context: Pick<EdgeContext, 'call'>,
  { scope, functionArn, sourceArn, role, payload }: FunctionCall,
): Promise<FunctionOutcome> {
  const region = parseArn(functionArn)?.region ?? scope.region;
  const acting =
    role === undefined ? {} : { role: { arn: role, sessionName: 'BackplaneAssumeRoleSession' } };
  try {
    const { FunctionError, Payload = new Uint8Array() } = await context.call(
      scope,
      INVOKE,
      { FunctionName: functionArn, Payload: Buffer.from(JSON.stringify(payload)) },
      { as: { principal: PRINCIPAL, sourceArn, ...acting }, region },
    );
    const value = readJson(Buffer.from(Payload).toString('utf8'));
    return FunctionError === undefined ? { kind: 'answered', value } : { kind: 'failed', value };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { kind: 'refused' };
  }
}

function readJson(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/** A URI of a function with the stage's variables filled in. */
export function withVariables(text: string, variables: JsonObject | undefined): string {
  return text.replace(/\$\{stageVariables\.(\w+)\}/g, (_all, name: string) => {
    const value = variables?.[name];
    return typeof value === 'string' ? value : '';
  });
}
