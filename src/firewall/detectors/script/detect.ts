import type { ByteString } from '../../byte-string.ts';
import { isScriptValue } from './addresses.ts';
import { activeExpression } from './expressions.ts';
import { activeMarkup } from './html.ts';

/** Without one of these a value can't be script or markup: most values end here. */
const SUSPECT = /[<("'`=[{:&\\\xbc]|\+ADw-/;

/**
 * Finds script in a value, wherever a page puts it: as text, in an attribute with any quotes or none, as an address, or
 * within a script. Returns the piece that gave it away. Linear.
 */
export function detectScript(value: ByteString): readonly string[] | undefined {
  if (value.length < 4 || !SUSPECT.test(value)) return undefined;
  const text = value.includes('\0') ? value.replaceAll('\0', '') : value;
  const found =
    (text.includes('<') ? activeMarkup(text, 'data') : undefined) ??
    brokenAttribute(text) ??
    (isScriptValue(text) ? text : undefined) ??
    activeExpression(text);
  return found === undefined ? undefined : [found];
}

const CONTEXTS = ['"', "'", '`', 'unquoted'] as const;

function brokenAttribute(text: ByteString): string | undefined {
  if (!text.includes('=')) return undefined;
  for (const context of CONTEXTS) {
    const found = activeMarkup(text, context);
    if (found !== undefined) return found;
  }
  return undefined;
}
