import {
  type AlternativeName,
  type DistinguishedName,
  DOMAIN_COMPONENT,
  NAME_TYPES,
} from './names.ts';

/** The library tells well-known types by its own short names. */
const SHORT_TYPES: ReadonlyMap<string, string> = new Map([
  ['CN', NAME_TYPES.CommonName],
  ['L', NAME_TYPES.Locality],
  ['ST', NAME_TYPES.State],
  ['O', NAME_TYPES.Organization],
  ['OU', NAME_TYPES.OrganizationalUnit],
  ['C', NAME_TYPES.Country],
  ['DC', DOMAIN_COMPONENT],
  ['E', '1.2.840.113549.1.9.1'],
  ['G', NAME_TYPES.GivenName],
  ['I', NAME_TYPES.Initials],
  ['SN', NAME_TYPES.Surname],
  ['T', NAME_TYPES.Title],
]);

/** A name as the library takes it. */
export function nameInJson(name: DistinguishedName): Record<string, string[]>[] {
  return name.map(([type, value]) => ({ [type]: [value] }));
}

/** A name as the library tells it. */
export function flatName(name: readonly Readonly<Record<string, string[]>>[]): DistinguishedName {
  return name.flatMap((part) =>
    Object.entries(part).flatMap(([type, values]) =>
      values.map((value) => [SHORT_TYPES.get(type) ?? type, value] as const),
    ),
  );
}

const NAME_KINDS = {
  dns: 'dns',
  email: 'email',
  ip: 'ip',
  uri: 'url',
  registeredId: 'id',
} as const;

/** Other names of a subject as the library takes them. */
export function alternativeNames(names: readonly AlternativeName[]) {
  return names.map(({ kind, value }) => ({ type: NAME_KINDS[kind], value }));
}
