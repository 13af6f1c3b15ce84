import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import { authorityNotFound, invalidArn } from './errors.ts';
import { authorities, type AuthorityDocument } from './state.ts';

export function authorityArn({ account, region }: Scope, id: string): string {
  const resource = `certificate-authority/${id}`;
  return formatArn({
    partition: partitionOf(region),
    service: 'acm-pca',
    region,
    account,
    resource,
  });
}

export function arnOf({ scope, id }: AuthorityDocument): string {
  return authorityArn(scope, id);
}

export function issuedArn(authority: string, serial: string): string {
  return `${authority}/certificate/${serial}`;
}

/** The parts of a certificate's ARN; undefined: it is none. */
export function parseIssuedArn(
  arn: string,
): { readonly scope: Scope; readonly authority: string; readonly serial: string } | undefined {
  const parsed = parseArn(arn);
  const [kind, authority, inner, serial, ...more] = parsed?.resource.split('/') ?? [];
  const isOne = kind === 'certificate-authority' && inner === 'certificate' && more.length === 0;
  if (parsed?.service !== 'acm-pca' || !isOne || !authority || !serial) return undefined;
  return { scope: { account: parsed.account, region: parsed.region }, authority, serial };
}

/** An authority by its ARN, its own policy and the permissions of services with it. Errors: InvalidArnException. */
export const authorityKind: ResourceKind<AuthorityDocument> = {
  name: 'acm-pca:certificate-authority',
  policyMode: 'optional',
  find: async (arn, { unit, scope: own }) => {
    const parsed = parseArn(arn);
    const [kind, id, ...more] = parsed?.resource.split('/') ?? [];
    const isOne = parsed?.service === 'acm-pca' && kind === 'certificate-authority';
    if (parsed === undefined || !isOne || !id || more.length > 0) throw invalidArn(arn);
    const scope = { account: parsed.account, region: parsed.region };
    const isHere = scope.region === own.region;
    const document = isHere ? await unit.view(scope).get(authorities, id) : undefined;
    return { arn, scope, id, document, missing: authorityNotFound(arn) };
  },
  policy: ({ document, arn }) => document && policyText(document, arn),
  tags: ({ document }) => document?.tags ?? {},
};

/** An authority that is yet to be made, with the tags that it is to have: policies judge by them as if it had them. */
interface NewAuthority {
  readonly arn: string;
  readonly tags: Tags;
}

export const newAuthorityKind: ResourceKind<NewAuthority, NewAuthority> = {
  name: 'acm-pca:new-certificate-authority',
  policyMode: 'none',
  find: async (wanted, { scope }) => ({ arn: wanted.arn, scope, id: '*', document: wanted }),
  tags: ({ document }) => document?.tags ?? {},
};

interface PolicyBody {
  readonly Statement?: unknown;
}

/** Permissions are statements of the policy that customers don't see. */
function policyText(document: AuthorityDocument, arn: string): string | undefined {
  const own = document.policy?.bound?.text ?? document.policy?.text;
  if (document.permissions.length === 0) return own;
  const granted = document.permissions.map(({ principal, sourceAccount, actions }) => ({
    Effect: 'Allow',
    Principal: { Service: principal },
    Action: [
      ...actions.map((action) => `acm-pca:${action}`),
      // Whoever may issue must see what an authority signs with.
      'acm-pca:DescribeCertificateAuthority',
    ],
    Resource: arn,
    Condition: { StringEquals: { 'aws:SourceAccount': sourceAccount } },
  }));
  const body: PolicyBody = own === undefined ? {} : JSON.parse(own);
  const { Statement = [] } = body;
  const statements = Array.isArray(Statement) ? Statement : [Statement];
  return JSON.stringify({ Version: '2012-10-17', ...body, Statement: [...statements, ...granted] });
}
