/** A distinguished name: attribute types as dotted identifiers, with their values, in order. */
export type DistinguishedName = readonly (readonly [type: string, value: string])[];

/** Attribute types by the names that AWS's APIs give them. */
export const NAME_TYPES = {
  CommonName: '2.5.4.3',
  Surname: '2.5.4.4',
  SerialNumber: '2.5.4.5',
  Country: '2.5.4.6',
  Locality: '2.5.4.7',
  State: '2.5.4.8',
  Organization: '2.5.4.10',
  OrganizationalUnit: '2.5.4.11',
  Title: '2.5.4.12',
  GivenName: '2.5.4.42',
  Initials: '2.5.4.43',
  GenerationQualifier: '2.5.4.44',
  DistinguishedNameQualifier: '2.5.4.46',
  Pseudonym: '2.5.4.65',
} as const;

export type NameType = keyof typeof NAME_TYPES;

export const DOMAIN_COMPONENT = '0.9.2342.19200300.100.1.25';

const SHORT_NAMES: Readonly<Record<string, string>> = {
  [NAME_TYPES.CommonName]: 'CN',
  [NAME_TYPES.Country]: 'C',
  [NAME_TYPES.Locality]: 'L',
  [NAME_TYPES.State]: 'ST',
  [NAME_TYPES.Organization]: 'O',
  [NAME_TYPES.OrganizationalUnit]: 'OU',
  [DOMAIN_COMPONENT]: 'DC',
};

/** `CN=www.example.com,O=Example`, in the order of the certificate. */
export function nameText(name: DistinguishedName): string {
  return name.map(([type, value]) => `${SHORT_NAMES[type] ?? type}=${value}`).join(',');
}

/** The first value of a type. */
export function nameValue(name: DistinguishedName, type: NameType): string | undefined {
  return name.find(([oid]) => oid === NAME_TYPES[type])?.[1];
}

/** Another name of a certificate's subject. */
export interface AlternativeName {
  readonly kind: 'dns' | 'email' | 'ip' | 'uri' | 'registeredId';
  readonly value: string;
}
