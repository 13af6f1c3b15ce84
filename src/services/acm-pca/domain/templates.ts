import { EXTENDED_KEY_USAGES, type KeyUsageName } from '../../../crypto/x509/usages.ts';

/** What a template makes of a request. */
export interface Template {
  /** Set for certificates of authorities. */
  readonly authority?: { readonly pathLength?: number };
  readonly keyUsages: readonly KeyUsageName[];
  /** Dotted identifiers. */
  readonly extendedKeyUsages: readonly string[];
  readonly critical: { readonly constraints?: boolean; readonly extendedKeyUsages?: boolean };
  /** It says nothing of what a key may do: the caller does. */
  readonly isBlank: boolean;
  /** Takes what the call brings. */
  readonly fromCall: boolean;
  /** Takes what the signing request asks for, beyond its subject and names. */
  readonly fromRequest: boolean;
}

type Form = Omit<Template, 'isBlank' | 'fromCall' | 'fromRequest'>;

const {
  TLS_WEB_SERVER_AUTHENTICATION: SERVER,
  TLS_WEB_CLIENT_AUTHENTICATION: CLIENT,
  CODE_SIGNING,
  OCSP_SIGNING,
} = EXTENDED_KEY_USAGES;

function endEntity(...extendedKeyUsages: readonly string[]): Form {
  const keyUsages = ['DIGITAL_SIGNATURE', 'KEY_ENCIPHERMENT'] as const;
  return { keyUsages, extendedKeyUsages, critical: {} };
}

function signing(usage: string): Form {
  const critical = { extendedKeyUsages: true };
  return { keyUsages: ['DIGITAL_SIGNATURE'], extendedKeyUsages: [usage], critical };
}

function authority(pathLength?: number): Form {
  return {
    authority: pathLength === undefined ? {} : { pathLength },
    keyUsages: ['DIGITAL_SIGNATURE', 'CERTIFICATE_SIGNING', 'CRL_SIGNING'],
    extendedKeyUsages: [],
    critical: {},
  };
}

const BLANK: Form = { keyUsages: [], extendedKeyUsages: [], critical: {} };

/** By name, without what tells of passing on. Source: AWS Private CA User Guide, "template definitions". */
const FORMS: ReadonlyMap<string, Form> = new Map([
  ['EndEntityCertificate', endEntity(SERVER, CLIENT)],
  ['EndEntityServerAuthCertificate', endEntity(SERVER)],
  ['EndEntityClientAuthCertificate', endEntity(CLIENT)],
  ['CodeSigningCertificate', signing(CODE_SIGNING)],
  ['OCSPSigningCertificate', signing(OCSP_SIGNING)],
  ['RootCACertificate', authority()],
  ['SubordinateCACertificate_PathLen0', authority(0)],
  ['SubordinateCACertificate_PathLen1', authority(1)],
  ['SubordinateCACertificate_PathLen2', authority(2)],
  ['SubordinateCACertificate_PathLen3', authority(3)],
]);

const BLANK_FORMS: ReadonlyMap<string, Form> = new Map([
  ['BlankEndEntityCertificate', BLANK],
  [
    'BlankEndEntityCertificate_CriticalBasicConstraints',
    { ...BLANK, critical: { constraints: true } },
  ],
  ['BlankRootCACertificate', { ...BLANK, authority: {} }],
  ...[0, 1, 2, 3].flatMap((pathLength) => [
    [
      `BlankRootCACertificate_PathLen${pathLength}`,
      { ...BLANK, authority: { pathLength } },
    ] as const,
    [
      `BlankSubordinateCACertificate_PathLen${pathLength}`,
      { ...BLANK, authority: { pathLength } },
    ] as const,
  ]),
]);

const NAME = /^arn:[\w-]+:acm-pca:::template\/(\w+?)(?:_(API|CSR|APICSR)Passthrough)?\/V1$/;

export const DEFAULT_TEMPLATE = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1';

/** Undefined: there is no such template. */
export function templateOf(arn = DEFAULT_TEMPLATE): Template | undefined {
  const [, name = '', passing = ''] = NAME.exec(arn) ?? [];
  const isBlank = BLANK_FORMS.has(name);
  const form = BLANK_FORMS.get(name) ?? FORMS.get(name);
  if (form === undefined || (isBlank && passing === '')) return undefined;
  return {
    ...form,
    isBlank,
    fromCall: passing.startsWith('API'),
    fromRequest: passing.endsWith('CSR'),
  };
}
