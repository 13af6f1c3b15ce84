import type { ConditionDocument, PolicyDocument } from '../../../policy/document.ts';

/** By lower-case condition key. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** A text that a pattern matches, with what variables stand for. */
export function filled(pattern: string): string {
  return pattern
    .replaceAll(/\$\{([*?$])\}/g, '$1')
    .replaceAll(/\$\{[^}]*\}/g, 'any')
    .replaceAll('*', 'any')
    .replaceAll('?', 'x');
}

/** Values with which statements that allow apply, and those that deny don't. */
export function favourable(
  { statements }: PolicyDocument,
  isFree: (condition: ConditionDocument) => boolean,
): Values {
  const values = new Map<string, readonly string[]>();
  for (const { effect, conditions } of statements) {
    for (const condition of conditions) {
      const key = condition.key.toLowerCase();
      const met = isFree(condition) ? meeting(condition, effect) : [];
      if (met.length > 0) values.set(key, [...(values.get(key) ?? []), ...met]);
    }
  }
  return values;
}

/**
 * What a caller brings so that a condition of a statement that allows holds, or one of a statement that denies doesn't. None:
 * it brings nothing.
 */
function meeting(
  { operator, values }: ConditionDocument,
  effect: 'Allow' | 'Deny',
): readonly string[] {
  if (/(?:^|:)Null$/.test(operator)) {
    const isPresent = values.includes('false') === (effect === 'Allow');
    return isPresent ? ['any'] : [];
  }
  if (operator.includes('Not') === (effect === 'Allow')) return [];
  if (effect === 'Deny' && !operator.includes('Not')) return [];
  return values.flatMap((value) => valueFor(operator, value));
}

function valueFor(operator: string, value: string): readonly string[] {
  const by = /LessThan(?:IfExists)?$/.test(operator)
    ? -1
    : Number(/GreaterThan(?:IfExists)?$/.test(operator));
  if (/(?:^|:)Numeric/.test(operator)) return [String(Number(value) + by)];
  if (/(?:^|:)Date/.test(operator)) {
    const time = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value);
    return [new Date(time + by * 1_000).toISOString()];
  }
  if (/(?:^|:)(?:Not)?IpAddress/.test(operator)) return [value.replace(/\/\d+$/, '')];
  return [filled(value)];
}
