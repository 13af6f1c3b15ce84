export function detectScript(value: string): readonly string[] | undefined {
  return /<script/i.test(value) ? [value] : undefined;
}
