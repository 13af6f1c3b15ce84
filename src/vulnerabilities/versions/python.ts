/** What a version is compared by, part for part. */
type Part = number | bigint | string;

/** A version of PEP 440. */
interface PythonVersion {
  readonly epoch: bigint;
  readonly release: readonly bigint[];
  /** `a1`, `b1`, `rc1`: letters in the order of the alphabet. */
  readonly pre: readonly Part[];
  readonly post: readonly Part[];
  readonly dev: readonly Part[];
  readonly local: readonly string[];
}

const CHARACTERS_MAX = 256;
const FORM =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/;

const PRE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['alpha', 'a'],
  ['beta', 'b'],
  ['c', 'rc'],
  ['pre', 'rc'],
  ['preview', 'rc'],
]);
const LOWEST = -1;
const HIGHEST = 2;
/** Stands between: what a version says of itself. */
const GIVEN = 1;

function numberOf(digits: string | undefined): bigint {
  return digits === undefined || digits === '' ? 0n : BigInt(digits);
}

function parse(text: string): PythonVersion | undefined {
  if (text.length > CHARACTERS_MAX) return undefined;
  const match = FORM.exec(text.trim().toLowerCase());
  if (match === null) return undefined;
  const [, epoch, release = '', letter, pre, bare, word, post, dev, devNumber, local] = match;
  const isPost = bare !== undefined || word !== undefined;
  return {
    epoch: numberOf(epoch),
    release: withoutZeros(release.split('.').map(BigInt)),
    pre: preOf(letter, pre, { isPost, isDev: dev !== undefined }),
    post: isPost ? [GIVEN, numberOf(bare ?? post)] : [LOWEST],
    dev: dev === undefined ? [HIGHEST] : [GIVEN, numberOf(devNumber)],
    local: local === undefined ? [] : local.split(/[-_.]/),
  };
}

/** `1.0.dev1` comes before `1.0a1`; `1.0` after all of them. */
function preOf(
  letter: string | undefined,
  number: string | undefined,
  { isPost, isDev }: { readonly isPost: boolean; readonly isDev: boolean },
): readonly Part[] {
  if (letter !== undefined) return [GIVEN, PRE_LETTERS.get(letter) ?? letter, numberOf(number)];
  return isDev && !isPost ? [LOWEST] : [HIGHEST];
}

/** `1.0` is `1`. */
function withoutZeros(numbers: readonly bigint[]): readonly bigint[] {
  const last = numbers.findLastIndex((number) => number !== 0n);
  return numbers.slice(0, last + 1);
}

function comparePart(left: Part, right: Part): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Part by part; a list that goes on comes after one that ends. */
function compareParts(left: readonly Part[], right: readonly Part[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [first, second] = [left[at], right[at]];
    if (first === undefined) return -1;
    if (second === undefined) return 1;
    const order = comparePart(first, second);
    if (order !== 0) return order;
  }
  return 0;
}

/** Numbers come after words there. */
function localPart(part: string): readonly Part[] {
  return /^\d+$/.test(part) ? [GIVEN, BigInt(part)] : [0, part];
}

function compareLocal(left: readonly string[], right: readonly string[]): number {
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const [first, second] = [left[at], right[at]];
    if (first === undefined) return -1;
    if (second === undefined) return 1;
    const order = compareParts(localPart(first), localPart(second));
    if (order !== 0) return order;
  }
  return 0;
}

/** PEP 440, as packages of Python have it. Undefined: one of the texts is no such version. */
export function comparePython(left: string, right: string): number | undefined {
  const [first, second] = [parse(left), parse(right)];
  if (first === undefined || second === undefined) return undefined;
  return (
    comparePart(first.epoch, second.epoch) ||
    compareParts(first.release, second.release) ||
    compareParts(first.pre, second.pre) ||
    compareParts(first.post, second.post) ||
    compareParts(first.dev, second.dev) ||
    compareLocal(first.local, second.local)
  );
}
