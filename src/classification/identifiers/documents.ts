import { isVaried, mod11Check, passesLuhn, placed } from '../check-digits.ts';
import {
  HIGH,
  lengths,
  type ManagedIdentifier,
  personal,
  RISING,
  type Severities,
} from '../identifier.ts';

const ENGLISH =
  "dl#, dl:, dlno#, driver licence, driver licences, driver license, driver licenses, driver permit, drivers lic., drivers licence, driver's licence, drivers licences, driver's licences, drivers license, driver's license, drivers licenses, driver's licenses, drivers permit, driver's permit, drivers permit number, driving licence, driving license, driving permit";
const GERMAN =
  'fuehrerschein, fuehrerschein- nr, fuehrerscheinnummer, fuhrerschein, führerschein, fuhrerschein- nr, führerschein- nr, fuhrerscheinnummer, führerscheinnummer';

/** A licence without a check digit: its form, and that it is no filler, is all that can be judged. */
function licence(
  id: string,
  keywords: string,
  sizes: readonly number[],
  form: RegExp,
  check: (compact: string) => boolean = isVaried,
): ManagedIdentifier {
  return personal(id, RISING, keywords, [{ lengths: sizes, form, check }]);
}

/** Forms of the states' licences together: what one state takes, another may not. */
const US_LICENCE =
  /^(?:\d{7,10}|\d{12}|[A-Z]\d{5,9}|[A-Z]\d{11,14}|[A-Z]{2}\d{5,7}|[A-Z]\d{3}-?\d{4}-?\d{4}|[A-Z]\d{3}-?\d{3}-?\d{2}-?\d{3}-?\d|[A-Z]\d{3}-?\d{3}-?\d{3}-?\d{3}|\d{3}[A-Z]{2}\d{4}|\d{2}[A-Z]{3}\d{5}|\d{2}-\d{3}-\d{3,4}|\d{3}-\d{3}-\d{3})$/i;

