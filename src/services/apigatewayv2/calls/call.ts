import type { Route } from '../../../../models/apigatewayv2/types.ts';
import type { EdgeContext, EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { executeArn, type Fields } from '../../apigateway/port.ts';
import type { ApiDocument, Definition, StageDocument } from '../state.ts';

/** Where a request went. */
export interface CallPlace {
  readonly scope: Scope;
  readonly api: ApiDocument;
  readonly stage: StageDocument;
  readonly definition: Definition;
  /** Below the stage. */
  readonly path: string;
}

/** One request to a route of an HTTP API. */
export interface HttpCall extends CallPlace {
  readonly request: EdgeRequest;
  readonly context: EdgeContext;
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
  /** The path as policies name it: one for all its spellings. */
  readonly named: string;
  /** As events name it: 16 characters. */
  readonly requestId: string;
  /** Service time. */
  readonly now: Instant;
  readonly headers: Fields;
  readonly rawQuery: string;
  readonly body: Buffer;
}

/** `arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/pets/1`. */
export function routeArn({ scope, api, stage, request, named }: HttpCall): string {
  return `${executeArn(scope, api.ApiId)}/${stage.StageName}/${request.method}${named}`;
}

/** What is known of who calls, as `requestContext.authorizer` has it. */
export type Vouched = JsonObject | undefined;

/** An answer of the gateway's own. */
export class HttpFault extends Error {
  readonly response: EdgeResponse;

  constructor(status: number, text: string, headers: EdgeResponse['headers'] = []) {
    super(text);
    this.response = {
      status,
      headers: [['content-type', 'application/json'], ...headers],
      body: JSON.stringify({ message: text }),
    };
  }
}
