import { HIGH, keywordList, type ManagedIdentifier } from '../identifier.ts';

const EXAMPLES: ReadonlySet<string> = new Set([
  'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
  'pk_test_TYooMQauvdEDq54NiTphI7jx',
]);

/** Headers and content of a private key: an RSA key of 16,384 bits has 12,500 characters. A hyphen ends the search. */
const BODY =
  '\\s{0,4}(?:[A-Za-z-]{1,20}: [^\\n]{1,100}\\s{1,4}){0,3}[A-Za-z0-9+/=\\s\\\\]{16,13000}';

/** A secret access key has letters of both cases and digits: a path or a hash in hexadecimal has not. */
function isSecretKey(found: string): boolean {
  if (EXAMPLES.has(found)) return false;
  return (
    /[a-z]/.test(found) && /[A-Z]/.test(found) && /\d/.test(found) && !/^[0-9a-fA-F]+$/.test(found)
  );
}

/** The first part of a token is an object that names its algorithm. */
function isToken(found: string): boolean {
  try {
    const head: unknown = JSON.parse(
      Buffer.from(found.slice(0, found.indexOf('.')), 'base64url').toString('utf8'),
    );
    return typeof head === 'object' && head !== null && 'alg' in head;
  } catch {
    return false;
  }
}

/** A user and a password, with a colon between. */
function isBasic(found: string): boolean {
  const encoded = found.slice(found.lastIndexOf(' ') + 1);
  return Buffer.from(encoded, 'base64').toString('latin1').includes(':');
}

export const credentials: readonly ManagedIdentifier[] = [
  {
    id: 'AWS_CREDENTIALS',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: keywordList(
      'aws_secret_access_key, credentials, secret access key, secret key, set-awscredential',
    ),
    patterns: [
      {
        pattern: /(?<![A-Za-z0-9/+=])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
        least: 40,
        near: ['secret', 'credential'],
        check: isSecretKey,
      },
    ],
  },
  {
    id: 'GCP_API_KEY',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: keywordList(
      'G_PLACES_KEY, GCP api key, GCP key, google cloud key, google-api-key, google-cloud-apikeys, GOOGLEKEY, X-goog-api-key',
    ),
    patterns: [{ pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/g, least: 39, hints: ['aiza'] }],
  },
  {
    id: 'HTTP_BASIC_AUTH_HEADER',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: /(?<![\w-])(?:Proxy-)?Authorization: ?Basic [A-Za-z0-9+/]{4,1024}={0,2}/gi,
        least: 20,
        hints: ['authorization'],
        check: isBasic,
      },
    ],
  },
  {
    id: 'JSON_WEB_TOKEN',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: /(?<![\w.-])eyJ[\w-]{8,2048}\.eyJ[\w-]{4,4000}\.[\w-]{0,1400}/g,
        least: 20,
        hints: ['eyj'],
        check: isToken,
      },
    ],
  },
  {
    id: 'OPENSSH_PRIVATE_KEY',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: new RegExp(
          `-----BEGIN OPENSSH PRIVATE KEY-----${BODY}-----END OPENSSH PRIVATE KEY-----`,
          'g',
        ),
        least: 80,
        hints: ['begin openssh private key'],
      },
    ],
  },
  {
    id: 'PGP_PRIVATE_KEY',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: new RegExp(
          '-----BEGIN PGP PRIVATE KEY BLOCK-----[^-]{16,13000}-----END PGP PRIVATE KEY BLOCK-----',
          'g',
        ),
        least: 80,
        hints: ['begin pgp private key'],
      },
    ],
  },
  {
    id: 'PKCS',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: new RegExp(
          `-----BEGIN (?:RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY-----${BODY}-----END (?:RSA |EC |DSA |ENCRYPTED )?PRIVATE KEY-----`,
          'g',
        ),
        least: 68,
        hints: ['private key-----'],
      },
    ],
  },
  {
    id: 'PUTTY_PRIVATE_KEY',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern:
          /PuTTY-User-Key-File-\d: ?[A-Za-z0-9-]{1,64}\s{1,2}Encryption: ?[A-Za-z0-9-]{1,64}\s{1,2}Comment: ?[A-Za-z0-9-]{0,256}\s{1,2}Public-Lines: ?\d{1,4}\s[A-Za-z0-9+/=\s]{1,4000}Private-Lines: ?\d{1,4}\s[A-Za-z0-9+/=\s]{1,7000}Private-MAC: ?[A-Za-z0-9+-]{1,256}/g,
        least: 90,
        hints: ['putty-user-key-file'],
      },
    ],
  },
  {
    id: 'STRIPE_CREDENTIALS',
    category: 'CREDENTIALS',
    severities: HIGH,
    keywords: [],
    patterns: [
      {
        pattern: /(?<![A-Za-z0-9_])[spr]k_(?:live|test)_[A-Za-z0-9]{10,247}/g,
        least: 18,
        hints: ['k_live_', 'k_test_'],
        check: (found) => !EXAMPLES.has(found),
      },
    ],
  },
];
