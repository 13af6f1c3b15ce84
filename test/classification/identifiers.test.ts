import { expect, test } from 'vitest';
import { MANAGED, RECOMMENDED } from '../../src/classification/catalogue.ts';
import { classify } from '../../src/classification/classify.ts';
import { scannerOf } from '../../src/classification/plan.ts';

const scanner = scannerOf({
  managed: MANAGED.map(({ id }) => id),
  customs: [],
  allowed: { words: [], patterns: [] },
});

async function* one(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function idsIn(text: string): Promise<readonly string[]> {
  const { detections } = await classify(scanner, { key: 'a.txt', bytes: one(text) });
  return detections.map(({ id }) => id);
}

const PEM = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7';

/** What is found, and what looks like it and is not: a wrong check digit, a wrong form, no keyword. */
const CASES: readonly (readonly [id: string, found: string, ...quiet: string[]])[] = [
  ['GCP_API_KEY', `GCP api key: AIza${'SyA1b2C3d4E5f6G7h8I9j0K1l2M3n4O5p6q7'.slice(0, 35)}`],
  [
    'HTTP_BASIC_AUTH_HEADER',
    'Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==',
    'Authorization: Bearer QWxhZGRpbg==',
  ],
  [
    'JSON_WEB_TOKEN',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
    'eyJub3QiOiJhIHRva2VuIn0.eyJzdWIiOiIxMjM0NTY3ODkwIn0.abc',
  ],
  [
    'OPENSSH_PRIVATE_KEY',
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${PEM}\n-----END OPENSSH PRIVATE KEY-----`,
  ],
  [
    'PKCS',
    `-----BEGIN RSA PRIVATE KEY-----\n${PEM}\n-----END RSA PRIVATE KEY-----`,
    `-----BEGIN PUBLIC KEY-----\n${PEM}\n-----END PUBLIC KEY-----`,
  ],
  [
    'PGP_PRIVATE_KEY',
    `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${PEM}\n-----END PGP PRIVATE KEY BLOCK-----`,
  ],
  ['STRIPE_CREDENTIALS', 'sk_live_a1B2c3D4e5F6g7H8i9J0k1L2', 'sk_test_4eC39HqLyjWDarjtT1zdp7dc'],
  ['CREDIT_CARD_EXPIRATION', 'expiration: 02/2027', '02/2027'],
  ['CREDIT_CARD_SECURITY_CODE', 'cvv 123', 'room 123'],
  ['GERMANY_BANK_ACCOUNT_NUMBER', 'DE89 3704 0044 0532 0130 00', 'DE88 3704 0044 0532 0130 00'],
  ['FRANCE_BANK_ACCOUNT_NUMBER', 'FR1420041010050500013M02606'],
  ['SPAIN_BANK_ACCOUNT_NUMBER', 'ES91-2100-0418-4502-0005-1332', 'ES92-2100-0418-4502-0005-1332'],
  [
    'ITALY_BANK_ACCOUNT_NUMBER',
    'conto bancario X0542811101000000123456',
    'conto bancario Y0542811101000000123456',
  ],
  ['BANK_ACCOUNT_NUMBER', 'checking account 123456789012', 'invoice 123456789012'],
  ['UK_NATIONAL_INSURANCE_NUMBER', 'nino AB 12 34 56 C', 'nino BG 12 34 56 C'],
  [
    'CANADA_SOCIAL_INSURANCE_NUMBER',
    'social insurance number 130-692-544',
    'social insurance number 130-692-545',
  ],
  ['INDIA_AADHAAR_NUMBER', 'aadhaar 2341 2341 2346', 'aadhaar 2341 2341 2347'],
  ['INDIA_PERMANENT_ACCOUNT_NUMBER', 'pan number ABCPE1234F', 'pan number ABCXE1234F'],
  ['SPAIN_DNI_NUMBER', 'DNI: 12345678Z', 'DNI: 12345678A'],
  ['SPAIN_NIE_NUMBER', 'nie X1234567L', 'nie X1234567A'],
  [
    'ITALY_NATIONAL_IDENTIFICATION_NUMBER',
    'codice fiscale RSSMRA85T10A562S',
    'codice fiscale RSSMRA85T10A562T',
  ],
  [
    'FRANCE_NATIONAL_IDENTIFICATION_NUMBER',
    'insee 2 55 08 14 168 025 38',
    'insee 2 55 08 14 168 025 39',
  ],
  ['CHILE_RUT_NUMBER', 'RUT 12.345.678-5', 'RUT 12.345.678-6'],
  ['BRAZIL_CPF_NUMBER', 'CPF 529.982.247-25', 'CPF 529.982.247-26'],
  ['BRAZIL_CNPJ_NUMBER', 'cnpj 11.222.333/0001-81', 'cnpj 11.222.333/0001-82'],
  ['ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'CUIT 20-12345678-6', 'CUIT 20-12345678-7'],
  ['GERMANY_TAX_IDENTIFICATION_NUMBER', 'steuer id 86095742719', 'steuer id 86095742718'],
  ['AUSTRALIA_TAX_FILE_NUMBER', 'tfn 123 456 782', 'tfn 123 456 783'],
  ['USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', 'itin 912-70-1234', 'itin 812-70-1234'],
  ['UK_NHS_NUMBER', 'nhs 943 476 5919', 'nhs 943 476 5918'],
  ['USA_NATIONAL_PROVIDER_IDENTIFIER', 'npi 1234567893', 'npi 1234567894'],
  ['US_DRUG_ENFORCEMENT_AGENCY_NUMBER', 'dea number AB1234563', 'dea number AB1234564'],
  ['USA_PASSPORT_NUMBER', 'passport: 340020013', 'ticket: 340020013'],
  ['DRIVERS_LICENSE', "driver's license D1234567", 'part D1234567'],
  ['VEHICLE_IDENTIFICATION_NUMBER', 'vin 1M8GDM9AXKP042788', 'vin 1M8GDM9A1KP042788'],
  ['DATE_OF_BIRTH', 'date of birth: 12 March 1980', 'meeting: 12 March 1980'],
  ['PHONE_NUMBER', 'call +1 (425) 555-0100', 'call (425) 555-0100'],
  ['UK_PHONE_NUMBER', 'telephone 020 7946 0018', 'reference 020 7946 0018'],
  ['LATITUDE_LONGITUDE', 'position 41.948614,-87.655311', 'position 99.948614,-87.655311'],
  ['HTTP_COOKIE', 'Set-Cookie: id=TWlrZQ'],
  ['ADDRESS', '410 Terry Avenue North, Seattle, WA 98109', '410 items, Seattle'],
  ['BRAZIL_CEP_CODE', 'cep 01310-100', 'code 01310-100'],
];

test('each kind of data is found by its form, its check digits and its keywords', async () => {
  for (const [id, found, ...quiet] of CASES) {
    expect(await idsIn(found), found).toContain(id);
    for (const text of quiet) expect(await idsIn(text), text).not.toContain(id);
  }
  expect(CASES).toHaveLength(42);
});

test('the catalogue: 165 identifiers, each once, and all that are recommended', () => {
  const ids = new Set(MANAGED.map(({ id }) => id));
  expect(ids.size).toBe(MANAGED.length);
  expect(ids.size).toBe(165);
  expect(RECOMMENDED.filter((id) => !ids.has(id))).toEqual([]);
});

test('content made to be slow is read in steps that grow with its length alone', async () => {
  const makers: readonly ((size: number) => string)[] = [
    (size) => '1 '.repeat(size / 2),
    (size) => '-----BEGIN PRIVATE KEY-----'.repeat(size / 27),
    (size) => 'eyJ'.repeat(size / 3),
    (size) => 'A'.repeat(size),
    (size) => '1.'.repeat(size / 2),
    (size) => 'Cookie: a=b; '.repeat(size / 13),
    (size) => '12 Main '.repeat(size / 8),
    (size) => '+1 (1) '.repeat(size / 7),
    (size) => 'secret card passport 123456789 '.repeat(size / 31),
  ];
  const size = 512 * 1024;
  for (const make of makers) {
    const { size: read } = await classify(scanner, { key: 'a.txt', bytes: one(make(size)) });
    expect(read).toBeGreaterThan(size - 32);
  }
});
