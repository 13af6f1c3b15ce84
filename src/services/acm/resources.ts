import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { certificateNotFound, invalidArn } from './errors.ts';
import { type CertificateDocument, certificates } from './state.ts';

export function certificateArn({ account, region }: Scope, id: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'acm', region, account, resource: `certificate/${id}` });
}

export function arnOf({ scope, id }: CertificateDocument): string {
  return certificateArn(scope, id);
}

/** The parts of a certificate's ARN; undefined: it is none. */
export function placeOf(arn: string): { readonly scope: Scope; readonly id: string } | undefined {
  const parsed = parseArn(arn);
  const [kind, id, ...more] = parsed?.resource.split('/') ?? [];
  if (parsed?.service !== 'acm' || kind !== 'certificate' || !id || more.length > 0) {
    return undefined;
  }
  return { scope: { account: parsed.account, region: parsed.region }, id };
}

/** A certificate by its ARN. Errors: InvalidArnException. */
export const certificateKind: ResourceKind<CertificateDocument> = {
  name: 'acm:certificate',
  policyMode: 'none',
  find: async (arn, { unit, scope: own }) => {
    const place = placeOf(arn);
    if (place === undefined) throw invalidArn(`Invalid ARN: ${arn}`);
    const { scope, id } = place;
    // One Region knows nothing of another's certificates.
    const isHere = scope.region === own.region;
    const document = isHere ? await unit.view(scope).get(certificates, id) : undefined;
    return { arn, scope, id, document, missing: certificateNotFound(arn, own.account) };
  },
  tags: ({ document }) => document?.tags ?? {},
};
