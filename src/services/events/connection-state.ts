import type {
  ConnectionAuthorizationType,
  ConnectionHttpParameters,
  ConnectionOAuthHttpMethod,
  ConnectionState,
} from '../../../models/events/types.ts';
import type { Instant } from '../../core/time.ts';

/** How calls of an API destination prove who makes them. */
export interface ConnectionDocument {
  readonly name: string;
  readonly arn: string;
  readonly description?: string;
  readonly type: ConnectionAuthorizationType;
  readonly state: ConnectionState;
  readonly stateReason?: string;
  /** Undefined once it was deauthorized. */
  readonly secret?: ConnectionSecret;
  /** What each call carries besides. */
  readonly parameters?: ConnectionHttpParameters;
  /** OAuth's answer. */
  readonly token?: { readonly text: string; readonly type: string; readonly until: Instant };
  readonly created: Instant;
  readonly modified: Instant;
  readonly authorized?: Instant;
}

export type ConnectionSecret =
  | { readonly kind: 'basic'; readonly username: string; readonly password: string }
  | { readonly kind: 'apiKey'; readonly name: string; readonly value: string }
  | {
      readonly kind: 'oauth';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly endpoint: string;
      readonly method: ConnectionOAuthHttpMethod;
      readonly parameters?: ConnectionHttpParameters;
    };
