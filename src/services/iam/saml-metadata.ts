import { X509Certificate } from 'node:crypto';
import { childrenOf, readXml, type XmlElement } from '../../crypto/xml-tree.ts';
import { invalidInput } from './errors.ts';

const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** What IAM needs of an identity provider's metadata. */
export interface SamlMetadata {
  readonly entityId: string;
  /** PEM, of the keys it signs with. */
  readonly certificates: readonly string[];
  /** Milliseconds; undefined: the document names no end. */
  readonly validUntil: number | undefined;
}

/** Errors: InvalidInput. */
export function readSamlMetadata(text: string): SamlMetadata {
  const root = readXml(text);
  const isMetadata = root?.namespace === METADATA;
  if (root === undefined || !isMetadata) throw unreadable();
  const [entity, ...others] =
    root.name === 'EntityDescriptor' ? [root] : childrenOf(root, METADATA, 'EntityDescriptor');
  const entityId = entity?.attributes.get('entityID');
  const [role] = childrenOf(entity, METADATA, 'IDPSSODescriptor');
  if (entityId === undefined || role === undefined || others.length > 0) throw unreadable();
  const certificates = childrenOf(role, METADATA, 'KeyDescriptor')
    .filter((key) => (key.attributes.get('use') ?? 'signing') === 'signing')
    .flatMap(certificatesOf);
  if (certificates.length === 0) throw unreadable();
  const until = Date.parse(entity?.attributes.get('validUntil') ?? '');
  return { entityId, certificates, validUntil: Number.isNaN(until) ? undefined : until };
}

function certificatesOf(key: XmlElement): readonly string[] {
  return childrenOf(key, SIGNATURE, 'KeyInfo')
    .flatMap((info) => childrenOf(info, SIGNATURE, 'X509Data'))
    .flatMap((data) => childrenOf(data, SIGNATURE, 'X509Certificate'))
    .map(({ text }) => {
      try {
        return new X509Certificate(Buffer.from(text, 'base64')).toString();
      } catch {
        throw unreadable();
      }
    });
}

function unreadable() {
  return invalidInput('Could not parse metadata');
}