export const licences: readonly ManagedIdentifier[] = [
  licence('DRIVERS_LICENSE', ENGLISH, lengths(6, 15), US_LICENCE),
  licence(
    'CANADA_DRIVERS_LICENSE',
    `${ENGLISH}, permis de conduire`,
    [5, 6, 7, 8, 9, 13, 14, 15],
    /^(?:\d{5,9}|[A-Z]\d{4}-?\d{5}-?\d{5}|[A-Z]\d{12}|[A-Z]{5}-?\d{9}|\d{6}-\d{3})$/i,
  ),
  licence(
    'AUSTRALIA_DRIVERS_LICENSE',
    ENGLISH,
    [6, 7, 8, 9, 10],
    /^(?:\d{6,10}|[A-Z]\d{5}|\d{3} \d{3} \d{3})$/i,
  ),
  licence('INDIA_DRIVERS_LICENSE', ENGLISH, [15], /^[A-Z]{2}[ -]?\d{2}[ -]?(?:19|20)\d{2}\d{7}$/i),
  licence(
    'UK_DRIVERS_LICENSE',
    ENGLISH,
    [16],
    /^[A-Z9]{5}[ -]?\d[0156]\d(?:[0-2]\d|3[01])\d[ -]?[A-Z9]{2}\d[A-Z]{2}$|^[A-Z9]{5}[ -]?\d[0156]\d[0-3]\d\d[ -]?[A-Z9]{2}[A-Z\d][ -]?[A-Z\d]{2}$/i,
  ),
  licence('IRELAND_DRIVERS_LICENSE', 'ceadúnas tiomána', [9], /^\d{3}[ -]?\d{3}[ -]?\d{3}$/),
  licence(
    'AUSTRIA_DRIVERS_LICENSE',
    'führerschein, fuhrerschein, führerschein republik österreich, fuhrerschein republik osterreich',
    [8],
    /^\d{8}$/,
  ),
  licence(
    'BELGIUM_DRIVERS_LICENSE',
    `${GERMAN}, numéro permis conduire, permis de conduire, rijbewijs, rijbewijsnummer`,
    [10],
    /^\d{10}$/,
  ),
  licence(
    'BULGARIA_DRIVERS_LICENSE',
    'превозно средство, свидетелство за управление на моторно, свидетелство за управление на мпс, сумпс, шофьорска книжка',
    [9],
    /^\d{9}$/,
  ),
  licence('CROATIA_DRIVERS_LICENSE', 'vozačka dozvola', [8], /^\d{8}$/),
  licence('CYPRUS_DRIVERS_LICENSE', 'άδεια οδήγησης', [12], /^\d{12}$/),
  licence(
    'CZECHIA_DRIVERS_LICENSE',
    'číslo licence, císlo licence řidiče, číslo řidičského průkazu, ovladače lic., povolení k jízdě, povolení řidiče, řidiči povolení, řidičský prúkaz, řidičský průkaz',
    [8],
    /^[A-Z]{2} ?\d{6}$/i,
  ),
  licence('DENMARK_DRIVERS_LICENSE', 'kørekort, kørekortnummer', [8], /^\d{8}$/),
  licence(
    'ESTONIA_DRIVERS_LICENSE',
    'juhi litsentsi number, juhiloa number, juhiluba, juhiluba number',
    [8],
    /^[A-Z]{2} ?\d{6}$/i,
  ),
  licence(
    'FINLAND_DRIVERS_LICENSE',
    'ajokortin numero, ajokortti, förare lic., körkort, körkort nummer, kuljettaja lic., permis de conduire',
    [10],
    /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[+-]?\d{3}[\dA-Y]$/i,
    (compact) =>
      '0123456789ABCDEFHJKLMNPRSTUVWXY'.charAt(Number(compact.slice(0, 9)) % 31) === compact[9],
  ),
  licence('FRANCE_DRIVERS_LICENSE', 'permis de conduire', [12], /^\d{12}$/),
  licence('GERMANY_DRIVERS_LICENSE', GERMAN, [11], /^[A-Z\d]\d{2}[A-Z\d]{6}\d[A-Z\d]$/i),
  licence(
    'GREECE_DRIVERS_LICENSE',
    'δεια οδήγησης, άδεια οδήγησης, adeia odigisis',
    [9],
    /^\d{9}$/,
  ),
  licence(
    'HUNGARY_DRIVERS_LICENSE',
    'illesztőprogramok lic, jogosítvány, jogsi, licencszám, vezető engedély, vezetői engedély',
    [8],
    /^[A-Z]{2} ?\d{6}$/i,
  ),
  licence(
    'ITALY_DRIVERS_LICENSE',
    'patente di guida, patente di guida numero, patente guida, patente guida numero',
    [10],
    /^[A-Z][AV\d][A-Z\d]{7}[A-Z]$/i,
    (compact) => /\d{5}/.test(compact),
  ),
  licence(
    'LATVIA_DRIVERS_LICENSE',
    'autovadītāja apliecība, licences numurs, vadītāja apliecība, vadītāja apliecības numurs, vadītāja atļauja, vadītāja licences numurs, vadītāji lic.',
    [8],
    /^[A-Z]{2} ?\d{6}$/i,
  ),
  licence('LITHUANIA_DRIVERS_LICENSE', 'vairuotojo pažymėjimas', [8], /^\d{8}$/),
  licence('LUXEMBOURG_DRIVERS_LICENSE', 'fahrerlaubnis, führerschäin', [6], /^\d{6}$/),
  licence('MALTA_DRIVERS_LICENSE', 'liċenzja tas-sewqan', [8], /^[A-Z]{2}[ -]?\d{3}[ -]?\d{3}$/i),
  licence(
    'NETHERLANDS_DRIVERS_LICENSE',
    'permis de conduire, rijbewijs, rijbewijsnummer',
    [10],
    /^\d{10}$/,
  ),
  licence(
    'POLAND_DRIVERS_LICENSE',
    'numer licencyjny, prawo jazdy, zezwolenie na prowadzenie',
    [11],
    /^\d{5}\/\d{2}\/\d{4}$/,
  ),
  licence(
    'PORTUGAL_DRIVERS_LICENSE',
    'carta de condução, carteira de habilitação, carteira de motorist, carteira habilitação, carteira motorist, licença condução, licença de condução, número de licença, número licença, permissão condução, permissão de condução',
    [8, 9],
    /^[A-Z]{1,2}-?\d{6,7}(?: \d)?$/i,
  ),
  licence(
    'ROMANIA_DRIVERS_LICENSE',
    'numărul permisului de conducere, permis de conducere',
    [9],
    /^[A-Z]\d{8}[A-Z]?$/i,
  ),
  licence(
    'SLOVAKIA_DRIVERS_LICENSE',
    'číslo licencie, číslo vodičského preukazu, ovládače lic., povolenia vodičov, povolenie jazdu, povolenie na jazdu, povolenie vodiča, vodičský preukaz',
    [8],
    /^[A-Z]\d{7}$/i,
  ),
  licence('SLOVENIA_DRIVERS_LICENSE', 'vozniško dovoljenje', [9], /^\d{9}$/),
  licence(
    'SPAIN_DRIVERS_LICENSE',
    'carnet conducer, el carnet de conducer, licencia conducer, licencia de manejo, número carnet conducer, número de carnet de conducer, número de permiso conducer, número de permiso de conducer, número licencia conducer, número permiso conducer, permiso conducción, permiso conducer, permiso de conducción',
    [9],
    /^\d{8}[ -]?[A-Z]$/i,
    (compact) => 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(compact.slice(0, 8)) % 23) === compact[8],
  ),
  licence(
    'SWEDEN_DRIVERS_LICENSE',
    'ajokortin numero, dlno# ajokortti, drivere lic., förare lic., körkort, körkort nummer, körkortsnummer, kuljettajat lic.',
    [10],
    /^\d{6}[+-]?\d{4}$/,
    passesLuhn,
  ),
];

