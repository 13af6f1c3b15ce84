import { isVaried } from '../check-digits.ts';
import {
  keywordList,
  lengths,
  type ManagedIdentifier,
  RISING,
  type Severities,
} from '../identifier.ts';

const PHONE =
  'cell, contact, fax, fax number, mobile, phone, phone number, tel, telephone, telephone number';

/**
 * Numbers of one country: national ones need a keyword, those with a country code none. A national number's groups may be
 * anything that people write; what its digits may be is the country's plan.
 */
function phone(
  id: string,
  code: string,
  sizes: readonly number[],
  plan: RegExp,
  keywords: string = PHONE,
): ManagedIdentifier {
  const inPlan = (found: string): boolean => {
    const digits = found.replace(/\D/g, '').replace(new RegExp(`^(?:00)?${code}(?=\\d{8})`), '');
    return plan.test(digits) || plan.test(`0${digits}`);
  };
  return {
    id,
    category: 'PERSONAL_INFORMATION',
    severities: RISING,
    keywords: keywordList(keywords),
    words: [
      {
        lengths: sizes,
        form: /^\d(?:[ ./-]?\d)+$/,
        check: (compact) => isVaried(compact) && plan.test(compact),
      },
    ],
    patterns: [
      {
        pattern: new RegExp(
          `(?<![\\w+])(?:\\+|00)${code}(?:[ .-]?\\(?\\d{1,4}\\)?){2,6}(?![\\w-])`,
          'g',
        ),
        least: 8,
        hints: [`+${code}`, `00${code}`],
        check: inPlan,
        isPlain: true,
      },
      {
        pattern: /(?<![\w+])\(\d{2,5}\)(?:[ .-]?\d{1,4}){2,4}(?![\w-])/g,
        least: 8,
        hints: ['('],
        check: (found) => plan.test(found.replace(/\D/g, '')),
      },
    ],
  };
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const YEAR = '(?:19|20)\\d{2}';

const GPS: Severities = [1, 2, 2];

function isCoordinate(found: string): boolean {
  const [latitude = 99, longitude = 999] = found.split(/[,\s]+/).map(Number);
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

const STREET =
  '(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Terrace|Ter|Circle|Cir|Highway|Hwy|Parkway|Pkwy|Square|Sq|Close|Crescent|Gardens|Row|Walk)\\.?';
const US_STATE =
  '(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])';
const CA_PROVINCE = '(?:AB|BC|MB|N[BLSTU]|ON|PE|QC|SK|YT)';
const AU_STATE = '(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)';
const PLACE = "[A-Z][A-Za-z.'-]{1,20}(?: [A-Z][A-Za-z.'-]{1,20}){0,2}";
/** A house's number and street, then, perhaps, a flat. */
const HOUSE = `(?<![\\w-])\\d{1,5}[A-Za-z]?(?: [A-Z][A-Za-z.'-]{0,20}){1,4} ${STREET}(?: (?:North|South|East|West|[NS]?[EW]|[NS])\\b\\.?)?(?:,? (?:Apt|Apartment|Suite|Ste|Unit|Flat|#)\\.? ?\\w{1,6})?`;
const GAP = ',?\\s{1,2}';

/**
 * Addresses in English, with a house, a street, a place and a postal code that fits the country. Nothing here knows the names of
 * cities: that a place is named is told from where it stands.
 */
const address: ManagedIdentifier = {
  id: 'ADDRESS',
  category: 'PERSONAL_INFORMATION',
  severities: RISING,
  keywords: [],
  patterns: [
    {
      pattern: new RegExp(
        `${HOUSE}${GAP}${PLACE}${GAP}(?:${US_STATE}${GAP}\\d{5}(?:-\\d{4})?|${CA_PROVINCE}${GAP}[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|${AU_STATE}${GAP}\\d{4}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})(?![\\w-])`,
        'g',
      ),
      least: 16,
    },
  ],
};

export const contacts: readonly ManagedIdentifier[] = [
  phone('PHONE_NUMBER', '1', [10, 11], /^1?[2-9]\d{2}[2-9]\d{6}$/),
  phone(
    'BRAZIL_PHONE_NUMBER',
    '55',
    [10, 11],
    /^0?[1-9][1-9](?:9\d{8}|[2-5]\d{7})$/,
    `${PHONE}, cel, celular, fone, móvel, número residencial, numero residencial, telefone`,
  ),
  phone('FRANCE_PHONE_NUMBER', '33', [10], /^0[1-9]\d{8}$/),
  phone('GERMANY_PHONE_NUMBER', '49', lengths(10, 12), /^0(?:1[5-7]\d{8,9}|[2-9]\d{8,10})$/),
  phone('ITALY_PHONE_NUMBER', '39', [9, 10, 11], /^(?:3[1-9]\d{7,8}|0\d{8,10})$/),
  phone('SPAIN_PHONE_NUMBER', '34', [9], /^[6-9]\d{8}$/),
  phone('UK_PHONE_NUMBER', '44', [10, 11], /^0[1-37-9]\d{8,9}$/),
  {
    id: 'DATE_OF_BIRTH',
    category: 'PERSONAL_INFORMATION',
    severities: RISING,
    keywords: keywordList('bday, b-day, birth date, birthday, date of birth, dob'),
    words: [
      {
        lengths: lengths(4, 8),
        form: new RegExp(
          `^(?:${DAY}([ ./-])${DAY}\\1(?:${YEAR}|\\d{2})|${YEAR}([ ./-])(?:0?[1-9]|1[0-2])\\2${DAY}|${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])|(?:0[1-9]|[12]\\d|3[01]){2}${YEAR})$`,
        ),
      },
    ],
    patterns: [
      {
        pattern: new RegExp(
          `(?<!\\w)(?:${DAY}(?:st|nd|rd|th)?[ /-]${MONTH},?[ /-](?:${YEAR}|\\d{2})|${MONTH}[ /-]${DAY}(?:st|nd|rd|th)?,?[ /-]${YEAR}|${YEAR}[ /-]${MONTH}[ /-]${DAY})(?!\\w)`,
          'gi',
        ),
        least: 8,
        near: ['birth', 'dob', 'bday', 'b-day', 'b_day', 'b day'],
      },
    ],
  },
  {
    id: 'LATITUDE_LONGITUDE',
    category: 'PERSONAL_INFORMATION',
    severities: GPS,
    keywords: keywordList('coordinate, coordinates, lat long, latitude longitude, position'),
    patterns: [
      {
        pattern: /(?<![\w.-])-?\d{1,2}\.\d{2,15}(?:, ?| )-?\d{1,3}\.\d{2,15}(?![\w.])/g,
        least: 9,
        near: ['coordinate', 'position', 'latitude', 'latlong', 'lat long', 'lat_long', 'lat-long'],
        check: isCoordinate,
      },
    ],
  },
  {
    id: 'HTTP_COOKIE',
    category: 'PERSONAL_INFORMATION',
    severities: RISING,
    keywords: [],
    patterns: [
      {
        pattern:
          /(?<![\w-])(?:Set-)?Cookie: ?[\w.!#$%&'*+^`|~-]{1,128}=[^\s;,]{1,4096}(?:; ?[\w.-]{1,128}(?:=[^;\r\n]{0,1024})?){0,10}/gi,
        least: 10,
        hints: ['cookie:'],
      },
    ],
  },
  address,
  {
    id: 'BRAZIL_CEP_CODE',
    category: 'PERSONAL_INFORMATION',
    severities: RISING,
    keywords: keywordList(
      'cep, código de endereçamento postal, codigo de endereçamento postal, código postal, codigo postal',
    ),
    words: [{ lengths: [8], form: /^\d{2}\.?\d{3}-?\d{3}$/, check: isVaried }],
  },
  {
    id: 'MEDICAL_DEVICE_UDI',
    category: 'PERSONAL_INFORMATION',
    severities: RISING,
    keywords: keywordList(
      'blood, blood bag, dev id, device id, device identifier, gs1, hibcc, iccbba, med, udi, unique device id, unique device identifier',
    ),
    patterns: [
      {
        pattern: /\(01\)\d{14}(?:\((?:11|17)\)\d{6}|\((?:10|21)\)[\w-]{1,20}){0,4}/g,
        least: 18,
        hints: ['(01)'],
      },
      {
        pattern: /(?<![\w+])\+[A-Z]\d{3}[A-Z0-9]{1,18}\d\/\$?\$?[A-Z0-9+/-]{2,40}/g,
        least: 10,
        hints: ['+'],
      },
      { pattern: /=\/[A-Z0-9]{5}[A-Z0-9]{10}=,\d{6}/g, least: 24, hints: ['=/'] },
    ],
  },
];
