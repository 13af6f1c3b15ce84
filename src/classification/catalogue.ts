import type { ManagedIdentifier } from './identifier.ts';
import { bankAccounts } from './identifiers/bank-accounts.ts';
import { cards } from './identifiers/cards.ts';
import { contacts } from './identifiers/contacts.ts';
import { credentials } from './identifiers/credentials.ts';
import { health, licences, passports, vehicles } from './identifiers/documents.ts';
import { nationalIds } from './identifiers/national-ids.ts';
import { taxIds } from './identifiers/tax-ids.ts';

/** Every managed data identifier that judges. `NAME`, of people, is none: nothing here would tell names from other words. */
export const MANAGED: readonly ManagedIdentifier[] = [
  ...credentials,
  ...cards,
  ...bankAccounts,
  ...nationalIds,
  ...taxIds,
  ...licences,
  ...passports,
  ...vehicles,
  ...health,
  ...contacts,
];

const BY_ID: ReadonlyMap<string, ManagedIdentifier> = new Map(
  MANAGED.map((identifier) => [identifier.id, identifier]),
);

export function managedIdentifier(id: string): ManagedIdentifier | undefined {
  return BY_ID.get(id);
}

/** Those that AWS has and nothing here judges, by why. */
export const UNJUDGED: ReadonlyMap<string, string> = new Map([
  ['NAME', 'names of people: nothing here tells them from other words'],
]);

/** What AWS recommends for jobs. */
export const RECOMMENDED: readonly string[] =
  'AWS_CREDENTIALS HTTP_BASIC_AUTH_HEADER OPENSSH_PRIVATE_KEY PGP_PRIVATE_KEY PKCS PUTTY_PRIVATE_KEY CREDIT_CARD_MAGNETIC_STRIPE CREDIT_CARD_NUMBER CANADA_DRIVERS_LICENSE DRIVERS_LICENSE UK_DRIVERS_LICENSE UK_ELECTORAL_ROLL_NUMBER FRANCE_NATIONAL_IDENTIFICATION_NUMBER GERMANY_NATIONAL_IDENTIFICATION_NUMBER ITALY_NATIONAL_IDENTIFICATION_NUMBER SPAIN_DNI_NUMBER UK_NATIONAL_INSURANCE_NUMBER CANADA_PASSPORT_NUMBER FRANCE_PASSPORT_NUMBER GERMANY_PASSPORT_NUMBER ITALY_PASSPORT_NUMBER SPAIN_PASSPORT_NUMBER UK_PASSPORT_NUMBER USA_PASSPORT_NUMBER CANADA_SOCIAL_INSURANCE_NUMBER SPAIN_SOCIAL_SECURITY_NUMBER USA_SOCIAL_SECURITY_NUMBER AUSTRALIA_TAX_FILE_NUMBER BRAZIL_CPF_NUMBER FRANCE_TAX_IDENTIFICATION_NUMBER GERMANY_TAX_IDENTIFICATION_NUMBER SPAIN_NIE_NUMBER SPAIN_NIF_NUMBER SPAIN_TAX_IDENTIFICATION_NUMBER USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER'.split(
    ' ',
  );
