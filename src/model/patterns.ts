import { RE2JS } from 're2js';

/**
 * A model's pattern as a whole-string test in linear time, so that no input can make it slow. Patterns with what RE2
 * lacks (look-around, back references) can't be had so; those members are checked by their length alone.
 */
export function compilePattern(pattern: string): ((text: string) => boolean) | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.matches(text);
  } catch {
    return undefined;
  }
}
