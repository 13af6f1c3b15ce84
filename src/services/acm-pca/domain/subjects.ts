import type { ASN1Subject, GeneralName } from '../../../../models/acm-pca/types.ts';
import {
  type AlternativeName,
  type DistinguishedName,
  NAME_TYPES,
} from '../../../crypto/x509/names.ts';
import { invalidArguments, unbuilt } from '../errors.ts';

const ORDER = [
  'Country',
  'Organization',
  'OrganizationalUnit',
  'DistinguishedNameQualifier',
  'State',
  'CommonName',
  'SerialNumber',
  'Locality',
  'Title',
  'Surname',
  'GivenName',
  'Initials',
  'Pseudonym',
  'GenerationQualifier',
] as const;

/** A subject as certificates have it. Errors: InvalidArgsException. */
export function subjectName(subject: ASN1Subject): DistinguishedName {
  const known = ORDER.flatMap((type) => {
    const value = subject[type];
    return value === undefined ? [] : [[NAME_TYPES[type], value] as const];
  });
  const custom = (subject.CustomAttributes ?? []).map(
    ({ ObjectIdentifier, Value }) => [ObjectIdentifier, Value] as const,
  );
  if (known.length > 0 && custom.length > 0) {
    throw invalidArguments(
      'Custom attributes and standard attributes can not be specified together.',
    );
  }
  return custom.length > 0 ? custom : known;
}

/** Errors: 501 for kinds of name that are not built. */
export function alternativeName(name: GeneralName): AlternativeName {
  const { DnsName, Rfc822Name, IpAddress, UniformResourceIdentifier, RegisteredId } = name;
  if (DnsName !== undefined) return { kind: 'dns', value: DnsName };
  if (Rfc822Name !== undefined) return { kind: 'email', value: Rfc822Name };
  if (IpAddress !== undefined) return { kind: 'ip', value: IpAddress };
  if (UniformResourceIdentifier !== undefined) {
    return { kind: 'uri', value: UniformResourceIdentifier };
  }
  if (RegisteredId !== undefined) return { kind: 'registeredId', value: RegisteredId };
  throw unbuilt('IssueCertificate', 'directory, EDI party and other names');
}
