import {
  isVaried,
  mod11Check,
  passesLuhn,
  passesVerhoeff,
  remainder97,
  placed,
} from '../check-digits.ts';
import { HIGH, keywordList, type ManagedIdentifier, type WordForm } from '../identifier.ts';

function national(id: string, keywords: string, words: readonly WordForm[]): ManagedIdentifier {
  return {
    id,
    category: 'PERSONAL_INFORMATION',
    severities: HIGH,
    keywords: keywordList(keywords),
    words,
  };
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** The letter of Spain's numbers; X, Y and Z in front are 0, 1 and 2. */
export function passesSpanishLetter(compact: string): boolean {
  const digits = compact.slice(0, -1).replace(/^[XYZ]/, (sign) => String('XYZ'.indexOf(sign)));
  if (!isVaried(digits) || digits === '99999999') return false;
  return DNI_LETTERS[Number(digits) % 23] === compact.at(-1);
}

export const CODICE_FISCALE: WordForm = {
  lengths: [16],
  form: /^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPRST][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/i,
  check: passesCodiceFiscale,
};

const CODICE_ODD: Readonly<Record<string, number>> = Object.fromEntries(
  Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ').map((sign, at) => [
    sign,
    [
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6,
      8, 12, 14, 16, 10, 22, 25, 24, 23,
    ][at] ?? 0,
  ]),
);

function passesCodiceFiscale(compact: string): boolean {
  let sum = 0;
  for (const [at, sign] of placed(compact.slice(0, 15))) {
    const even = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    sum += at % 2 === 0 ? (CODICE_ODD[sign] ?? 0) : even;
  }
  return String.fromCharCode(65 + (sum % 26)) === compact[15];
}

/** Chile: the weights go 2 to 7 from the right. */
function passesRut(compact: string): boolean {
  const digits = compact.slice(0, -1).padStart(8, '0');
  if (!isVaried(digits)) return false;
  return mod11Check(digits, [3, 2, 7, 6, 5, 4, 3, 2], 'K') === compact.at(-1);
}

/** France's number: the key is 97 less the remainder; Corsica's departments count as 19 and 18. */
function passesInsee(compact: string): boolean {
  const digits = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return isVaried(digits) && 97 - remainder97(digits) === Number(compact.slice(13));
}

export const INSEE: WordForm = {
  lengths: [15],
  form: /^[1-478]([ .-]?)\d{2}\1(?:0[1-9]|1[0-2]|[2-9]\d)\1(?:\d{2}|2[AB])\1\d{3}\1\d{3}[ .-]?\d{2}$/i,
  check: passesInsee,
};

const CURP_SIGNS = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';

function passesCurp(compact: string): boolean {
  let sum = 0;
  for (const [at, sign] of placed(compact.slice(0, 17))) {
    sum += CURP_SIGNS.indexOf(sign) * (18 - at);
  }
  return String((10 - (sum % 10)) % 10) === compact[17];
}

const RUT_KEYWORDS =
  'identidad número, nacional identidad, national unique role, nationaluniqueroleID#, número identificación, rol único nacional, rol único tributario, run, run#, r.u.n., rut, rut#, r.u.t., unique national number, unique national role, unique tax registry, unique tax role, unique tributary number, unique tributary role';

/** ICAO 9303: weights 7, 3 and 1 over letters that count from 10. */
function passesDocument(compact: string): boolean {
  let sum = 0;
  for (const [at, sign] of placed(compact.slice(0, 9))) {
    sum += Number.parseInt(sign, 36) * ([7, 3, 1][at % 3] ?? 0);
  }
  return String(sum % 10) === compact[9];
}

