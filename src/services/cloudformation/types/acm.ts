import type { JsonObject } from '../../../core/json.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { listOf, objectOf, picked, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const LOOK_MS = 3 * SECOND_MS;
/** ACM looks for proofs each minute at first, and less often then. */
const LONG_LOOK_MS = MINUTE_MS;
const LONG_LOOKS = 60;
const LONGEST_LOOK_MS = 15 * MINUTE_MS;
/** ACM itself gives up after 72 hours, and says so. */
const TIMEOUT_MS = 73 * HOUR_MS;
const TOKEN_MAX = 32;
const PROVING_TTL_SECONDS = 300;
const GIVEN = [
  'CertificateAuthorityArn',
  'DomainName',
  'KeyAlgorithm',
  'SubjectAlternativeNames',
  'ValidationMethod',
] as const;

const TAGS: TagOperations = {
  service: 'acm',
  tag: 'AddTagsToCertificate',
  untag: 'RemoveTagsFromCertificate',
  target: (CertificateArn) => ({ CertificateArn }),
  tags: (Tags) => ({ Tags }),
  keys: (keys) => ({ Tags: keys.map((Key) => ({ Key })) }),
};

function optionsOf(properties: JsonObject): JsonObject {
  const { CertificateTransparencyLoggingPreference, CertificateExport: Export } = properties;
  return {
    ...(CertificateTransparencyLoggingPreference === undefined
      ? {}
      : { CertificateTransparencyLoggingPreference }),
    ...(Export === undefined ? {} : { Export }),
  };
}

/** Who is asked for a domain's approval: ACM's part of what templates say of validation. */
function mailDomains(properties: JsonObject): JsonObject[] {
  return listOf(properties['DomainValidationOptions'])
    .map(objectOf)
    .filter(({ ValidationDomain }) => ValidationDomain !== undefined)
    .map(({ DomainName, ValidationDomain }) => ({ DomainName, ValidationDomain }));
}

/** Zones of Route 53 that a template wants the proofs to be put into, by domain. */
function zonesOf(properties: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    listOf(properties['DomainValidationOptions']).flatMap((one) => {
      const { DomainName, HostedZoneId } = objectOf(one);
      return HostedZoneId === undefined
        ? []
        : [[String(DomainName), String(HostedZoneId)] as const];
    }),
  );
}

const certificate: ResourceType = {
  name: 'AWS::CertificateManager::Certificate',
  needs: 'acm:RequestCertificate',
  handles: `${GIVEN.join(' ')} CertificateExport CertificateTransparencyLoggingPreference DomainValidationOptions Tags`,
  create: async (work, properties) => {
    const Options = optionsOf(properties);
    const mails = mailDomains(properties);
    const Tags = work.tags(properties['Tags']);
    const { CertificateArn } = await work.call('acm', 'RequestCertificate', {
      ...picked(properties, ...GIVEN),
      ...(Object.keys(Options).length === 0 ? {} : { Options }),
      ...(mails.length === 0 ? {} : { DomainValidationOptions: mails }),
      ...(Tags.length === 0 ? {} : { Tags }),
      IdempotencyToken: work.token.replaceAll(/\W/g, '').slice(0, TOKEN_MAX),
    });
    const id = String(CertificateArn);
    const waits = { notes: { looks: 0 }, ms: LOOK_MS, timeoutMs: TIMEOUT_MS };
    return { id, attributes: { CertificateArn: id }, waits };
  },
  update: async (work, change) => {
    const { id, properties, changed, attributes } = change;
    if (changed.includes('CertificateTransparencyLoggingPreference')) {
      const preference = textOf(properties['CertificateTransparencyLoggingPreference']);
      const Options = { CertificateTransparencyLoggingPreference: preference ?? 'ENABLED' };
      await work.call('acm', 'UpdateCertificateOptions', { CertificateArn: id, Options });
    }
    await changeTags(work, change, id, TAGS);
    return { id, attributes };
  },
  delete: async (work, { id: CertificateArn }) => {
    await work.attempt('acm', 'DeleteCertificate', { CertificateArn });
    return undefined;
  },
  check: checkCertificate,
};

/** Waits until the certificate is issued, and puts its proofs where the template wants them. */
async function checkCertificate(work: Work, waiting: Waiting): Promise<Made> {
  const { id, attributes, notes, properties } = waiting;
  const { Certificate } = await work.call('acm', 'DescribeCertificate', { CertificateArn: id });
  const found = objectOf(Certificate);
  const { Status, FailureReason } = found;
  if (Status === 'ISSUED') return { id, attributes };
  if (Status !== 'PENDING_VALIDATION') {
    const reason = FailureReason === undefined ? '' : `: ${String(FailureReason)}`;
    throw new PlainFailure(`Certificate ${id} is ${String(Status)}${reason}`);
  }
  // How often it was looked at since its proofs stand where they should.
  const before = Number(notes['looks']);
  const looks = before > 0 || (await prove(work, properties, found)) ? before + 1 : 0;
  const long = looks > LONG_LOOKS ? LONGEST_LOOK_MS : LONG_LOOK_MS;
  const ms = looks === 0 ? LOOK_MS : long;
  return { id, attributes, waits: { notes: { looks }, ms, timeoutMs: TIMEOUT_MS } };
}

/** False: ACM has not said yet what proves the domains. The records stay when the certificate goes, as AWS's do. */
async function prove(work: Work, properties: JsonObject, found: JsonObject): Promise<boolean> {
  const zones = zonesOf(properties);
  if (zones.size === 0) return true;
  const changes = new Map<string, Map<string, JsonObject>>();
  for (const option of listOf(found['DomainValidationOptions'])) {
    const { DomainName, ResourceRecord } = objectOf(option);
    const zone = zones.get(String(DomainName));
    if (zone === undefined) continue;
    const { Name, Type, Value } = objectOf(ResourceRecord);
    if (Name === undefined) return false;
    const record = { Name, Type, TTL: PROVING_TTL_SECONDS, ResourceRecords: [{ Value }] };
    const change = { Action: 'UPSERT', ResourceRecordSet: record };
    // A domain and its star are proved by the same record.
    changes.set(zone, new Map([...(changes.get(zone) ?? []), [String(Name), change]]));
  }
  for (const [HostedZoneId, ofZone] of changes) {
    const ChangeBatch = { Changes: [...ofZone.values()] };
    await work.call('route53', 'ChangeResourceRecordSets', { HostedZoneId, ChangeBatch });
  }
  return true;
}

export const acmTypes: readonly ResourceType[] = [certificate];
