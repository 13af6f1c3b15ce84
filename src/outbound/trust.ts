/** How a server is judged. */
export interface Trust {
  readonly thumbprints: readonly string[];
  /** Real time: certificates of others are no matter of service time. */
  readonly now: number;
}
