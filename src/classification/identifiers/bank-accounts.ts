import { isVaried, passesIban, remainder97, weighted, placed } from '../check-digits.ts';
import {
  HIGH,
  keywordList,
  lengths,
  type ManagedIdentifier,
  type WordForm,
} from '../identifier.ts';

/** Countries by their code: what their identifier is called, and how long their IBANs are (ISO 13616 registry). */
const COUNTRIES: readonly (readonly [code: string, name: string, length: number])[] = [
  ['AL', 'ALBANIA', 28],
  ['AD', 'ANDORRA', 24],
  ['BA', 'BOSNIA_AND_HERZEGOVINA', 20],
  ['BR', 'BRAZIL', 29],
  ['BG', 'BULGARIA', 22],
  ['CR', 'COSTA_RICA', 22],
  ['HR', 'CROATIA', 21],
  ['CY', 'CYPRUS', 28],
  ['CZ', 'CZECH_REPUBLIC', 24],
  ['DK', 'DENMARK', 18],
  ['DO', 'DOMINICAN_REPUBLIC', 28],
  ['EG', 'EGYPT', 29],
  ['EE', 'ESTONIA', 20],
  ['FO', 'FAROE_ISLANDS', 18],
  ['FI', 'FINLAND', 18],
  ['FR', 'FRANCE', 27],
  ['GE', 'GEORGIA', 22],
  ['DE', 'GERMANY', 22],
  ['GR', 'GREECE', 27],
  ['GL', 'GREENLAND', 18],
  ['HU', 'HUNGARY', 28],
  ['IS', 'ICELAND', 26],
  ['IE', 'IRELAND', 22],
  ['IT', 'ITALY', 27],
  ['JO', 'JORDAN', 30],
  ['XK', 'KOSOVO', 20],
  ['LI', 'LIECHTENSTEIN', 21],
  ['LT', 'LITHUANIA', 20],
  ['MT', 'MALTA', 31],
  ['MR', 'MAURITANIA', 27],
  ['MU', 'MAURITIUS', 30],
  ['MC', 'MONACO', 27],
  ['ME', 'MONTENEGRO', 22],
  ['NL', 'NETHERLANDS', 18],
  ['MK', 'NORTH_MACEDONIA', 19],
  ['PL', 'POLAND', 28],
  ['PT', 'PORTUGAL', 25],
  ['SM', 'SAN_MARINO', 27],
  ['SN', 'SENEGAL', 28],
  ['RS', 'SERBIA', 22],
  ['SK', 'SLOVAKIA', 24],
  ['SI', 'SLOVENIA', 19],
  ['ES', 'SPAIN', 24],
  ['SE', 'SWEDEN', 24],
  ['CH', 'SWITZERLAND', 21],
  ['TL', 'TIMOR_LESTE', 23],
  ['TN', 'TUNISIA', 24],
  ['TR', 'TURKIYE', 26],
  ['GB', 'UK', 22],
  ['UA', 'UKRAINE', 29],
  ['AE', 'UNITED_ARAB_EMIRATES', 23],
  ['VG', 'VIRGIN_ISLANDS', 24],
];

const ENGLISH =
  'account code, account number, accountno#, accountnumber#, bban, customer account id, customer account number, customer bank account id, iban';

interface Domestic {
  readonly keywords: readonly string[];
  readonly words: readonly WordForm[];
}

