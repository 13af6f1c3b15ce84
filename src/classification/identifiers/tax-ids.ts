import { isVaried, mod11Check, passesMod11And10, weighted, placed } from '../check-digits.ts';
import {
  HIGH,
  type ManagedIdentifier,
  personal,
  type Severities,
  type WordForm,
} from '../identifier.ts';
import { passesSpanishLetter } from './national-ids.ts';

const OF_ORGANIZATIONS: Severities = [2, 2, 3];

function tax(
  id: string,
  keywords: string,
  words: readonly WordForm[],
  severities: Severities = HIGH,
): ManagedIdentifier {
  return personal(id, severities, keywords, words);
}

function passesCuit(compact: string): boolean {
  const check = (11 - (weighted(compact, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return isVaried(compact) && check !== 10 && String(check) === compact[10];
}

const ARGENTINA =
  'argentina taxpayer id, clave única de identificación tributaria, cuil, c.u.i.l, cuit, c.u.i.t, número de identificación fiscal, número de contribuyente, unified labor identification code';

function cuit(prefixes: string): WordForm {
  return {
    lengths: [11],
    form: new RegExp(`^(?:${prefixes})([ -]?)\\d{8}\\1\\d$`),
    check: passesCuit,
  };
}

function passesCpf(compact: string): boolean {
  if (!isVaried(compact)) return false;
  const first = mod11Check(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2], '0');
  const second = mod11Check(compact, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2], '0');
  return `${first}${second}` === compact.slice(9);
}

function passesCnpj(compact: string): boolean {
  if (!isVaried(compact)) return false;
  const first = mod11Check(compact, [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], '0');
  const second = mod11Check(compact, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2], '0');
  return `${first}${second}` === compact.slice(12);
}

const BRAZIL =
  'cadastro de pessoa física, cadastro de pessoa fisica, cadastro de pessoas físicas, cadastro de pessoas fisicas, cadastro nacional da pessoa jurídica, cadastro nacional da pessoa juridica, cnpj, cpf';

/** Colombia's check digit: the remainder itself where it is 0 or 1. */
function passesNit(compact: string): boolean {
  const digits = compact.slice(0, -1).padStart(15, '0');
  const rest = weighted(digits, [71, 67, 59, 53, 47, 43, 41, 37, 29, 23, 19, 17, 13, 7, 3]) % 11;
  return isVaried(compact) && String(rest > 1 ? 11 - rest : rest) === compact.at(-1);
}

