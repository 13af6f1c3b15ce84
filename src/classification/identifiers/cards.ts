import { passesLuhn } from '../check-digits.ts';
import {
  HIGH,
  keywordList,
  lengths,
  type ManagedIdentifier,
  RISING,
  type WordForm,
} from '../identifier.ts';

/** Numbers that issuers keep for tests. */
const TEST_NUMBERS: ReadonlySet<string> = new Set(
  (
    '122000000000003 2222405343248877 2222990905257051 2223007648726984 2223577120017656 30569309025904 34343434343434 ' +
    '3528000700000000 3530111333300000 3566002020360505 36148900647913 36700102000000 371449635398431 378282246310005 ' +
    '378734493671000 38520000023237 4012888888881881 4111111111111111 4222222222222 4444333322221111 4462030000000000 ' +
    '4484070000000000 4911830000000 4917300800000000 4917610000000000 4917610000000000003 5019717010103742 ' +
    '5105105105105100 5111010030175156 5185540810000019 5200828282828210 5204230080000017 5204740009900014 ' +
    '5420923878724339 5454545454545454 5455330760000018 5506900490000436 5506900490000444 5506900510000234 ' +
    '5506920809243667 5506922400634930 5506927427317625 5553042241984105 5555553753048194 5555555555554444 ' +
    '5610591081018250 6011000990139424 6011000400000000 6011111111111117 630490017740292441 630495060000000000 ' +
    '6331101999990016 6759649826438453 6799990100000000019 76009244561'
  ).split(' '),
);

/** Issuers by what their numbers begin with, and the lengths they have. */
const ISSUERS: readonly RegExp[] = [
  /^3[47]\d{13}$/, // American Express
  /^5019\d{12}$/, // Dankort
  /^3(?:0[0-5]|095|[689]\d)\d{11}$|^3(?:0[0-5]|[689]\d)\d{13,16}$/, // Diner's Club
  /^6(?:011|4[4-9]\d|5\d\d)\d{12}(?:\d{3})?$/, // Discover
  /^(?:4026|417500|4405|4508|4844|4913|4917)\d{10,12}$/, // Electron
  /^35(?:2[89]|[3-8]\d)\d{12}(?:\d{3})?$/, // JCB
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/, // Mastercard
  /^62\d{14,17}$/, // UnionPay
  /^4\d{12}(?:\d{3}){0,2}$/, // Visa
];

function isCard(digits: string): boolean {
  return (
    !TEST_NUMBERS.has(digits) && passesLuhn(digits) && ISSUERS.some((issuer) => issuer.test(digits))
  );
}

/** Whole, in groups of four, or as American Express and Diner's Club group. */
const FORM: WordForm = {
  lengths: lengths(13, 19),
  form: /^(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,4}(?:\1\d{3})?|\d{4}([ -])\d{6}\2\d{4,5})$/,
  check: isCard,
};

const CARD_KEYWORDS = keywordList(
  'account number, american express, amex, bank card, c card, card, cc #, ccn, check card, cred card, credit, credit card, credit cards, credit no, credit num, dankort, debit, debit card, debit no, debit num, diners club, discover, electron, japanese card bureau, jcb, mastercard, mc, pan, payment account number, payment card number, pcn, pmnt #, pmnt card, pmnt no, pmnt number, union pay, visa',
);

const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';

export const cards: readonly ManagedIdentifier[] = [
  {
    id: 'CREDIT_CARD_NUMBER',
    category: 'FINANCIAL_INFORMATION',
    severities: HIGH,
    keywords: CARD_KEYWORDS,
    words: [FORM],
  },
  {
    id: 'CREDIT_CARD_NUMBER_(NO_KEYWORD)',
    category: 'FINANCIAL_INFORMATION',
    severities: HIGH,
    keywords: CARD_KEYWORDS,
    shunsKeywords: true,
    words: [FORM],
  },
  {
    id: 'CREDIT_CARD_EXPIRATION',
    category: 'FINANCIAL_INFORMATION',
    severities: RISING,
    keywords: keywordList(
      'exp d, exp date, exp m, exp month, exp y, exp year, expiration, expiration date, expiry, expiry date',
    ),
    words: [
      { lengths: [3, 4, 5, 6], form: /^(?:0?[1-9]|1[0-2])[/-](?:\d{2}|20\d{2})$/ },
      { lengths: [5, 6], form: /^20\d{2}[/-](?:0?[1-9]|1[0-2])$/ },
    ],
    patterns: [
      {
        pattern: new RegExp(
          `(?<![A-Za-z0-9])(?:${MONTHS}[ /-](?:20)?\\d{2}|\\d{2}[ /-]${MONTHS})(?![A-Za-z0-9])`,
          'gi',
        ),
        least: 5,
        near: [
          'expir',
          'exp d',
          'exp_d',
          'exp-d',
          'expd',
          'exp m',
          'exp_m',
          'exp-m',
          'expm',
          'exp y',
          'exp_y',
          'exp-y',
          'expy',
        ],
      },
    ],
  },
  {
    id: 'CREDIT_CARD_MAGNETIC_STRIPE',
    category: 'FINANCIAL_INFORMATION',
    severities: HIGH,
    keywords: keywordList('card data, iso7813, mag, magstripe, stripe, swipe'),
    patterns: [
      {
        pattern: /%?B\d{13,19}\^[A-Z /.'-]{2,26}\^\d{4}\d{3}[\dA-Z ?]{0,40}/g,
        least: 24,
        hints: ['^'],
        check: (found) => passesLuhn(/\d{13,19}/.exec(found)?.[0] ?? ''),
      },
      {
        pattern: /(?<![\d;]);?\d{13,19}=\d{7}\d{0,20}\??/g,
        least: 21,
        hints: ['='],
        check: (found) => passesLuhn(/\d{13,19}/.exec(found)?.[0] ?? ''),
      },
    ],
  },
  {
    id: 'CREDIT_CARD_SECURITY_CODE',
    category: 'FINANCIAL_INFORMATION',
    severities: [2, 3, 3],
    keywords: keywordList(
      'card id, card identification code, card identification number, card security code, card validation code, card validation number, card verification data, card verification value, cvc, cvc2, cvv, cvv2, elo verification code',
    ),
    words: [{ lengths: [3, 4], form: /^\d{3,4}$/ }],
  },
];
