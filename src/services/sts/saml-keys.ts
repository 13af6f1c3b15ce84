import { createHash } from 'node:crypto';
import type { SamlClaims } from './saml-response.ts';

/** Source: IAM User Guide, "Configure SAML assertions", mapping of attributes to context keys. */
const ATTRIBUTE_KEYS: ReadonlyMap<string, string> = new Map([
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.1', 'edupersonaffiliation'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.2', 'edupersonnickname'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.3', 'edupersonorgdn'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.4', 'edupersonorgunitdn'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.5', 'edupersonprimaryaffiliation'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'edupersonprincipalname'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.7', 'edupersonentitlement'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.8', 'edupersonprimaryorgunitdn'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.9', 'edupersonscopedaffiliation'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.10', 'edupersontargetedid'],
  ['urn:oid:1.3.6.1.4.1.5923.1.1.1.11', 'edupersonassurance'],
  ['urn:oid:1.3.6.1.4.1.5923.1.2.1.2', 'eduorghomepageuri'],
  ['urn:oid:1.3.6.1.4.1.5923.1.2.1.3', 'eduorgidentityauthnpolicyuri'],
  ['urn:oid:1.3.6.1.4.1.5923.1.2.1.4', 'eduorglegalname'],
  ['urn:oid:1.3.6.1.4.1.5923.1.2.1.5', 'eduorgsuperioruri'],
  ['urn:oid:1.3.6.1.4.1.5923.1.2.1.6', 'eduorgwhitepagesuri'],
  ['urn:oid:2.5.4.3', 'cn'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name', 'name'],
  ['http://schemas.xmlsoap.org/claims/CommonName', 'commonname'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname', 'givenname'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname', 'surname'],
  ['http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress', 'mail'],
  ['http://schemas.microsoft.com/ws/2008/06/identity/claims/primarygroupsid', 'uid'],
  ['2.5.4.3', 'commonname'],
  ['2.5.4.4', 'surname'],
  ['2.4.5.42', 'givenname'],
  ['2.5.4.45', 'x500uniqueidentifier'],
  ['0.9.2342.19200300100.1.1', 'uid'],
  ['0.9.2342.19200300100.1.3', 'mail'],
  ['0.9.2342.19200300.100.1.45', 'organizationstatus'],
]);

/** `arn:aws:iam::1:saml-provider/Okta` */
function friendlyName(provider: string): string {
  return provider.slice(provider.lastIndexOf('/') + 1);
}

/** Tells users of one name apart by provider: BASE64(SHA1(issuer + account + "/" + provider's name)). */
export function nameQualifierOf(claims: SamlClaims, account: string, provider: string): string {
  const text = `${claims.issuer}${account}/${friendlyName(provider)}`;
  return createHash('sha1').update(text).digest('base64');
}

/** The keys a trust policy may ask for. */
export function samlConditions(
  claims: SamlClaims,
  account: string,
  provider: string,
): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>([
    ['aws:federatedprovider', [provider]],
    ['saml:aud', [claims.recipient]],
    ['saml:iss', [claims.issuer]],
    ['saml:sub', [claims.subject]],
    ['saml:sub_type', [claims.subjectType]],
    ['saml:namequalifier', [nameQualifierOf(claims, account, provider)]],
    ['saml:doc', [`${account}/${friendlyName(provider)}`]],
  ]);
  for (const [name, values] of claims.attributes) {
    const key = ATTRIBUTE_KEYS.get(name);
    if (key !== undefined && !conditions.has(`saml:${key}`)) conditions.set(`saml:${key}`, values);
  }
  return conditions;
}
