import { listedTagConditions } from '../../core/tags.ts';
import type { Context } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import type { CertificateFacts } from '../../crypto/x509/facts.ts';
import { nameValue } from '../../crypto/x509/names.ts';
import { type AcmOperation, certificateTarget } from './authorization.ts';
import { type CheckedCertificate, checkedCertificate } from './domain/given-certificate.ts';
import { invalidParameter, validation } from './errors.ts';
import { countOneMore } from './quotas.ts';
import { tellAvailable } from './events.ts';
import { certificateArn, certificateKind } from './resources.ts';
import { type CertificateDocument, certificates, keys } from './state.ts';
import { withTags } from './tags.ts';
import { orderTending } from './tending-order.ts';

/** A certificate from outside, under a new ARN or in the place of one that was imported before. */
export const importCertificate: AcmOperation<'ImportCertificate'> = {
  name: 'ImportCertificate',
  access: 'write',
  authorize: async ({ CertificateArn, Tags }, context) => {
    const { scope } = context.call;
    const resource =
      CertificateArn === undefined
        ? certificateArn(scope, '*')
        : await context.resolve(certificateKind, CertificateArn);
    return [{ action: 'acm:ImportCertificate', resource, conditions: listedTagConditions(Tags) }];
  },
  handle: async (input, context) => {
    const given = {
      certificate: textOf(input.Certificate),
      privateKey: textOf(input.PrivateKey),
      chain: textOf(input.CertificateChain ?? new Uint8Array()),
    };
    const { CertificateArn, Tags } = input;
    if (CertificateArn !== undefined && Tags !== undefined) {
      throw invalidParameter('Tagging is not permitted on re-import.');
    }
    const checked = await checkedCertificate(given, context.call.now);
    const document =
      CertificateArn === undefined
        ? await imported(checked, context, withTags({}, Tags))
        : await reimported(checked, context, CertificateArn);
    return { CertificateArn: certificateArn(document.scope, document.id) };
  },
};

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

async function imported(
  checked: CheckedCertificate,
  context: Context,
  tags: CertificateDocument['tags'],
): Promise<CertificateDocument> {
  const { scope, now } = context.call;
  await countOneMore(context.view);
  const document: CertificateDocument = {
    id: await context.once(uuid),
    scope,
    type: 'IMPORTED',
    status: 'ISSUED',
    created: now,
    imported: now,
    logging: 'DISABLED',
    export: 'DISABLED',
    inUseBy: [],
    tags,
    ...contentOf(checked),
  };
  await keep(context, document, checked, 'IMPORT');
  return document;
}

async function reimported(
  checked: CheckedCertificate,
  context: Context,
  arn: string,
): Promise<CertificateDocument> {
  const { certificate } = await certificateTarget(context, arn);
  if (certificate.type !== 'IMPORTED') {
    throw validation(`Certificate ${arn} is not an imported certificate.`);
  }
  const content = contentOf(checked);
  if (content.keyAlgorithm !== certificate.keyAlgorithm && certificate.inUseBy.length > 0) {
    throw validation(
      'The key algorithm of the certificate must not change while the certificate is in use.',
    );
  }
  const { now } = context.call;
  const document: CertificateDocument = {
    ...certificate,
    status: 'ISSUED',
    imported: now,
    ...content,
  };
  await keep(context, document, checked, 'REIMPORT');
  return document;
}

function contentOf({ certificate, chain, facts }: CheckedCertificate) {
  const names = namesOf(facts);
  return {
    domainName: nameValue(facts.subject, 'CommonName') ?? names[0] ?? '',
    names,
    keyAlgorithm: facts.keyAlgorithm,
    content: { certificate, chain, facts },
  };
}

function namesOf({ alternativeNames, subject }: CertificateFacts): readonly string[] {
  const names = alternativeNames.filter(({ kind }) => kind === 'dns').map(({ value }) => value);
  const first = nameValue(subject, 'CommonName');
  return names.length > 0 || first === undefined ? names : [first];
}

async function keep(
  { unit, view, call: { now } }: Context,
  document: CertificateDocument,
  { secret }: CheckedCertificate,
  action: 'IMPORT' | 'REIMPORT',
): Promise<void> {
  view.put(certificates, document.id, document);
  view.put(keys, document.id, { secret: Buffer.from(secret).toString('base64') });
  tellAvailable(unit, now, document, action);
  await orderTending(unit, document, now);
}
