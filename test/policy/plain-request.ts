/** One value stands for a list of one, as in JSON policies. */
export type OneOrMore<T> = T | readonly T[];
export type ConditionValue = string | number | boolean;
export type ConditionBlock = Readonly<
  Record<string, Readonly<Record<string, OneOrMore<ConditionValue>>>>
>;
export type PrincipalElement =
  | '*'
  | Readonly<
      Partial<
        Record<'AWS' | 'Service' | 'Federated' | 'CanonicalUser', OneOrMore<string> | undefined>
      >
    >;

/** A statement as its author wrote it. */
export interface PlainStatement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMore<string>;
  readonly NotAction?: OneOrMore<string>;
  readonly Resource?: OneOrMore<string>;
  readonly NotResource?: OneOrMore<string>;
  readonly Condition?: ConditionBlock;
}

export interface PlainPolicy {
  readonly Version?: '2008-10-17' | '2012-10-17';
  readonly Statement: readonly PlainStatement[];
}

export interface PlainPrincipal {
  readonly type:
    | 'Root'
    | 'IAMUser'
    | 'AssumedRole'
    | 'FederatedUser'
    | 'WebIdentity'
    | 'AWSService'
    | 'Anonymous';
  readonly account: string;
  readonly arn: string;
  readonly principalId: string;
  readonly roleArn?: string;
  readonly roleId?: string;
  readonly userArn?: string;
  readonly service?: string;
  readonly canonicalUserId?: string;
}

/** How closely the resource's side names the principal. */
export type Closeness = 'none' | 'account' | 'role' | 'direct';

/** A request with every policy that applies, as raw JSON values. */
export interface PlainRequest {
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly principal: PlainPrincipal;
  /** By the key's lower-cased name. */
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly scps: readonly (readonly PlainPolicy[])[];
  readonly rcps: readonly (readonly PlainPolicy[])[];
  readonly endpoint?: PlainPolicy;
  readonly resourcePolicy?: PlainPolicy;
  /** KMS keys and role trust: identity policies alone never suffice. */
  readonly mustAllow: boolean;
  readonly grant: Closeness;
  readonly identity: readonly PlainPolicy[];
  readonly boundary?: PlainPolicy;
  readonly session?: readonly PlainPolicy[];
}

export function listOf<T>(value: OneOrMore<T> | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: OneOrMore<T>): value is readonly T[] {
  return Array.isArray(value);
}
