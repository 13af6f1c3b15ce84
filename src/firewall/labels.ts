/**
 * The labels that a request has gathered, fully qualified and in order. A rule's own labels join them when the rule has been
 * evaluated, so that no rule sees its own.
 */
export class LabelSet {
  readonly #labels = new Set<string>();
  #waiting: string[] = [];

  /** Joins when the rule that is being evaluated has ended. */
  addLater(label: string): void {
    this.#waiting.push(label);
  }

  /** The rule has ended. */
  settle(): void {
    if (this.#waiting.length === 0) return;
    for (const label of this.#waiting) this.#labels.add(label);
    this.#waiting = [];
  }

  /** The rule that was being evaluated isn't applied. */
  discard(): void {
    this.#waiting = [];
  }

  has(label: string): boolean {
    return this.#labels.has(label);
  }

  get all(): readonly string[] {
    return [...this.#labels];
  }

  filter(test: (label: string) => boolean): readonly string[] {
    return [...this.#labels].filter(test);
  }
}

/** `awswaf:111122223333:webacl:name:` or `…:rulegroup:name:`, from the ARN of either. */
export function labelPrefixOf(arn: string): string {
  const [, , , , account = '', resource = ''] = arn.split(':');
  const [, kind = '', name = ''] = resource.split('/');
  return `awswaf:${account}:${kind}:${name}:`;
}
