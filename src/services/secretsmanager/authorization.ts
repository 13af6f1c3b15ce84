import type { SecretsmanagerOperations } from '../../../models/secretsmanager/types.ts';
import type { Access, Call, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { managedByService, markedForDeletion, replicaSecret } from './errors.ts';
import { secretKind } from './resources.ts';
import type { SecretDocument } from './state.ts';

export type Conditions = Map<string, readonly string[]>;

/** A secret as a handler works on it. */
export interface SecretTarget {
  readonly arn: string;
  readonly scope: Scope;
  readonly document: SecretDocument;
  /** Documents of the secret's own scope. */
  readonly view: View;
}

type Names = {
  readonly [N in keyof SecretsmanagerOperations]: SecretsmanagerOperations[N]['input'] extends {
    readonly SecretId: string;
  }
    ? N
    : never;
}[keyof SecretsmanagerOperations];

type Input<N extends Names> = SecretsmanagerOperations[N]['input'];

/** Which secrets an operation may be done on. Default: those that are kept; writing: customers' own and primary ones. */
export interface Admission {
  /** Also on secrets that wait for their deletion. */
  readonly deleted?: boolean;
  /** Also on replicas. Default: what only reads. */
  readonly replica?: boolean;
  /** Also on secrets that a service keeps. Default: what only reads. */
  readonly managed?: boolean;
}

interface OnSecret<N extends Names> {
  readonly name: N;
  readonly access: Access;
  readonly on?: Admission;
  /** Condition keys of the request, lower case. */
  readonly keys?: (conditions: Conditions, input: Input<N>) => void;
  /** Permissions beside the operation's own on the secret. */
  readonly further?: (input: Input<N>, secret: SecretDocument | undefined) => readonly Permission[];
  readonly handle: (
    input: Input<N>,
    secret: SecretTarget,
    context: Context,
  ) => Promise<SecretsmanagerOperations[N]['output']>;
}

/** An operation on one secret, named by `SecretId`. */
export function onSecret<N extends Names>(
  spec: OnSecret<N>,
): OperationOf<SecretsmanagerOperations, N> {
  const { name, access, on = {}, keys, further, handle } = spec;
  return {
    name,
    access,
    authorize: async (input, context) => {
      const resource = await context.resolve(secretKind, input.SecretId);
      const conditions: Conditions = new Map();
      keys?.(conditions, input);
      const own = { action: `secretsmanager:${name}`, resource, conditions };
      return [own, ...(further?.(input, resource.resolved.document) ?? [])];
    },
    handle: async (input, context) => {
      const secret = await secretTarget(context, input.SecretId);
      assertAdmitted(secret.document, context.call, access, on);
      return handle(input, secret, context);
    },
  };
}

/** The authorized secret, noted in the audit record. Errors: ResourceNotFoundException. */
export async function secretTarget(context: Context, secretId: string): Promise<SecretTarget> {
  const resource = await context.resolve(secretKind, secretId);
  const { arn, scope, document } = resource.resolved;
  if (document === undefined) throw new Error('a missing secret was authorized');
  context.audit.resource('AWS::SecretsManager::Secret', arn, scope.account);
  return { arn, scope, document, view: context.viewOf(resource) };
}

/** Errors: the secret waits for its deletion, is a replica, or is kept by a service. */
export function assertAdmitted(
  secret: SecretDocument,
  call: Call,
  access: Access,
  { deleted = false, replica = access === 'read', managed = access === 'read' }: Admission,
): void {
  if (secret.deletion !== undefined && !deleted) throw markedForDeletion();
  if (isReplica(secret) && !replica) throw replicaSecret();
  if (secret.owner !== undefined && !managed && !isOwner(call, secret.owner)) {
    throw managedByService();
  }
}

export function isReplica({ primaryRegion, scope }: SecretDocument): boolean {
  return primaryRegion !== undefined && primaryRegion !== scope.region;
}

/** The service that keeps a secret acts on it for a caller, in its own name, or by the role that is linked to it. */
export function isOwner({ calledVia, caller }: Call, owner: string): boolean {
  const principal = `${owner}.amazonaws.com`;
  const { service, roleArn } = caller.identity;
  return (
    calledVia.at(-1) === principal ||
    service === principal ||
    roleArn?.includes(`:role/aws-service-role/${principal}/`) === true
  );
}

/** Records name members in AWS's own way: `arn`, not `aRN`. */
export function recordAnswer(context: Context, elements: JsonObject): void {
  context.audit.response(elements);
}
