/** Check digits of published schemes. Each takes text of the length and alphabet that its scheme has. */

/** The signs of a text, with their places. */
export function placed(text: string): Iterable<[number, string]> {
  return Array.from(text).entries();
}

function digitsOf(text: string): readonly number[] {
  return Array.from(text).map(Number);
}

/** The sum of digits, each times its weight. */
export function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(text[at] ?? 0), 0);
}

/** ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at -= 1, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(at) - 48;
    const value = isDoubled ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 as IBANs have it: four characters from the front go to the end, letters count from 10. */
export function passesIban(compact: string): boolean {
  return remainder97(`${compact.slice(4)}${compact.slice(0, 4)}`) === 1;
}

/** The remainder by 97 of digits and letters. */
export function remainder97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    const value = Number.parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

const DIHEDRAL: readonly (readonly number[])[] = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const PERMUTED: readonly number[] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff's scheme, the check digit last. */
export function passesVerhoeff(digits: string): boolean {
  let state = 0;
  for (const [position, digit] of digitsOf(digits).toReversed().entries()) {
    let value = digit;
    for (let turn = 0; turn < position % 8; turn += 1) value = PERMUTED[value] ?? 0;
    state = DIHEDRAL[state]?.[value] ?? 0;
  }
  return state === 0;
}

/** ISO 7064 MOD 11,10, as Germany's tax numbers have it. */
export function passesMod11And10(digits: string): boolean {
  let product = 10;
  for (const digit of digitsOf(digits.slice(0, -1))) {
    const sum = (digit + product) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/** One digit, or a sign in the place of ten, that makes the weighted sum a multiple of 11. */
export function mod11Check(digits: string, weights: readonly number[], ten: string): string {
  const rest = (11 - (weighted(digits, weights) % 11)) % 11;
  return rest === 10 ? ten : String(rest);
}

/** Not one digit over and over, such as zeroes: examples and fillers look so. */
export function isVaried(text: string): boolean {
  return !/^(.)\1*$/.test(text);
}
