import type { AcmPcaOperations } from '../../../models/acm-pca/types.ts';
import type { Access, Context, OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { authorityNotFound, invalidState } from './errors.ts';
import { authorityKind } from './resources.ts';
import type { AuthorityDocument } from './state.ts';

export type PcaOperation<N extends keyof AcmPcaOperations> = OperationOf<AcmPcaOperations, N>;

export type Conditions = ReadonlyMap<string, readonly string[]>;

/** An authority as a handler works on it. */
export interface AuthorityTarget {
  readonly arn: string;
  readonly authority: AuthorityDocument;
  /** Documents of the authority's own scope. */
  readonly view: View;
}

type Names = {
  readonly [N in keyof AcmPcaOperations]: AcmPcaOperations[N]['input'] extends {
    readonly CertificateAuthorityArn: string;
  }
    ? N
    : never;
}[keyof AcmPcaOperations];

interface OnAuthority<N extends Names> {
  readonly name: N;
  readonly access: Access;
  /** Condition keys of the request, lower case. */
  readonly conditions?: (input: AcmPcaOperations[N]['input']) => Conditions;
  readonly handle: (
    input: AcmPcaOperations[N]['input'],
    target: AuthorityTarget,
    context: Context,
  ) => Promise<AcmPcaOperations[N]['output']>;
}

/** Declares an operation on one authority, which has a permission of its own name. */
export function onAuthority<N extends Names>(spec: OnAuthority<N>): PcaOperation<N> {
  const { name, access, conditions = () => new Map(), handle } = spec;
  return {
    name,
    access,
    authorize: async (input, context) => [
      {
        action: `acm-pca:${name}`,
        resource: await context.resolve(authorityKind, input.CertificateAuthorityArn),
        conditions: conditions(input),
      },
    ],
    handle: async (input, context) =>
      handle(input, await authorityTarget(context, input.CertificateAuthorityArn), context),
  };
}

/** The authorized authority. Errors: ResourceNotFoundException. */
export async function authorityTarget(context: Context, arn: string): Promise<AuthorityTarget> {
  const resource = await context.resolve(authorityKind, arn);
  const { document, missing, scope } = resource.resolved;
  if (document === undefined) throw missing ?? authorityNotFound(arn);
  context.audit.resource('AWS::ACMPCA::CertificateAuthority', arn, scope.account);
  return { arn, authority: document, view: context.viewOf(resource) };
}

/** Errors: InvalidStateException. */
export function assertStatus(
  { status }: AuthorityDocument,
  ...allowed: readonly AuthorityDocument['status'][]
): void {
  if (!allowed.includes(status)) {
    throw invalidState(`The certificate authority is not in a valid state: it is ${status}.`);
  }
}
