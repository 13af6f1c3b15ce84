import type { ByteString } from '../byte-string.ts';

/** Looks for something bad in a value; the pieces that gave it away. */
export type Detector = (value: ByteString) => readonly string[] | undefined;

/**
 * A detector of patterns. `signs` has to be found first: a pattern so simple that most values end there. Every pattern is
 * bounded in what it repeats, so that a value is searched in linear time.
 */
export function patternDetector(signs: RegExp, patterns: readonly RegExp[]): Detector {
  return (value) => {
    if (!signs.test(value)) return undefined;
    for (const pattern of patterns) {
      const found = pattern.exec(value);
      if (found !== null) return [found[0]];
    }
    return undefined;
  };
}