export const nationalIds: readonly ManagedIdentifier[] = [
  national('ARGENTINA_DNI_NUMBER', 'dni, dni#, d.n.i., documento nacional de identidad', [
    {
      lengths: [7, 8],
      form: /^(?:\d{7,8}|\d{1,2}\.\d{3}\.\d{3})$/,
      check: (compact) => isVaried(compact),
    },
  ]),
  national('BRAZIL_RG_NUMBER', 'registro geral, rg', [
    {
      lengths: [9],
      form: /^\d{2}\.?\d{3}\.?\d{3}-?[\dX]$/i,
      check: (compact) =>
        isVaried(compact) &&
        mod11Check(compact.slice(0, 8), [2, 3, 4, 5, 6, 7, 8, 9], 'X') === compact[8],
    },
  ]),
  national('CHILE_RUT_NUMBER', RUT_KEYWORDS, [
    { lengths: [8, 9], form: /^\d{1,2}\.?\d{3}\.?\d{3}-?[\dK]$/i, check: passesRut },
  ]),
  national(
    'COLOMBIA_CITIZENSHIP_CARD_NUMBER',
    'cédula de ciudadanía, cedula de ciudadania, documento de identificación, documento de identificacion',
    [
      {
        lengths: [6, 7, 8, 10],
        form: /^(?:\d{6,8}|1\d{9}|\d{1,3}\.\d{3}\.\d{3}|1\.\d{3}\.\d{3}\.\d{3})$/,
        check: isVaried,
      },
    ],
  ),
  national(
    'FRANCE_NATIONAL_IDENTIFICATION_NUMBER',
    "assurance sociale, carte nationale d'identité, cni, code sécurité sociale, French social security number, fssn#, insee, insurance number, national id number, nationalid#, numéro d'assurance, sécurité sociale, sécurité sociale non., sécurité sociale numéro, social, social security, social security number, socialsecuritynumber, ss#, ssn, ssn#",
    [INSEE],
  ),
  national(
    'GERMANY_NATIONAL_IDENTIFICATION_NUMBER',
    'ausweisnummer, id number, identification number, identity number, insurance number, personal id, personalausweis',
    [
      {
        lengths: [10],
        form: /^[LMNPRTVWXYCFGHJK][\dCFGHJKLMNPRTVWXYZ]{8}\d$/i,
        check: (compact) => /\d/.test(compact.slice(1, 9)) && passesDocument(compact),
      },
    ],
  ),
  national('INDIA_AADHAAR_NUMBER', 'aadhaar, aadhar, adhaar, uidai', [
    { lengths: [12], form: /^[2-9]\d{3}([ -]?)\d{4}\1\d{4}$/, check: passesVerhoeff },
  ]),
  national(
    'ITALY_NATIONAL_IDENTIFICATION_NUMBER',
    'codice fiscal, codice fiscale, dati anagrafici, ehic, health card, health insurance card, p. iva, partita i.v.a., personal data, tax code, tessera sanitaria',
    [CODICE_FISCALE],
  ),
  national(
    'MEXICO_CURP_NUMBER',
    'clave personal identidad, clave única, clave única de registro de población, clavepersonalIdentidad, curp, registration code, registry code, personal identidad clave, population code',
    [
      {
        lengths: [18],
        form: /^[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d$/i,
        check: passesCurp,
      },
    ],
  ),
  national(
    'SPAIN_DNI_NUMBER',
    'dni, dni#, dninúmero#, documento nacional de identidad, identidad único, identidadúnico#, insurance number, national identification number, national identity, nationalid#, nationalidno#, número nacional identidad, personal identification number, personal identity no, unique identity number, uniqueid#',
    [{ lengths: [9], form: /^\d{8}[ -]?[A-Z]$/i, check: passesSpanishLetter }],
  ),
  national(
    'UK_NATIONAL_INSURANCE_NUMBER',
    'insurance no., insurance number, insurance#, national insurance number, nationalinsurance#, nationalinsurancenumber, nin, nino',
    [
      {
        lengths: [9],
        form: /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]([ -]?)\d{2}\1\d{2}\1\d{2}\1[A-D]$/i,
      },
    ],
  ),
  national(
    'UK_ELECTORAL_ROLL_NUMBER',
    'electoral #, electoral number, electoral roll #, electoral roll no., electoral roll number, electoralrollno',
    [{ lengths: [3, 4, 5, 6], form: /^[A-Z]{2}\d{1,4}$/i }],
  ),
  national(
    'CANADA_NATIONAL_IDENTIFICATION_NUMBER',
    'carte résident permanent, numéro carte résident permanent, numéro résident permanent, permanent resident card, permanent resident card number, permanent resident no, permanent resident no., permanent resident number, pr no, pr no., pr non, pr number, résident permanent no., résident permanent non',
    [{ lengths: [9, 12], form: /^(?:[A-Z]{2}\d{7}|[A-Z]{2}\d{10})$/i }],
  ),
  national(
    'CANADA_SOCIAL_INSURANCE_NUMBER',
    "canadian id, numéro d'assurance sociale, sin, social insurance number",
    [
      {
        lengths: [9],
        form: /^[1-79]\d{2}([ -]?)\d{3}\1\d{3}$/,
        check: (compact) => isVaried(compact) && passesLuhn(compact),
      },
    ],
  ),
  national('USA_SOCIAL_SECURITY_NUMBER', 'social security, ss#, ssn', [
    {
      lengths: [9],
      form: /^(?!000|666|9\d\d)\d{3}([ -]?)(?!00)\d{2}\1(?!0000)\d{4}$/,
      check: isVaried,
    },
  ]),
  national(
    'SPAIN_SOCIAL_SECURITY_NUMBER',
    'número de la seguridad social, social security no., social security number, socialsecurityno#, ssn, ssn#',
    [
      {
        lengths: [12],
        form: /^\d{2}([ /-]?)\d{8}\1\d{2}$/,
        check: passesSpanishSocialSecurity,
      },
    ],
  ),
  {
    ...national('ARGENTINA_TARJETA_SUBE', 'sistema único de boleto electrónico, sube', [
      { lengths: [16], form: /^6061([ -]?)\d{4}\1\d{4}\1\d{4}$/, check: passesLuhn },
    ]),
    severities: [2, 2, 3],
  },
];

/** Province and number by 97; short numbers are put behind the province without their zeroes. */
function passesSpanishSocialSecurity(compact: string): boolean {
  const number = Number(compact.slice(2, 10));
  const province = compact.slice(0, 2);
  const joined =
    number < 10_000_000
      ? Number(province) * 10_000_000 + number
      : Number(`${province}${compact.slice(2, 10)}`);
  return isVaried(compact) && joined % 97 === Number(compact.slice(10));
}
