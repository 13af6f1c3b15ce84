import { SECOND_MS } from '../../core/time.ts';
import { signedTexts } from '../../crypto/xml-signature.ts';
import { childrenOf, readXml, type XmlElement } from '../../crypto/xml-tree.ts';
import type { SamlSource } from '../iam/port.ts';
import { expiredToken, invalidIdentityToken } from './errors.ts';

const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const AWS = 'https://aws.amazon.com/SAML/Attributes/';
/** AWS's own sign-in endpoints, in whatever Region: whom an assertion for AWS is addressed to. */
const RECIPIENT =
  /^https:\/\/(?:[a-z0-9-]+\.)?signin\.aws\.amazon\.com\/(?:static\/)?saml(?:\/acs\/[A-Z0-9]+)?$/;
const AUDIENCES = new Set(['urn:amazon:webservices', 'https://signin.aws.amazon.com/saml']);
const REDEEMED_WITHIN_MS = 5 * 60 * SECOND_MS;
const SKEW_MS = 60 * SECOND_MS;
const NAME_FORMAT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:';

/** What a verified assertion says. */
export interface SamlClaims {
  readonly issuer: string;
  readonly subject: string;
  /** `persistent`, `transient`, or the whole format. */
  readonly subjectType: string;
  readonly recipient: string;
  readonly sessionName: string;
  /** `role,provider` pairs, in either order. */
  readonly roles: readonly string[];
  readonly sessionSeconds: number | undefined;
  readonly sourceIdentity: string | undefined;
  readonly tags: readonly { readonly Key: string; readonly Value: string }[];
  readonly transitiveTagKeys: readonly string[];
  /** By attribute name. */
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/**
 * Proves a SAML response: its assertion is signed by the provider, addressed to AWS, and fresh in real time.
 * Errors: InvalidIdentityToken, ExpiredTokenException.
 */
export async function verifySamlResponse(
  encoded: string,
  source: SamlSource,
  now: number,
): Promise<SamlClaims> {
  const xml = Buffer.from(encoded, 'base64').toString('utf8');
  if (readXml(xml) === undefined) throw invalidIdentityToken('Invalid base64 SAMLResponse');
  const [assertion] = (await signedTexts(xml, source.certificates)).flatMap(assertionIn);
  if (assertion === undefined) throw invalidIdentityToken('Response signature invalid');
  const [issuer] = childrenOf(assertion, ASSERTION, 'Issuer');
  if (issuer?.text.trim() !== source.issuer) {
    throw invalidIdentityToken('Issuer not present in specified provider');
  }
  assertFresh(assertion, now);
  return claimsOf(assertion, source.issuer, now);
}

/** The one assertion of a signed text: the text itself, or what the response holds. */
function assertionIn(text: string): readonly XmlElement[] {
  const root = readXml(text);
  if (root === undefined) return [];
  if (root.name === 'Assertion' && root.namespace === ASSERTION) return [root];
  const isResponse = root.name === 'Response' && root.namespace === PROTOCOL;
  const held = isResponse ? childrenOf(root, ASSERTION, 'Assertion') : [];
  return held.length === 1 ? held : [];
}

function assertFresh(assertion: XmlElement, now: number): void {
  const issued = instantOf(assertion, 'IssueInstant');
  if (issued === undefined || now - issued > REDEEMED_WITHIN_MS) {
    throw expiredToken('Token must be redeemed within 5 minutes of issuance');
  }
  if (issued > now + SKEW_MS) throw invalidIdentityToken('Response is not valid yet');
  const [conditions] = childrenOf(assertion, ASSERTION, 'Conditions');
  const from = conditions === undefined ? undefined : instantOf(conditions, 'NotBefore');
  const until = conditions === undefined ? undefined : instantOf(conditions, 'NotOnOrAfter');
  if (from !== undefined && from > now + SKEW_MS) {
    throw invalidIdentityToken('Response is not valid yet');
  }
  if (until !== undefined && until <= now) throw expiredToken('Response is expired');
  const named = childrenOf(conditions, ASSERTION, 'AudienceRestriction').map((restriction) =>
    childrenOf(restriction, ASSERTION, 'Audience').map(({ text }) => text.trim()),
  );
  if (!named.every((audiences) => audiences.some((one) => AUDIENCES.has(one)))) {
    throw invalidIdentityToken('Audience is invalid');
  }
}

function instantOf(element: XmlElement, attribute: string): number | undefined {
  const instant = Date.parse(element.attributes.get(attribute) ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}

function claimsOf(assertion: XmlElement, issuer: string, now: number): SamlClaims {
  const attributes = attributesOf(assertion);
  const own = (name: string): readonly string[] => attributes.get(`${AWS}${name}`) ?? [];
  const tags = [...attributes].flatMap(([name, [Value]]) =>
    name.startsWith(`${AWS}PrincipalTag:`) && Value !== undefined
      ? [{ Key: name.slice(`${AWS}PrincipalTag:`.length), Value }]
      : [],
  );
  const [asked] = own('SessionDuration');
  return {
    issuer,
    ...subjectOf(assertion, now),
    sessionName: sessionNameOf(own('RoleSessionName')),
    roles: own('Role').map((pair) => pair.replace(/\s/g, '')),
    sessionSeconds: asked === undefined || !/^\d{1,6}$/.test(asked) ? undefined : Number(asked),
    sourceIdentity: own('SourceIdentity')[0],
    tags,
    transitiveTagKeys: own('TransitiveTagKeys'),
    attributes,
  };
}

function subjectOf(
  assertion: XmlElement,
  now: number,
): Pick<SamlClaims, 'subject' | 'subjectType' | 'recipient'> {
  const [subject] = childrenOf(assertion, ASSERTION, 'Subject');
  const [name] = childrenOf(subject, ASSERTION, 'NameID');
  const bearers = childrenOf(subject, ASSERTION, 'SubjectConfirmation').filter(
    (one) => one.attributes.get('Method') === BEARER,
  );
  const [data] = childrenOf(bearers[0], ASSERTION, 'SubjectConfirmationData');
  const recipient = data?.attributes.get('Recipient');
  const until = data === undefined ? undefined : instantOf(data, 'NotOnOrAfter');
  if (name === undefined || bearers.length !== 1 || recipient === undefined) {
    throw invalidIdentityToken('SubjectConfirmationData is missing from the response');
  }
  if (!RECIPIENT.test(recipient)) throw invalidIdentityToken('Recipient is invalid');
  if (until === undefined || until <= now) throw expiredToken('Response is expired');
  const format = name.attributes.get('Format') ?? '';
  const isShort = format === `${NAME_FORMAT}persistent` || format === `${NAME_FORMAT}transient`;
  return {
    subject: name.text.trim(),
    subjectType: isShort ? format.slice(NAME_FORMAT.length) : format,
    recipient,
  };
}

function sessionNameOf(names: readonly string[]): string {
  const [name] = names;
  if (name === undefined)
    throw invalidIdentityToken('RoleSessionName is required in AuthnResponse');
  if (!/^[a-zA-Z_0-9+=,.@-]{2,64}$/.test(name)) {
    throw invalidIdentityToken(
      'RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}',
    );
  }
  return name;
}

function attributesOf(assertion: XmlElement): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const statement of childrenOf(assertion, ASSERTION, 'AttributeStatement')) {
    for (const attribute of childrenOf(statement, ASSERTION, 'Attribute')) {
      const name = attribute.attributes.get('Name');
      const values = childrenOf(attribute, ASSERTION, 'AttributeValue').map(({ text }) =>
        text.trim(),
      );
      // Of an attribute that comes twice only one is used, as AWS says.
      if (name !== undefined && !found.has(name)) found.set(name, values);
    }
  }
  return found;
}