/** The control digits of Spain's accounts: one for bank and branch, one for the account. */
function passesSpanish(compact: string): boolean {
  const digitOf = (digits: string): string => {
    const rest = 11 - (weighted(digits, [1, 2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11);
    return rest === 11 ? '0' : rest === 10 ? '1' : String(rest);
  };
  const [first, second] = compact.slice(8, 10);
  return digitOf(`00${compact.slice(0, 8)}`) === first && digitOf(compact.slice(10)) === second;
}

/** The key of France's accounts; letters count as the digits of a telephone's rows of nine. */
function passesFrench(compact: string): boolean {
  const digits = compact.replace(/[A-Z]/g, (letter) => {
    const at = letter.charCodeAt(0) - 65;
    return String(at < 18 ? (at % 9) + 1 : (at % 9) + 2);
  });
  const part = (from: number, to: number): number => remainder97(digits.slice(from, to));
  return (89 * part(0, 5) + 15 * part(5, 10) + 3 * part(10, 21) + part(21, 23)) % 97 === 0;
}

/** The letter in front of Italy's accounts, from 22 signs that weigh otherwise in odd places. */
function passesItalian(compact: string): boolean {
  const ODD = [
    1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
  ];
  let sum = 0;
  for (const [at, sign] of placed(compact.slice(1))) {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    sum += at % 2 === 0 ? (ODD[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === compact[0];
}

/** Accounts as their own countries write them: these need a keyword. */
const DOMESTIC: Readonly<Record<string, Domestic>> = {
  FR: {
    keywords: keywordList(`${ENGLISH}, code bancaire, compte bancaire, numéro de compte`),
    words: [
      {
        lengths: [23],
        form: /^\d{5}[ -]?\d{5}[ -]?[0-9A-Za-z]{11}[ -]?\d{2}$/,
        check: passesFrench,
      },
    ],
  },
  DE: {
    keywords: keywordList(
      `${ENGLISH}, bankleitzahl, geheimzahl, kartennummer, kontonummer, kreditkartennummer, sepa`,
    ),
    words: [{ lengths: [18], form: /^[1-9]\d{7}[ -]?\d{10}$/, check: isVaried }],
  },
  IT: {
    keywords: keywordList(`${ENGLISH}, codice bancario, conto bancario, numero di conto`),
    words: [
      {
        lengths: [23],
        form: /^[A-Za-z][ -]?\d{5}[ -]?\d{5}[ -]?[0-9A-Za-z]{12}$/,
        check: passesItalian,
      },
    ],
  },
  ES: {
    keywords: keywordList(
      `${ENGLISH}, código cuenta, código cuenta bancaria, cuenta cliente id, número cuenta bancaria cliente, número cuenta cliente`,
    ),
    words: [
      {
        lengths: [20],
        form: /^\d{4}[ -]?\d{4}[ -]?\d{2}[ -]?\d{10}$|^\d{4}([ -]\d{4}){4}$/,
        check: passesSpanish,
      },
    ],
  },
  GB: {
    keywords: keywordList(`${ENGLISH}, sepa`),
    words: [
      { lengths: [18], form: /^[A-Z]{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{2}$/ },
      { lengths: [14], form: /^\d{2}-\d{2}-\d{2} ?\d{8}$|^\d{6} \d{8}$/, check: isVaried },
    ],
  },
};

function ofCountry([code, name, length]: (typeof COUNTRIES)[number]): ManagedIdentifier {
  const domestic = DOMESTIC[code];
  const iban: WordForm = {
    lengths: [length],
    form: new RegExp(
      `^${code}\\d{2}(?:[0-9A-Z]{${length - 4}}|(?: [0-9A-Z]{4})+(?: [0-9A-Z]{1,3})?|(?:-[0-9A-Z]{4})+(?:-[0-9A-Z]{1,3})?)$`,
      'i',
    ),
    check: passesIban,
    isPlain: true,
  };
  return {
    id: `${name}_BANK_ACCOUNT_NUMBER`,
    category: 'FINANCIAL_INFORMATION',
    severities: HIGH,
    keywords: domestic?.keywords ?? [],
    words: [iban, ...(domestic?.words ?? [])],
  };
}

export const bankAccounts: readonly ManagedIdentifier[] = [
  {
    id: 'BANK_ACCOUNT_NUMBER',
    category: 'FINANCIAL_INFORMATION',
    severities: HIGH,
    keywords: keywordList(
      'bank account, bank acct, checking account, checking acct, deposit account, deposit acct, savings account, savings acct, chequing account, chequing acct',
    ),
    words: [{ lengths: lengths(9, 17), form: /^\d{9,17}$/, check: isVaried }],
  },
  ...COUNTRIES.map(ofCountry),
];
