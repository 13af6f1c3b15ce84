import type { CheckResult, LabReport } from './lab.ts';

export interface NarratorOptions {
  readonly write: (text: string) => void;
  /** False writes plain text: for files, pipes and tests. */
  readonly colours: boolean;
}

const COLUMNS = 100;
const INDENT = '      ';
/** Texts longer than this are cut: a narration, not a dump. */
const SHOWN_CHARACTERS = 400;

const STYLES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;

/** Tells a lab's story, and keeps count of its checks. */
export class Narrator {
  readonly #options: NarratorOptions;
  readonly #checks: CheckResult[] = [];
  readonly #skipped: string[] = [];
  #part = 0;
  #step = 0;

  constructor(options: NarratorOptions) {
    this.#options = options;
  }

  title(text: string): void {
    this.#line(`\n${this.#style('bold', text)}`);
  }

  part(text: string): void {
    this.#part += 1;
    this.#step = 0;
    this.#line(`\n${this.#style('bold', `${this.#part}  ${text}`)}`);
  }

  step(text: string): void {
    this.#step += 1;
    const number = this.#part === 0 ? `${this.#step}` : `${this.#part}.${this.#step}`;
    this.#line(`\n ${this.#style('cyan', number.padEnd(4))} ${this.#style('bold', text)}`);
  }

  /** Why something is done, in prose. */
  say(text: string): void {
    for (const line of wrap(text, COLUMNS - INDENT.length)) this.#line(INDENT + line);
  }

  /** What was sent or seen: `wire  16 03 01 …`. */
  show(label: string, value: string): void {
    const cut = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)} …` : value;
    const lines = wrap(cut, COLUMNS - INDENT.length - 11);
    for (const [index, line] of lines.entries()) {
      const head = `${index === 0 ? label : ''} `.padEnd(11);
      this.#line(`${INDENT}${this.#style('dim', head)}${line}`);
    }
  }

  /** Rewrites one line of progress; silent where lines can't be rewritten. */
  progress(text: string): void {
    if (this.#options.colours) this.#options.write(`\r\u001b[K${INDENT}${text}`);
  }

  progressEnds(): void {
    if (this.#options.colours) this.#options.write('\r\u001b[K');
  }

  /** A claim, and whether it holds; `reason` says what was seen when it doesn't. */
  check(claim: string, passed: boolean, reason: () => string = () => 'it is not so'): boolean {
    this.#checks.push({ claim, passed });
    if (passed) this.#line(`${INDENT}${this.#style('green', '✓')} ${claim}`);
    else {
      this.#line(`${INDENT}${this.#style('red', `✗ ${claim}`)}`);
      this.show('because', reason());
    }
    return passed;
  }

  /** Runs `work`; what it throws becomes a failed check by the name of `claim`. */
  async attempt(claim: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.check(claim, false, () => describeError(error));
    }
  }

  skip(what: string, why: string): void {
    this.#skipped.push(what);
    this.#line(`${INDENT}${this.#style('yellow', '–')} ${what}: skipped, ${why}`);
  }

  conclude(): LabReport {
    const failed = this.#checks.filter(({ passed }) => !passed);
    const count = `${this.#checks.length - failed.length} of ${this.#checks.length} checks passed`;
    const skipped = this.#skipped.length === 0 ? '' : `, ${this.#skipped.length} skipped`;
    this.#line(`\n${this.#style(failed.length === 0 ? 'green' : 'red', count)}${skipped}`);
    for (const { claim } of failed) this.#line(`  ✗ ${claim}`);
    return { checks: this.#checks, failed, skipped: this.#skipped };
  }

  #line(text: string): void {
    this.#options.write(`${text}\n`);
  }

  #style(style: keyof typeof STYLES, text: string): string {
    return this.#options.colours ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
  }
}

/** `AccessDeniedException: User: … is not authorized …`, with the causes that explain it. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
  const nested =
    error instanceof AggregateError && error.message === '' ? describeError(error.errors[0]) : '';
  // Some clients put the stacks of their causes into the message.
  const message = error.message.replaceAll(/\n\s+at [^\n]*/g, '');
  return `${error.name}${code}: ${message}${nested}`;
}

/** The error of a call that must fail; undefined when it did not. */
export async function refusalOf(call: Promise<unknown>): Promise<Error | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((long) => pieces(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

function pieces(word: string, width: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; at += width) found.push(word.slice(at, at + width));
  return found;
}
