import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';
import { SignedXml } from 'xml-crypto';

const ENTITY_ID = 'https://idp.example.com/saml';
const RECIPIENT = 'https://signin.aws.amazon.com/saml';
const AWS = 'https://aws.amazon.com/SAML/Attributes/';
const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2_048,
} as const;

export interface AssertionOptions {
  readonly role: string;
  readonly provider: string;
  readonly issuer?: string;
  readonly recipient?: string;
  readonly audience?: string;
  readonly sessionName?: string | undefined;
  /** Seconds ago. */
  readonly issued?: number;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly nameId?: string;
}

export interface SamlIdp {
  readonly metadata: string;
  /** A response whose assertion is signed, as XML. */
  assertion(options: AssertionOptions): string;
  /** A response that is signed as a whole. */
  response(options: AssertionOptions): string;
}

/** A SAML identity provider with a key of its own. */
export async function newSamlIdp(entityId = ENTITY_ID): Promise<SamlIdp> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({ keys, name: 'CN=idp' });
  const privateKey = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' });
  const base64 = Buffer.from(certificate.rawData).toString('base64');
  const sign = (xml: string, name: string): string => {
    const signed = new SignedXml({
      privateKey,
      signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    });
    const xpath = `//*[local-name()='${name}']`;
    signed.addReference({
      xpath,
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
      transforms: [
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/2001/10/xml-exc-c14n#',
      ],
    });
    signed.computeSignature(xml, {
      prefix: 'ds',
      location: { reference: `${xpath}/*[local-name()='Issuer']`, action: 'after' },
    });
    return signed.getSignedXml();
  };
  return {
    metadata:
      `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">` +
      '<IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">' +
      '<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#">' +
      `<X509Data><X509Certificate>${base64}</X509Certificate></X509Data></KeyInfo>` +
      '</KeyDescriptor><SingleSignOnService ' +
      'Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" ' +
      'Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>',
    assertion: (options) => sign(responseXml({ issuer: entityId, ...options }), 'Assertion'),
    response: (options) => sign(responseXml({ issuer: entityId, ...options }), 'Response'),
  };
}

function responseXml(options: AssertionOptions): string {
  const { issuer, role, provider, recipient = RECIPIENT, issued = 0 } = options;
  const at = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();
  const sessionName = 'sessionName' in options ? options.sessionName : 'ann';
  const attributes = {
    [`${AWS}Role`]: [`${role},${provider}`],
    ...(sessionName === undefined ? {} : { [`${AWS}RoleSessionName`]: [sessionName] }),
    ...options.attributes,
  };
  const statement = Object.entries(attributes).map(
    ([name, values]) =>
      `<saml:Attribute Name="${name}">` +
      values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('') +
      '</saml:Attribute>',
  );
  return (
    '<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ' +
    `xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r" Version="2.0">` +
    `<saml:Issuer>${issuer}</saml:Issuer><samlp:Status/>` +
    `<saml:Assertion ID="_a" Version="2.0" IssueInstant="${at(-issued)}">` +
    `<saml:Issuer>${issuer}</saml:Issuer><saml:Subject>` +
    '<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">' +
    `${options.nameId ?? 'ann@example.com'}</saml:NameID>` +
    '<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">' +
    `<saml:SubjectConfirmationData NotOnOrAfter="${at(300)}" Recipient="${recipient}"/>` +
    `</saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${at(-600)}" NotOnOrAfter="${at(300)}"><saml:AudienceRestriction>` +
    `<saml:Audience>${options.audience ?? 'urn:amazon:webservices'}</saml:Audience>` +
    '</saml:AudienceRestriction></saml:Conditions>' +
    `<saml:AttributeStatement>${statement.join('')}</saml:AttributeStatement>` +
    '</saml:Assertion></samlp:Response>'
  );
}
