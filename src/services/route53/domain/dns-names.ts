const NAME_MAX = 255;
const LABEL_MAX = 63;

/**
 * A domain name as zones keep it: lower case, a dot at its end, and octal escapes for what is no letter, digit, hyphen,
 * underscore or leading star. Undefined: it is none.
 */
export function normalName(name: string): string | undefined {
  const whole = name.endsWith('.') ? name : `${name}.`;
  let normal = '';
  for (let index = 0; index < whole.length; index += 1) {
    const escape = /^\\([0-7]{3})/.exec(whole.slice(index, index + 4))?.[1];
    normal += escaped(escape === undefined ? whole[index] : charOf(escape), index);
    if (escape !== undefined) index += 3;
  }
  const labels = normal.slice(0, -1).split('.');
  const fits = labels.every((label) => label.length > 0 && label.length <= LABEL_MAX);
  return fits && normal.length <= NAME_MAX ? normal : undefined;
}

function charOf(octal: string): string {
  return String.fromCharCode(Number.parseInt(octal, 8));
}

function escaped(char = '', index: number): string {
  if (/[A-Za-z0-9._-]/.test(char)) return char.toLowerCase();
  if (char === '*' && index === 0) return '\\052';
  return `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
}

/** Labels from the right, for keys that sort as zones do. */
export function sortedName(name: string): string {
  return name.slice(0, -1).split('.').reverse().join(' ');
}

/** The names above a name, the shortest first, itself last: `com.`, `example.com.`, `www.example.com.`. */
export function suffixes(name: string): readonly string[] {
  const labels = name.slice(0, -1).split('.');
  return labels.map((_, index) => `${labels.slice(labels.length - 1 - index).join('.')}.`);
}

export function isWithin(name: string, zone: string): boolean {
  return name === zone || name.endsWith(`.${zone}`);
}

/** The wildcard that stands beside a name: `\052.example.com.` for `www.example.com.`. */
export function wildcardBeside(name: string): string {
  return `\\052${name.slice(name.indexOf('.'))}`;
}