/** Germany: of the first ten digits one stands twice or three times, as the numbers are given out. */
function passesGermanTax(compact: string): boolean {
  const counts = new Map<string, number>();
  for (const digit of compact.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && passesMod11And10(compact);
}

/** Spain's companies: a digit or a letter behind seven digits, as the kind of company has it. */
function passesCif(compact: string): boolean {
  const digits = compact.slice(1, 8);
  let sum = 0;
  for (const [at, digit] of placed(digits)) {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  const check = (10 - (sum % 10)) % 10;
  return (
    isVaried(digits) && (compact[8] === String(check) || compact[8] === 'JABCDEFGHI'.charAt(check))
  );
}

const SPAIN =
  'cif, cif número, cifnúmero#, nie, nif, número de contribuyente, número de identidad de extranjero, número de identificación fiscal, número de impuesto corporativo, personal tax number, tax id, tax identification number, tax number, tin, tin#';

const RFC_EXAMPLES: ReadonlySet<string> = new Set(['XAXX010101000', 'XEXX010101000']);
const RFC_SIGNS = '0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ';

function passesRfc(compact: string): boolean {
  if (RFC_EXAMPLES.has(compact)) return false;
  let sum = 0;
  for (const [at, sign] of placed(compact.padStart(13, ' ').slice(0, 12))) {
    sum += RFC_SIGNS.indexOf(sign) * (13 - at);
  }
  const rest = 11 - (sum % 11);
  return (rest === 11 ? '0' : rest === 10 ? 'A' : String(rest)) === compact.at(-1);
}

const RFC_DATE = '\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])';
const MEXICO =
  'código del registro federal de contribuyentes, identificación de impuestos, identificacion de impuestos, impuesto al valor agregado, iva, iva#, i.v.a., registro federal de contribuyentes, rfc, rfc#, r.f.c.';

/** UK: the digit in front answers for the other nine. */
function passesUtr(compact: string): boolean {
  const rest = weighted(compact.slice(1), [6, 7, 8, 9, 10, 5, 4, 3, 2]) % 11;
  return isVaried(compact) && '21987654321'.charAt(rest) === compact[0];
}

export const taxIds: readonly ManagedIdentifier[] = [
  tax('ARGENTINA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER', ARGENTINA, [cuit('20|23|24|25|26|27')]),
  tax(
    'ARGENTINA_ORGANIZATION_TAX_IDENTIFICATION_NUMBER',
    ARGENTINA,
    [cuit('30|33|34')],
    OF_ORGANIZATIONS,
  ),
  tax('AUSTRALIA_TAX_FILE_NUMBER', 'tax file number, tfn', [
    {
      lengths: [9],
      form: /^\d{3}([ -]?)\d{3}\1\d{3}$/,
      check: (compact) =>
        isVaried(compact) && weighted(compact, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    },
    {
      lengths: [8],
      form: /^\d{8}$/,
      check: (compact) =>
        isVaried(compact) && weighted(compact, [10, 7, 8, 4, 6, 3, 5, 1]) % 11 === 0,
    },
  ]),
  tax('BRAZIL_CNPJ_NUMBER', BRAZIL, [
    { lengths: [14], form: /^\d{2}\.?\d{3}\.?\d{3}\/?\d{4}-?\d{2}$/, check: passesCnpj },
  ]),
  tax('BRAZIL_CPF_NUMBER', BRAZIL, [
    { lengths: [11], form: /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/, check: passesCpf },
  ]),
  tax('COLOMBIA_INDIVIDUAL_NIT_NUMBER', 'nit, nit., nit#, n.i.t.', [
    { lengths: [11], form: /^1\.?\d{3}\.?\d{3}\.?\d{3}-?\d$/, check: passesNit },
    { lengths: [8, 9], form: /^[1-7]\d{6,7}-\d$/, check: passesNit },
  ]),
  tax(
    'COLOMBIA_ORGANIZATION_NIT_NUMBER',
    'nit, nit., nit#, n.i.t.',
    [{ lengths: [10], form: /^[89]\d{2}\.?\d{3}\.?\d{3}-?\d$/, check: passesNit }],
    OF_ORGANIZATIONS,
  ),
  tax(
    'FRANCE_TAX_IDENTIFICATION_NUMBER',
    "numéro d'identification fiscal, tax id, tax identification number, tax number, tin, tin#",
    [
      {
        lengths: [13],
        form: /^[0-3]\d( ?)\d{2}\1\d{3}\1\d{3}\1\d{3}$/,
        check: (compact) =>
          isVaried(compact) && Number(compact.slice(0, 10)) % 511 === Number(compact.slice(10)),
      },
    ],
  ),
  tax(
    'GERMANY_TAX_IDENTIFICATION_NUMBER',
    'identifikationsnummer, steuer id, steueridentifikationsnummer, steuernummer, tax id, tax identification number, tax number',
    [{ lengths: [11], form: /^[1-9]\d([ /]?)\d{3}\1\d{3}\1\d{3}$/, check: passesGermanTax }],
  ),
  tax('INDIA_PERMANENT_ACCOUNT_NUMBER', 'e-pan, pan card, pan number, permanent account number', [
    { lengths: [10], form: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/i },
  ]),
  tax('MEXICO_INDIVIDUAL_RFC_NUMBER', MEXICO, [
    {
      lengths: [13],
      form: new RegExp(`^[A-Z]{4}-?${RFC_DATE}-?[A-Z\\d]{2}[\\dA]$`, 'i'),
      check: passesRfc,
    },
  ]),
  tax(
    'MEXICO_ORGANIZATION_RFC_NUMBER',
    MEXICO,
    [
      {
        lengths: [12],
        form: new RegExp(`^[A-Z]{3}-?${RFC_DATE}-?[A-Z\\d]{2}[\\dA]$`, 'i'),
        check: passesRfc,
      },
    ],
    OF_ORGANIZATIONS,
  ),
  tax('SPAIN_NIE_NUMBER', SPAIN, [
    { lengths: [9], form: /^[XYZ][ -]?\d{7}[ -]?[A-Z]$/i, check: passesSpanishLetter },
  ]),
  tax('SPAIN_NIF_NUMBER', SPAIN, [
    { lengths: [9], form: /^\d{8}[ -]?[A-Z]$/i, check: passesSpanishLetter },
  ]),
  tax('SPAIN_TAX_IDENTIFICATION_NUMBER', SPAIN, [
    { lengths: [9], form: /^[A-HJNP-SUVW][ -]?\d{7}[ -]?[A-J\d]$/i, check: passesCif },
  ]),
  tax(
    'UK_TAX_IDENTIFICATION_NUMBER',
    'paye, tax id, tax id no., tax id number, tax identification, tax identification#, tax no., tax number, tax reference, tax#, taxid#, temporary reference number, tin, trn, unique tax reference, unique taxpayer reference, utr',
    [{ lengths: [10], form: /^\d{5} ?\d{5}$/, check: passesUtr }],
  ),
  tax(
    'USA_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
    'i.t.i.n., individual taxpayer identification number, itin',
    [
      {
        lengths: [9],
        form: /^9\d{2}([ -]?)(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\1\d{4}$/,
      },
    ],
  ),
];