const PASSPORT: Severities = [2, 3, 3];

function passport(id: string, keywords: string, size: number, form: RegExp): ManagedIdentifier {
  return personal(id, PASSPORT, keywords, [{ lengths: [size], form, check: isVaried }]);
}

export const passports: readonly ManagedIdentifier[] = [
  passport(
    'CANADA_PASSPORT_NUMBER',
    'passeport, passeport#, passport, passport#, passportno, passportno#',
    8,
    /^[A-Z]{2} ?\d{6}$/i,
  ),
  passport(
    'FRANCE_PASSPORT_NUMBER',
    'numéro de passeport, passeport, passeport #, passeport n °, passeport non',
    9,
    /^\d{2}[A-Z]{2}\d{5}$/i,
  ),
  passport(
    'GERMANY_PASSPORT_NUMBER',
    'ausstellungsdatum, ausstellungsort, geburtsdatum, passport, passports, reisepass, reisepass–nr, reisepassnummer',
    9,
    /^[CFGHJK](?=[\dCFGHJKLMNPRTVWXYZ]{0,7}[CFGHJKLMNPRTVWXYZ]|\d{8})[\dCFGHJKLMNPRTVWXYZ]{8}$/i,
  ),
  passport(
    'ITALY_PASSPORT_NUMBER',
    'italian passport number, numéro passeport, numéro passeport italien, passaporto, passaporto italiana, passaporto numero, passport number, repubblica italiana passaporto',
    9,
    /^[A-Z]{2}\d{7}$/i,
  ),
  passport(
    'SPAIN_PASSPORT_NUMBER',
    'españa pasaporte, libreta pasaporte, número pasaporte, pasaporte, passport, passport book, passport no, passport number, spain passport',
    9,
    /^[A-Z]{3}\d{6}$/i,
  ),
  passport(
    'UK_PASSPORT_NUMBER',
    'passeport #, passeport n °, passeport non, passeportn °, passport #, passport no, passport number, passport#, passportid',
    9,
    /^\d{9}$/,
  ),
  passport('USA_PASSPORT_NUMBER', 'passport, travel document', 9, /^(?:\d{9}|[A-Z]\d{8})$/i),
];

/** What signs count, by ISO 3779: I, O and Q are never there. */
const VIN_VALUES: ReadonlyMap<string, number> = new Map(
  Array.from('0123456789ABCDEFGHJKLMNPRSTUVWXYZ').map((sign, at) => [
    sign,
    Number('012345678912345678123457923456789'.charAt(at)),
  ]),
);
const VIN_WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];

/** The ninth place is a check digit where the vehicle was made in North America; elsewhere the form decides. */
function isVin(compact: string): boolean {
  if (!/[A-Z]/.test(compact) || !/\d/.test(compact) || !isVaried(compact)) return false;
  if (!/^[1-5]/.test(compact)) return true;
  let sum = 0;
  for (const [at, sign] of placed(compact)) {
    sum += (VIN_VALUES.get(sign) ?? 0) * (VIN_WEIGHTS[at] ?? 0);
  }
  return 'X0123456789'.charAt(((sum % 11) + 1) % 11) === compact[8];
}

export const vehicles: readonly ManagedIdentifier[] = [
  personal(
    'VEHICLE_IDENTIFICATION_NUMBER',
    [1, 1, 2],
    "Fahrgestellnummer, niv, numarul de identificare, numarul seriei de sasiu, numer VIN, Número de Identificação do Veículo, Número de Identificación de Automóviles, numéro d'identification du véhicule, vehicle identification number, vin, VIN numeris",
    [{ lengths: [17], form: /^[A-HJ-NPR-Z\d]{17}$/i, check: isVin }],
  ),
];

/** DEA: twice the sum of the even places and the sum of the odd ones end in the check digit. */
function passesDea(compact: string): boolean {
  const digits = Array.from(compact.slice(2), Number);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, check = 0] = digits;
  return (a + c + e + 2 * (b + d + f)) % 10 === check && isVaried(compact.slice(2));
}

