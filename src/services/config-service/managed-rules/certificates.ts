import { DAY_MS } from '../../../core/time.ts';
import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { instantAt, textAt } from '../evaluating/reading.ts';

const types = ['AWS::ACM::Certificate'] as const;

export const certificateRules: readonly ManagedRule[] = [
  {
    kind: 'resource',
    identifier: 'ACM_CERTIFICATE_EXPIRATION_CHECK',
    types,
    trigger: 'both',
    parameters: { daysToExpiration: { kind: 'int', default: '14' } },
    judge: ({ configuration }, { daysToExpiration }, now) => {
      const ends = instantAt(configuration, 'notAfter');
      if (ends === undefined) return undefined;
      const isFar = ends - now > Number(daysToExpiration) * DAY_MS;
      return judged(isFar, `The certificate expires within ${daysToExpiration} days.`);
    },
  },
  {
    kind: 'resource',
    identifier: 'ACM_CERTIFICATE_RSA_CHECK',
    types,
    trigger: 'change',
    judge: ({ configuration }) => {
      const algorithm = textAt(configuration, 'keyAlgorithm') ?? '';
      if (!algorithm.startsWith('RSA')) return undefined;
      const bits = Number(algorithm.replace(/^RSA[-_]/, ''));
      return judged(bits >= 2_048, 'The RSA key of the certificate is shorter than 2048 bits.');
    },
  },
];
