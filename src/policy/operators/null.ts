/** The operator that asks for a key's presence instead of its value. */
export const NULL_OPERATOR = 'Null';

/** Whether the policy wants the key absent. Undefined when the text is no boolean. */
export function parseNullOperand(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}