const HEALTH_CARD =
  "assicurazione sanitaria numero, carta assicurazione numero, carte d'assurance maladie, carte européenne d'assurance maladie, ceam, ehic, ehic#, finlandehicnumber#, gesundheitskarte, hälsokort, health card, health card number, health insurance card, health insurance number, insurance card number, krankenversicherungskarte, krankenversicherungsnummer, medical account number, numero conto medico, numéro d'assurance maladie, numéro de carte d'assurance, numéro de compte medical, número de cuenta médica, número de seguro de salud, número de tarjeta de seguro, sairaanhoitokortin, sairausvakuutuskortti, sairausvakuutusnumero, sjukförsäkring nummer, sjukförsäkringskort, suomi ehic-numero, tarjeta de salud, terveyskortti, tessera sanitaria assicurazione numero, versicherungsnummer";

export const health: readonly ManagedIdentifier[] = [
  personal('US_DRUG_ENFORCEMENT_AGENCY_NUMBER', HIGH, 'dea number, dea registration', [
    { lengths: [9], form: /^[ABCDEFGHJKLMPRSTUX][A-Z9]-?\d{7}$/i, check: passesDea },
  ]),
  personal(
    'USA_HEALTH_INSURANCE_CLAIM_NUMBER',
    HIGH,
    'health insurance claim number, hic no, hic no., hic number, hic#, hicn, hicn#., hicno#',
    [
      {
        lengths: [10, 11],
        form: /^(?!000|666|9\d\d)\d{3}-?(?!00)\d{2}-?(?!0000)\d{4}-?[A-Z]\d?$/i,
      },
    ],
  ),
  personal(
    'CANADA_HEALTH_NUMBER',
    HIGH,
    'canada healthcare number, msp number, personal healthcare number, phn, soins de santé',
    [
      {
        lengths: [10],
        form: /^9\d{3}[ -]?\d{3}[ -]?\d{3}$/,
        check: (compact) =>
          mod11Check(compact.slice(1, 9), [2, 4, 8, 5, 10, 9, 7, 3], '') === compact[9],
      },
    ],
  ),
  personal('EUROPEAN_HEALTH_INSURANCE_CARD_NUMBER', HIGH, HEALTH_CARD, [
    { lengths: [20], form: /^80\d{18}$/, check: passesLuhn },
  ]),
  personal(
    'FINLAND_EUROPEAN_HEALTH_INSURANCE_NUMBER',
    HIGH,
    'ehic, ehic#, finland health insurance card, finlandehicnumber#, finska sjukförsäkringskort, hälsokort, health card, health card number, health insurance card, health insurance number, sairaanhoitokortin, sairausvakuutuskortti, sairausvakuutusnumero, sjukförsäkring nummer, sjukförsäkringskort, suomen sairausvakuutuskortti, suomi ehic-numero, terveyskortti',
    [{ lengths: [20], form: /^80246\d{15}$/, check: isVaried }],
  ),
  personal(
    'FRANCE_HEALTH_INSURANCE_NUMBER',
    HIGH,
    "carte d'assuré social, carte vitale, insurance card",
    [{ lengths: [21], form: /^80250\d{16}$/, check: isVaried }],
  ),
  personal('UK_NHS_NUMBER', HIGH, 'national health service, NHS, nhs number', [
    {
      lengths: [10],
      form: /^\d{3}([ -]?)\d{3}\1\d{4}$/,
      check: (compact) =>
        isVaried(compact) && mod11Check(compact, [10, 9, 8, 7, 6, 5, 4, 3, 2], '') === compact[9],
    },
  ]),
  personal('USA_MEDICARE_BENEFICIARY_IDENTIFIER', HIGH, 'mbi, medicare beneficiary', [
    {
      lengths: [11],
      form: /^[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y\d]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}$/i,
    },
  ]),
  personal(
    'USA_HEALTHCARE_PROCEDURE_CODE',
    HIGH,
    'current procedural terminology, hcpcs, healthcare common procedure coding system',
    [{ lengths: [5], form: /^(?:[A-V]\d{4}|\d{4}[AFMTU\d])$/i }],
  ),
  personal('USA_NATIONAL_DRUG_CODE', HIGH, 'national drug code, ndc', [
    { lengths: [10, 11], form: /^(?:\d{4}-\d{4}-\d{2}|\d{5}-\d{3,4}-\d{2}|\d{5}-\d{4}-\d)$/ },
  ]),
  personal('USA_NATIONAL_PROVIDER_IDENTIFIER', HIGH, 'hipaa, n.p.i, national provider, npi', [
    { lengths: [10], form: /^[12]\d{9}$/, check: (compact) => passesLuhn(`80840${compact}`) },
  ]),
];
