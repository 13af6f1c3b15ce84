import { randomInt } from 'node:crypto';

const LOWERCASE = 'abcdefghijklmnopqrstuvwxyz';
const UPPERCASE = LOWERCASE.toUpperCase();
const NUMBERS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

const SPACE = ' ';
/** Of the rarest passwords that rules may demand, one in some 16,000 draws is one. */
const DRAWS_MAX = 2_000_000;

export interface PasswordRules {
  readonly length: number;
  /** What the password is made of. */
  readonly characters: string;
  /** Kinds of characters of which it has one each, at least. */
  readonly required: readonly string[];
}

interface Choice {
  readonly PasswordLength?: number | undefined;
  readonly ExcludeCharacters?: string | undefined;
  readonly ExcludeNumbers?: boolean | undefined;
  readonly ExcludePunctuation?: boolean | undefined;
  readonly ExcludeUppercase?: boolean | undefined;
  readonly ExcludeLowercase?: boolean | undefined;
  readonly IncludeSpace?: boolean | undefined;
  readonly RequireEachIncludedType?: boolean | undefined;
}

const LENGTH = 32;

/** The rules that a request makes, or Secrets Manager's text for those nobody can keep. */
export function passwordRules(input: Choice): PasswordRules | string {
  const excluded = new Set(input.ExcludeCharacters ?? '');
  const left = (kind: string): string =>
    Array.from(kind)
      .filter((one) => !excluded.has(one))
      .join('');
  const kinds = [
    ...(input.ExcludeLowercase === true ? [] : [LOWERCASE]),
    ...(input.ExcludeUppercase === true ? [] : [UPPERCASE]),
    ...(input.ExcludeNumbers === true ? [] : [NUMBERS]),
    ...(input.ExcludePunctuation === true ? [] : [PUNCTUATION]),
  ].map(left);
  const characters = kinds.join('') + (input.IncludeSpace === true ? left(SPACE) : '');
  const required = input.RequireEachIncludedType === false ? [] : kinds;
  const length = input.PasswordLength ?? LENGTH;
  if (characters === '') return 'All characters have been excluded from selection.';
  if (required.includes('')) return 'All characters of the desired type have been excluded.';
  return length < required.length
    ? 'Password length is too short based on the required types.'
    : { length, characters, required };
}

/** Every password that the rules allow is as likely as any other of them, drawn from `node:crypto`. */
export function newPassword({ length, characters, required }: PasswordRules): string {
  for (let draws = 0; draws < DRAWS_MAX; draws += 1) {
    // Whole passwords are drawn again until one has each kind: to put kinds in places would favour some.
    const drawn = Array.from({ length }, () => characters[randomInt(characters.length)]).join('');
    if (required.every((kind) => hasAny(drawn, kind))) return drawn;
  }
  throw new Error('no password was drawn that its rules allow');
}

function hasAny(text: string, kind: string): boolean {
  return Array.from(text).some((one) => kind.includes(one));
}
