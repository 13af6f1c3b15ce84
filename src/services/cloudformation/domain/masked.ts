/** Shorter texts stand in too many others, and hide nothing. */
const CHARACTERS_MIN = 4;

/** A text in which nobody reads any of these values. */
export function masked(text: string, values: Iterable<string>): string {
  let made = text;
  for (const value of values) {
    if (value.length >= CHARACTERS_MIN) made = made.replaceAll(value, '****');
  }
  return made;
}
