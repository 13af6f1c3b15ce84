/** Source: Systems Manager User Guide, "Working with parameter labels". */
const LABEL = /^[A-Za-z0-9_.-]{1,100}$/;
const RESERVED = /^(?:[0-9]|aws|ssm)/i;
export const LABELS_MAX = 10;

/** Attached labels: the version of each. */
export type Labels = Readonly<Record<string, number>>;

export function isLabel(text: string): boolean {
  return LABEL.test(text) && !RESERVED.test(text);
}

/** Labels of a version, in order. */
export function labelsOf(labels: Labels, version: number): readonly string[] {
  return Object.keys(labels)
    .filter((label) => labels[label] === version)
    .toSorted();
}
