import type { CertificateSource } from '../../contract/edge.ts';
import { privateKeyPem } from '../../crypto/x509/pem.ts';
import { arnOf, placeOf } from './resources.ts';
import { certificates, keys } from './state.ts';

/** Finds issued certificates with their keys, for what ends TLS. An expired one is still shown, as AWS's load balancers do. */
export const certificateSource: CertificateSource = {
  find: async (unit, arn) => {
    const place = placeOf(arn);
    if (place === undefined) return undefined;
    const view = unit.view(place.scope);
    const [document, key] = await Promise.all([
      view.get(certificates, place.id),
      view.get(keys, place.id),
    ]);
    if (document?.content === undefined || key === undefined) return undefined;
    const { certificate, chain, facts } = document.content;
    return {
      arn: arnOf(document),
      certificate,
      chain,
      privateKey: privateKeyPem(Buffer.from(key.secret, 'base64')),
      serial: facts.serial,
    };
  },
};
