import { ServiceError } from '../../../core/errors.ts';
import type { JsonObject } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { objectOf, picked } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const LOOK_MS = 2 * SECOND_MS;

const TAGS: TagOperations = {
  service: 'acm-pca',
  tag: 'TagCertificateAuthority',
  untag: 'UntagCertificateAuthority',
  target: (CertificateAuthorityArn) => ({ CertificateAuthorityArn }),
  tags: (Tags) => ({ Tags }),
  keys: (keys) => ({ Tags: keys.map((Key) => ({ Key })) }),
};

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('acm-pca', operation, input);
}

const CONFIGURATION = ['CsrExtensions', 'KeyAlgorithm', 'SigningAlgorithm', 'Subject'] as const;
const AUTHORITY = ['KeyStorageSecurityStandard', 'RevocationConfiguration', 'UsageMode'] as const;

const authority: ResourceType = {
  name: 'AWS::ACMPCA::CertificateAuthority',
  needs: 'acm-pca:CreateCertificateAuthority',
  handles: [...CONFIGURATION, ...AUTHORITY, 'Tags', 'Type'].join(' '),
  create: async (work, properties) => {
    const Tags = work.tags(properties['Tags']);
    const { CertificateAuthorityArn } = await call(work, 'CreateCertificateAuthority', {
      CertificateAuthorityConfiguration: picked(properties, ...CONFIGURATION),
      CertificateAuthorityType: properties['Type'],
      ...picked(properties, ...AUTHORITY),
      ...(Tags.length === 0 ? {} : { Tags }),
      IdempotencyToken: work.token,
    });
    return { id: String(CertificateAuthorityArn), waits: { notes: {}, ms: LOOK_MS } };
  },
  update: async (work, change) => {
    const { id, properties, changed, attributes } = change;
    if (changed.includes('RevocationConfiguration')) {
      const off = { CrlConfiguration: { Enabled: false }, OcspConfiguration: { Enabled: false } };
      const RevocationConfiguration = properties['RevocationConfiguration'] ?? off;
      const input = { CertificateAuthorityArn: id, RevocationConfiguration };
      await call(work, 'UpdateCertificateAuthority', input);
    }
    await changeTags(work, change, id, TAGS);
    return { id, attributes };
  },
  // It can be had back for thirty days. One that signs is disabled first, as AWS asks.
  delete: async (work, { id: CertificateAuthorityArn }) => {
    const input = { CertificateAuthorityArn };
    const found = await work.attempt('acm-pca', 'DescribeCertificateAuthority', input);
    const { Status } = objectOf(found?.['CertificateAuthority']);
    if (found === undefined || Status === 'DELETED') return undefined;
    if (Status === 'ACTIVE') {
      await call(work, 'UpdateCertificateAuthority', { ...input, Status: 'DISABLED' });
    }
    await work.attempt('acm-pca', 'DeleteCertificateAuthority', input);
    return undefined;
  },
  check: checkAuthority,
};

async function checkAuthority(work: Work, { id, attributes }: Waiting): Promise<Made> {
  const input = { CertificateAuthorityArn: id };
  const { CertificateAuthority } = await call(work, 'DescribeCertificateAuthority', input);
  const { Status, FailureReason } = objectOf(CertificateAuthority);
  if (Status === 'CREATING') return { id, attributes, waits: { notes: {}, ms: LOOK_MS } };
  if (Status === 'FAILED') {
    throw new PlainFailure(`The certificate authority failed: ${String(FailureReason)}`);
  }
  const { Csr } = await call(work, 'GetCertificateAuthorityCsr', input);
  return { id, attributes: { Arn: id, CertificateSigningRequest: Csr } };
}

const ISSUED = [
  'ApiPassthrough',
  'CertificateAuthorityArn',
  'SigningAlgorithm',
  'TemplateArn',
  'Validity',
  'ValidityNotBefore',
] as const;

