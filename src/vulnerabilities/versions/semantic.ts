/** A semantic version; what stands behind `+` says nothing about order. */
interface SemanticVersion {
  readonly numbers: readonly [major: bigint, minor: bigint, patch: bigint];
  /** Empty: a release, which comes after all that lead to it. */
  readonly before: readonly string[];
}

const CHARACTERS_MAX = 256;
/** `v1.2.3-beta.4+build`; what OSV leaves out at the end is zero. */
const FORM = /^[v=]?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

function parse(text: string): SemanticVersion | undefined {
  if (text.length > CHARACTERS_MAX) return undefined;
  const match = FORM.exec(text.trim());
  if (match === null) return undefined;
  const [, major = '0', minor = '0', patch = '0', before = ''] = match;
  const identifiers = before === '' ? [] : before.split('.');
  if (identifiers.includes('')) return undefined;
  return { numbers: [BigInt(major), BigInt(minor), BigInt(patch)], before: identifiers };
}

/** Numbers come before words, and shorter lists before those that go on. */
function compareBefore(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [first, second] = [left[at], right[at]];
    if (first === undefined) return -1;
    if (second === undefined) return 1;
    const order = compareIdentifiers(first, second);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifiers(left: string, right: string): number {
  const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
  if (isLeftNumber && isRightNumber) return sign(BigInt(left), BigInt(right));
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? -1 : 1;
  return sign(left, right);
}

function sign<T extends bigint | string>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Semantic Versioning 2.0.0, as packages of npm have it. Undefined: one of the texts is no such version. */
export function compareSemantic(left: string, right: string): number | undefined {
  const [first, second] = [parse(left), parse(right)];
  if (first === undefined || second === undefined) return undefined;
  for (const at of [0, 1, 2] as const) {
    const order = sign(first.numbers[at], second.numbers[at]);
    if (order !== 0) return order;
  }
  return compareBefore(first.before, second.before);
}
