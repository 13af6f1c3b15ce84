import type { KmsOperations } from '../../../models/kms/types.ts';
import type {
  GetRevealConfigurationResponse,
  UnavailabilityReasonCode,
} from '../../../models/macie2/types.ts';
import { managedIdentifier } from '../../classification/catalogue.ts';
import type { Classified, Source } from '../../classification/classify.ts';
import type { Plan } from '../../classification/plan.ts';
import type { Classifier } from '../../classification/work/classifier.ts';
import type { ActingOperationOf, Context, OperationReference } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalid, notFound, unbuilt, unprocessable } from './errors.ts';
import { getObject } from './object-reading.ts';
import { onSession, type Operations, sessionOf } from './operation.ts';
import { customs, type FindingDocument, findings, type SessionDocument } from './state.ts';

type Kms<N extends keyof KmsOperations> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;
const GENERATE: Kms<'GenerateDataKey'> = { service: 'kms', operation: 'GenerateDataKey' };
const DECRYPT: Kms<'Decrypt'> = { service: 'kms', operation: 'Decrypt' };
const VIA_MACIE = { via: 'macie' };

/** A larger object is not read while its caller waits. */
const OBJECT_MAX = 10 * 1024 * 1024;

function shown({ reveal }: SessionDocument): GetRevealConfigurationResponse {
  return {
    configuration: {
      status: reveal?.isEnabled === true ? 'ENABLED' : 'DISABLED',
      ...(reveal?.kmsKeyId === undefined ? {} : { kmsKeyId: reveal.kmsKeyId }),
    },
    retrievalConfiguration: { retrievalMode: 'CALLER_CREDENTIALS' },
  };
}

/** Why samples of a finding can't be had; none: they can. */
function reasonsOf({ category, isSample, object }: FindingDocument): UnavailabilityReasonCode[] {
  if (category !== 'CLASSIFICATION' || isSample) return ['UNSUPPORTED_FINDING_TYPE'];
  if (object === undefined) return ['OBJECT_UNAVAILABLE'];
  return (object.size ?? 0) > OBJECT_MAX ? ['OBJECT_EXCEEDS_SIZE_QUOTA'] : [];
}

async function findingOf(view: View, id: string): Promise<FindingDocument> {
  const finding = await view.get(findings, id);
  if (finding === undefined) throw notFound();
  return finding;
}

interface Prepared {
  readonly plan: Plan;
  readonly source: Source;
}

/** How what the finding tells of is found again in the object as it was: its caller must be allowed to read it. */
async function searchFor(
  context: Context,
  view: View,
  { bucket, object, classification }: FindingDocument,
): Promise<Prepared> {
  const { result } = classification ?? {};
  const managed = (result?.sensitiveData ?? []).flatMap(({ detections = [] }) =>
    detections.flatMap(({ type }) =>
      type !== undefined && managedIdentifier(type) !== undefined ? [type] : [],
    ),
  );
  const arns = new Set((result?.customDataIdentifiers?.detections ?? []).map(({ arn }) => arn));
  const own = (await everyOf(view, customs)).filter(({ arn }) => arns.has(arn));
  const { key = '', eTag, versionId = '' } = object ?? {};
  const { Body, ETag } = await context.callService(
    getObject,
    {
      Bucket: bucket.name ?? '',
      Key: key,
      ...(versionId === '' ? {} : { VersionId: versionId }),
    },
    VIA_MACIE,
  );
  if (ETag !== `"${eTag ?? ''}"` || Body === undefined)
    throw unprocessable('The object changed since the finding was made');
  const plan = { managed, customs: own, allowed: { words: [], patterns: [] } };
  return { plan, source: { key, bytes: Body } };
}

/** The caller must be allowed to encrypt samples under the account's key, and to decrypt them. */
async function assertKey(context: Context, keyId: string): Promise<void> {
  const EncryptionContext = { 'aws:macie2:account': context.call.scope.account };
  const { CiphertextBlob } = await context.callService(
    GENERATE,
    { KeyId: keyId, KeySpec: 'AES_256', EncryptionContext },
    VIA_MACIE,
  );
  if (CiphertextBlob === undefined) throw new Error('KMS made no data key');
  await context.callService(DECRYPT, { CiphertextBlob, EncryptionContext }, VIA_MACIE);
}

/** Samples of what findings tell of, by the permissions of who asks. */
export function revealOperations(classifier: Classifier): readonly AnyOperation[] {
  return [
    onSession({
      name: 'GetRevealConfiguration',
      access: 'read',
      handle: async (_input, { session }) => shown(session),
    }),
    onSession({
      name: 'UpdateRevealConfiguration',
      access: 'write',
      handle: async ({ configuration, retrievalConfiguration: retrieval }, found, { call }) => {
        if (retrieval?.retrievalMode === 'ASSUME_ROLE')
          throw unbuilt('UpdateRevealConfiguration', 'a role that reads samples');
        const { status, kmsKeyId } = configuration;
        if (status === 'ENABLED' && kmsKeyId === undefined)
          throw invalid('The kmsKeyId is required');
        const { session, keep } = found;
        const reveal = {
          isEnabled: status === 'ENABLED',
          ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
        };
        const changed = { ...session, reveal, updated: call.now };
        keep(changed);
        return shown(changed);
      },
    }),
    onSession({
      name: 'GetSensitiveDataOccurrencesAvailability',
      access: 'read',
      handle: async ({ findingId }, { view }) => {
        const reasons = reasonsOf(await findingOf(view, findingId));
        return reasons.length === 0 ? { code: 'AVAILABLE' } : { code: 'UNAVAILABLE', reasons };
      },
    }),
    createGetOccurrences(classifier),
  ];
}

/** The object is opened by the caller's permissions, and read and searched once no unit is open. */
function createGetOccurrences(
  classifier: Classifier,
): ActingOperationOf<Operations, 'GetSensitiveDataOccurrences', Prepared, Classified> {
  return {
    name: 'GetSensitiveDataOccurrences',
    access: 'crypto',
    authorize: async () => [{ action: 'macie2:GetSensitiveDataOccurrences', resource: '*' }],
    prepare: async ({ findingId }, context) => {
      const { session, view } = await sessionOf(context);
      const { reveal } = session;
      if (reveal?.isEnabled !== true || reveal.kmsKeyId === undefined)
        throw invalid('The configuration for retrieving samples is not enabled');
      const finding = await findingOf(view, findingId);
      const [reason] = reasonsOf(finding);
      if (reason !== undefined) throw unprocessable(`Samples can't be retrieved: ${reason}`);
      await assertKey(context, reveal.kmsKeyId);
      return searchFor(context, view, finding);
    },
    act: (_input, { plan, source }) => classifier.classify(plan, source, true),
    handle: async (_input, _context, { detections }) => ({
      status: 'SUCCESS',
      sensitiveDataOccurrences: Object.fromEntries(
        detections.map(({ id, samples }) => [id, samples.map((value) => ({ value }))]),
      ),
    }),
  };
}
