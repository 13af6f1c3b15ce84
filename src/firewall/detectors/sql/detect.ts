export function detectSqlInjection(
  value: string,
  level: 'LOW' | 'HIGH',
): readonly string[] | undefined {
  return /\bor\b.*=/i.test(value) && level ? [value] : undefined;
}
