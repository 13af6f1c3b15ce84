import type { SignedXml } from 'xml-crypto';

const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const SHA512 = 'http://www.w3.org/2001/04/xmlenc#sha512';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const RSA_SHA512 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512';
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

/** A response and its assertion may each be signed; more is no use, but an attack. */
const SIGNATURES_MAX = 2;
const CERTIFICATES_MAX = 10;

/**
 * The parts of a document that the owner of one of the certificates (PEM) has signed, in their canonical text.
 * Only these texts may be read: what else stands in the document was said by nobody, so that moving signed
 * elements about (signature wrapping) gains nothing. Keys inside the document are ignored, and so are comments.
 * Algorithms: RSA with SHA-256 or SHA-512, exclusive canonicalization.
 */
export async function signedTexts(
  xml: string,
  certificates: readonly string[],
): Promise<readonly string[]> {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) return [];
  const signatures = signatureTexts(xml);
  if (signatures.length > SIGNATURES_MAX) return [];
  // Heavy, and needed by few: loaded with the first response that is verified.
  const library = await import('xml-crypto');
  const texts: string[] = [];
  for (const signature of signatures) {
    for (const certificate of certificates.slice(0, CERTIFICATES_MAX)) {
      const verifier = strict(new library.SignedXml({ publicCert: certificate }));
      const found = textsOf(verifier, xml, signature);
      if (found.length !== 1) continue;
      texts.push(...found);
      break;
    }
  }
  return texts;
}

/** SHA-1, keyed hashes and the older canonicalization are refused, whatever the document asks for. */
function strict(signed: SignedXml): SignedXml {
  signed.SignatureAlgorithms = pick(signed.SignatureAlgorithms, [RSA_SHA256, RSA_SHA512]);
  signed.HashAlgorithms = pick(signed.HashAlgorithms, [SHA256, SHA512]);
  signed.CanonicalizationAlgorithms = pick(signed.CanonicalizationAlgorithms, [
    EXCLUSIVE,
    ENVELOPED,
  ]);
  return signed;
}

function pick<T>(all: Record<string, T>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}

function textsOf(verifier: SignedXml, xml: string, signature: string): readonly string[] {
  try {
    verifier.loadSignature(signature);
    return verifier.checkSignature(xml) ? verifier.getSignedReferences() : [];
  } catch {
    // The library throws for what is malformed, and for what it does not know.
    return [];
  }
}

/** The Signature elements as they stand in the text, one more than may be at most. */
function signatureTexts(xml: string): readonly string[] {
  const found: string[] = [];
  const opening = /<((?:[A-Za-z_][\w.-]{0,63}:)?Signature)[\s>]/g;
  for (const match of xml.matchAll(opening)) {
    const closing = `</${match[1]}>`;
    const end = xml.indexOf(closing, match.index);
    if (end !== -1) found.push(xml.slice(match.index, end + closing.length));
    if (found.length > SIGNATURES_MAX) break;
  }
  return found;
}
