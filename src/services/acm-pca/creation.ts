import { listedTagConditions } from '../../core/tags.ts';
import { createHash } from 'node:crypto';
import type { CreateCertificateAuthorityRequest, Tag } from '../../../models/acm-pca/types.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { NEW_KEYS, type NewKeyAlgorithm } from '../../crypto/x509/key-algorithms.ts';
import { certificateRequest } from '../../crypto/x509/signing-request.ts';
import { builtAlgorithm, hashFor } from './algorithms.ts';
import type { PcaOperation } from './authorization.ts';
import { CREATE, orderCreation } from './creation-order.ts';
import { subjectName } from './domain/subjects.ts';
import { unbuilt } from './errors.ts';
import type { PcaParts } from './parts.ts';
import { arnOf, authorityArn, newAuthorityKind } from './resources.ts';
import { assertDeliverable } from './revocation-settings.ts';
import { authorities, type AuthorityDocument, authorityKeys } from './state.ts';
import { withTags } from './tags.ts';

const TOKEN_MS = 5 * MINUTE_MS;
const SAME_TOKEN_MAX = 20;

export function createCreateCertificateAuthority(
  parts: PcaParts,
): PcaOperation<'CreateCertificateAuthority'> {
  return {
    name: 'CreateCertificateAuthority',
    access: 'write',
    authorize: (input, context) => creationPermissions(input.Tags, context),
    handle: async (input, context) => {
      const known = await repeated(context, input);
      if (known !== undefined) return { CertificateAuthorityArn: arnOf(known) };
      const authority = await newAuthority(parts, input, context);
      const { unit, view, call } = context;
      view.put(authorities, authority.id, authority);
      orderCreation(unit, authority, call.now);
      return { CertificateAuthorityArn: arnOf(authority) };
    },
  };
}

/** Who brings tags must be allowed to tag, too. */
async function creationPermissions(
  given: readonly Tag[] | undefined,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const tags = Object.fromEntries((given ?? []).map(({ Key, Value = '' }) => [Key, Value]));
  const conditions = listedTagConditions(given);
  const made = await context.resolve(newAuthorityKind, { arn: '*', tags });
  const creation = { action: 'acm-pca:CreateCertificateAuthority', resource: made, conditions };
  if (given === undefined) return [creation];
  const arn = authorityArn(context.call.scope, '*');
  const resource = await context.resolve(newAuthorityKind, { arn, tags });
  return [creation, { action: 'acm-pca:TagCertificateAuthority', resource, conditions }];
}

function digestOf(input: CreateCertificateAuthorityRequest): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/** The same request with the same token gives the same authority for five minutes. */
async function repeated(
  { view, call }: Context,
  input: CreateCertificateAuthorityRequest,
): Promise<AuthorityDocument | undefined> {
  const { IdempotencyToken: token } = input;
  if (token === undefined) return undefined;
  const query = { index: 'request', prefix: token, limit: SAME_TOKEN_MAX };
  const { items } = await view.list(authorities, query);
  const digest = digestOf(input);
  return items.find(
    ({ document: { request, created } }) =>
      request?.token === token && request.digest === digest && call.now - created < TOKEN_MS,
  )?.document;
}

async function newAuthority(
  parts: PcaParts,
  input: CreateCertificateAuthorityRequest,
  context: Context,
): Promise<AuthorityDocument> {
  const { now, scope } = context.call;
  const { CertificateAuthorityConfiguration: configuration, IdempotencyToken: token } = input;
  const { KeyAlgorithm, SigningAlgorithm, Subject, CsrExtensions } = configuration;
  builtAlgorithm('CreateCertificateAuthority', KeyAlgorithm);
  hashFor(KeyAlgorithm, SigningAlgorithm);
  subjectName(Subject);
  if (CsrExtensions !== undefined) {
    throw unbuilt('CreateCertificateAuthority', 'extensions of signing requests');
  }
  const id = await context.once(uuid);
  const revocation = input.RevocationConfiguration ?? { CrlConfiguration: { Enabled: false } };
  const sourceArn = authorityArn(scope, id);
  await assertDeliverable(parts, context, { id, sourceArn, revocation });
  const given: readonly Tag[] = input.Tags ?? [];
  return {
    id,
    scope,
    type: input.CertificateAuthorityType,
    status: 'CREATING',
    keyAlgorithm: KeyAlgorithm,
    signingAlgorithm: SigningAlgorithm,
    subject: Subject,
    revocation,
    usageMode: input.UsageMode ?? 'GENERAL_PURPOSE',
    keyStorage: input.KeyStorageSecurityStandard ?? 'FIPS_140_2_LEVEL_3_OR_HIGHER',
    created: now,
    changed: now,
    permissions: [],
    tags: withTags({}, given),
    ...(token === undefined ? {} : { request: { token, digest: digestOf(input) } }),
  };
}

interface Prepared {
  readonly algorithm: NewKeyAlgorithm;
}

/** Makes an authority's key while no unit is open, and the request for its certificate. */
export function createCreateJob({
  keyWork,
}: PcaParts): ActingJob<Prepared, { readonly secret: Uint8Array; readonly publicKey: Uint8Array }> {
  return {
    kind: CREATE,
    prepare: async (payload, context) => {
      const authority = await creating(payload, context);
      if (authority === undefined) return undefined;
      return { algorithm: builtAlgorithm('CreateCertificateAuthority', authority.keyAlgorithm) };
    },
    act: ({ algorithm }) => keyWork.generate(NEW_KEYS[algorithm].spec),
    handle: async (payload, context, pair) => {
      const authority = await creating(payload, context);
      if (authority === undefined) return;
      const { id, keyAlgorithm, signingAlgorithm, subject } = authority;
      const hash = hashFor(keyAlgorithm, signingAlgorithm);
      const names = { subject: subjectName(subject) };
      const csr = await context.unit.once(() => certificateRequest(names, pair, hash));
      const view = context.unit.view(authority.scope);
      const [secret, publicKey] = [pair.secret, pair.publicKey].map((bytes) =>
        Buffer.from(bytes).toString('base64'),
      );
      view.put(authorityKeys, id, { secret: secret ?? '', publicKey: publicKey ?? '' });
      const status = 'PENDING_CERTIFICATE';
      view.put(authorities, id, { ...authority, csr, status, changed: context.now });
    },
  };
}

async function creating(
  payload: string,
  { unit, scope }: JobContext,
): Promise<AuthorityDocument | undefined> {
  const { id }: { readonly id: string } = JSON.parse(payload);
  const authority = await unit.view(scope).get(authorities, id);
  return authority?.status === 'CREATING' ? authority : undefined;
}