const certificate: ResourceType = {
  name: 'AWS::ACMPCA::Certificate',
  needs: 'acm-pca:IssueCertificate',
  handles: `${ISSUED.join(' ')} CertificateSigningRequest`,
  create: async (work, properties) => {
    const { CertificateArn } = await call(work, 'IssueCertificate', {
      ...picked(properties, ...ISSUED),
      Csr: properties['CertificateSigningRequest'],
      IdempotencyToken: work.token,
    });
    return { id: String(CertificateArn), waits: { notes: {}, ms: LOOK_MS } };
  },
  // What was issued stays issued: AWS does not revoke it either.
  delete: () => Promise.resolve(undefined),
  check: async (work, { id, attributes, properties }) => {
    const { CertificateAuthorityArn } = properties;
    try {
      const input = { CertificateAuthorityArn, CertificateArn: id };
      const { Certificate } = await call(work, 'GetCertificate', input);
      return { id, attributes: { Arn: id, Certificate } };
    } catch (error) {
      if (!isInProgress(error)) throw error;
      return { id, attributes, waits: { notes: {}, ms: LOOK_MS } };
    }
  },
};

function isInProgress(error: unknown): boolean {
  return error instanceof ServiceError && error.code === 'RequestInProgressException';
}

async function activate(work: Work, id: string, properties: JsonObject): Promise<Made> {
  const given = picked(properties, 'Certificate', 'CertificateChain');
  const CertificateAuthorityArn = id;
  const input = { CertificateAuthorityArn, ...given };
  await call(work, 'ImportCertificateAuthorityCertificate', input);
  await setStatus(work, id, properties);
  const { Certificate, CertificateChain } = given;
  const chain = CertificateChain === undefined ? [] : [String(CertificateChain)];
  const CompleteCertificateChain = [String(Certificate), ...chain].join('\n');
  return { id, attributes: { CompleteCertificateChain } };
}

async function setStatus(work: Work, id: string, { Status }: JsonObject): Promise<void> {
  if (Status === undefined || Status === 'ACTIVE') return;
  await call(work, 'UpdateCertificateAuthority', { CertificateAuthorityArn: id, Status });
}

/** An authority's own certificate, without which it issues nothing. */
const activation: ResourceType = {
  name: 'AWS::ACMPCA::CertificateAuthorityActivation',
  needs: 'acm-pca:ImportCertificateAuthorityCertificate',
  handles: 'Certificate CertificateAuthorityArn CertificateChain Status',
  create: (work, properties) =>
    activate(work, String(properties['CertificateAuthorityArn']), properties),
  update: async (work, { id, properties, changed, attributes }) => {
    if (changed.some((name) => name !== 'Status')) return activate(work, id, properties);
    const Status = properties['Status'] ?? 'ACTIVE';
    await call(work, 'UpdateCertificateAuthority', { CertificateAuthorityArn: id, Status });
    return { id, attributes };
  },
  delete: async (work, { id: CertificateAuthorityArn }) => {
    const input = { CertificateAuthorityArn };
    const found = await work.attempt('acm-pca', 'DescribeCertificateAuthority', input);
    const { Status } = objectOf(found?.['CertificateAuthority']);
    if (Status === 'ACTIVE') {
      await call(work, 'UpdateCertificateAuthority', { ...input, Status: 'DISABLED' });
    }
    return undefined;
  },
};

const permission: ResourceType = {
  name: 'AWS::ACMPCA::Permission',
  needs: 'acm-pca:CreatePermission',
  handles: 'Actions CertificateAuthorityArn Principal SourceAccount',
  create: async (work, properties) => {
    const given = picked(properties, 'Actions', 'CertificateAuthorityArn', 'Principal');
    await call(work, 'CreatePermission', { ...given, ...picked(properties, 'SourceAccount') });
    const { CertificateAuthorityArn, Principal } = properties;
    return { id: `${String(CertificateAuthorityArn)}|${String(Principal)}` };
  },
  delete: async (work, { properties }) => {
    const given = picked(properties, 'CertificateAuthorityArn', 'Principal', 'SourceAccount');
    await work.attempt('acm-pca', 'DeletePermission', given);
    return undefined;
  },
};

export const acmPcaTypes: readonly ResourceType[] = [
  authority,
  certificate,
  activation,
  permission,
];
