import type { AcmOperations } from '../../../models/acm/types.ts';
import type { Access, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { certificateKind } from './resources.ts';
import type { CertificateDocument } from './state.ts';

export type AcmOperation<N extends keyof AcmOperations> = OperationOf<AcmOperations, N>;

export type Conditions = ReadonlyMap<string, readonly string[]>;

/** A certificate as a handler works on it. */
export interface CertificateTarget {
  readonly arn: string;
  readonly certificate: CertificateDocument;
  /** Documents of the certificate's own scope. */
  readonly view: View;
}

type Names = {
  readonly [N in keyof AcmOperations]: AcmOperations[N]['input'] extends {
    readonly CertificateArn: string;
  }
    ? N
    : never;
}[keyof AcmOperations];

interface OnCertificate<N extends Names> {
  readonly name: N;
  readonly access: Access;
  /** Condition keys of the request, lower case. */
  readonly conditions?: (input: AcmOperations[N]['input']) => Conditions;
  readonly handle: (
    input: AcmOperations[N]['input'],
    target: CertificateTarget,
    context: Context,
  ) => Promise<AcmOperations[N]['output']>;
}

/** Declares an operation on one certificate, which has a permission of its own name. */
export function onCertificate<N extends Names>(spec: OnCertificate<N>): AcmOperation<N> {
  const { name, access, conditions, handle } = spec;
  return {
    name,
    access,
    authorize: async (input, context) => {
      const resource = await context.resolve(certificateKind, input.CertificateArn);
      const permission: Permission = { action: `acm:${name}`, resource };
      return [
        conditions === undefined ? permission : { ...permission, conditions: conditions(input) },
      ];
    },
    handle: async (input, context) =>
      handle(input, await certificateTarget(context, input.CertificateArn), context),
  };
}

/** The authorized certificate. Errors: ResourceNotFoundException. */
export async function certificateTarget(context: Context, arn: string): Promise<CertificateTarget> {
  const resource = await context.resolve(certificateKind, arn);
  const { document, missing, scope } = resource.resolved;
  if (document === undefined) throw missing ?? new Error('a missing certificate was authorized');
  context.audit.resource('AWS::ACM::Certificate', arn, scope.account);
  return { arn, certificate: document, view: context.viewOf(resource) };
}
