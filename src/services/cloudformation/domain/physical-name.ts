const RANDOM_CHARACTERS = 12;

/** `<stack>-<logical id>-<random>`, no longer than `max`: the stack's name and the logical id are cut alike. */
export function physicalName(
  parts: { readonly stack: string; readonly logicalId: string; readonly random: string },
  max: number,
): string {
  const { stack, logicalId } = parts;
  const random = parts.random.slice(0, RANDOM_CHARACTERS);
  const room = max - random.length - 2;
  const whole = `${stack}-${logicalId}-${random}`;
  if (whole.length <= max) return whole;
  const half = Math.max(1, Math.floor(room / 2));
  const first = stack.slice(0, Math.max(half, room - logicalId.length));
  const second = logicalId.slice(0, Math.max(1, room - first.length));
  return `${first}-${second}-${random}`;
}
