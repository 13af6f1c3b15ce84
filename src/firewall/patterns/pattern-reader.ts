/** A pattern being read, and where. */
export class PatternReader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The character that comes next; empty at the end. */
  get peek(): string {
    return this.text.charAt(this.at);
  }

  next(): string {
    this.at += 1;
    return this.text.charAt(this.at - 1);
  }

  /** Takes a text if it comes next. */
  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  /** Takes what a sticky pattern finds here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }
}

/** Why a pattern is refused; it ends at the caller of `parsePattern`. */
export class PatternFault extends Error {}
