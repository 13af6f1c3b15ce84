import type { Certificate } from '../../../models/elbv2/types.ts';
import { type ElbOperation, found, on } from './authorization.ts';
import { operationNotPermitted, tooMany, validationError } from './errors.ts';
import { keepListener } from './listener-life.ts';
import { requireCertificate } from './listener-terms.ts';
import { pageOf } from './pages.ts';
import { listenerKind } from './resources.ts';

/** Beside the default one. */
const CERTIFICATES_MAX = 25;

function arnsOf(certificates: readonly Certificate[]): readonly string[] {
  if (certificates.some(({ IsDefault }) => IsDefault !== undefined)) {
    throw validationError('You cannot set the isDefault parameter for a certificate');
  }
  return certificates.flatMap(({ CertificateArn }) => CertificateArn ?? []);
}

export const addListenerCertificates: ElbOperation<'AddListenerCertificates'> = {
  name: 'AddListenerCertificates',
  access: 'write',
  authorize: async ({ ListenerArn }, context) => [
    await on('AddListenerCertificates', listenerKind, ListenerArn, context),
  ],
  handle: async ({ ListenerArn, Certificates }, context) => {
    const { document, view } = await found(context, listenerKind, ListenerArn);
    if (document.protocol !== 'HTTPS') {
      throw operationNotPermitted(`You cannot add certificates to ${document.protocol} listeners`);
    }
    const arns = arnsOf(Certificates);
    for (const arn of arns) await requireCertificate(context, arn);
    const certificates = [...new Set([...document.certificates, ...arns])];
    if (certificates.length > CERTIFICATES_MAX + 1) {
      throw tooMany('TooManyCertificates', 'The maximum number of certificates has been reached');
    }
    await keepListener(context, view, document, { ...document, certificates });
    return {
      Certificates: arns.map((CertificateArn) => ({ CertificateArn, IsDefault: false })),
    };
  },
};

export const removeListenerCertificates: ElbOperation<'RemoveListenerCertificates'> = {
  name: 'RemoveListenerCertificates',
  access: 'write',
  authorize: async ({ ListenerArn }, context) => [
    await on('RemoveListenerCertificates', listenerKind, ListenerArn, context),
  ],
  handle: async ({ ListenerArn, Certificates }, context) => {
    const { document, view } = await found(context, listenerKind, ListenerArn);
    const gone = new Set(arnsOf(Certificates));
    const [first] = document.certificates;
    if (first !== undefined && gone.has(first)) {
      throw operationNotPermitted(`The default certificate '${first}' cannot be removed`);
    }
    const certificates = document.certificates.filter((arn) => !gone.has(arn));
    await keepListener(context, view, document, { ...document, certificates });
    return {};
  },
};

export const describeListenerCertificates: ElbOperation<'DescribeListenerCertificates'> = {
  name: 'DescribeListenerCertificates',
  access: 'read',
  authorize: async ({ ListenerArn }, context) => [
    await on('DescribeListenerCertificates', listenerKind, ListenerArn, context),
  ],
  handle: async (input, context) => {
    const { document } = await found(context, listenerKind, input.ListenerArn);
    const all = document.certificates.map((CertificateArn, at) => ({
      CertificateArn,
      IsDefault: at === 0,
    }));
    const keyOf = (one: (typeof all)[number]) => `${one.IsDefault ? 0 : 1}${one.CertificateArn}`;
    const { items, answer } = pageOf(context.call, input, all, keyOf, input.ListenerArn);
    return { Certificates: items, ...answer };
  },
};
