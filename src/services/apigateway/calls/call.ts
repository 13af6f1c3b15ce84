import type { EdgeContext, EdgeRequest } from '../../../contract/edge.ts';
import type { Caller } from '../../../contract/identity.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import type { Fields } from '../domain/fields.ts';
import type { Route } from '../domain/routes.ts';
import type { ApiDocument, ApiKeyDocument, Snapshot, StageDocument } from '../state.ts';

/** Where a request went: a stage of an API, and what the path is below it. */
export interface CallPlace {
  readonly scope: Scope;
  readonly api: ApiDocument;
  readonly stage: StageDocument;
  readonly snapshot: Snapshot;
  /** Below the stage: `/pets/1`. */
  readonly path: string;
  /** As it was asked for, with the stage or the base path. */
  readonly fullPath: string;
}

/** One request to a method of an API. */
export interface ApiCall extends CallPlace, Route {
  readonly request: EdgeRequest;
  readonly context: EdgeContext;
  /** A UUID. */
  readonly requestId: string;
  /** Service time. */
  readonly now: Instant;
  readonly headers: Fields;
  readonly query: Fields;
  readonly body: Buffer;
}

/** What is known of who calls, once they may. */
export interface Admission {
  /** Who signed. */
  readonly caller?: Caller;
  /** What the authorizer said: `principalId`, and its context. */
  readonly authorizer?: JsonObject;
  /** The value of an API key that the authorizer named. */
  readonly usageKey?: string;
  readonly apiKey?: Pick<ApiKeyDocument, 'id' | 'value'>;
}

/** `arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/pets/1`. */
export function methodArn(
  api: string,
  { stage, request, named }: Pick<ApiCall, 'stage' | 'request' | 'named'>,
): string {
  return `${api}/${stage.stageName}/${request.method}${named}`;
}
