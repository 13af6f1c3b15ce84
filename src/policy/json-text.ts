import type { JsonValue } from '../core/json.ts';
import { PolicySyntaxError, SYNTAX_ERRORS } from './syntax-error.ts';

/** No policy AWS accepts comes near; it bounds the work a text can cause. */
export const MAX_POLICY_TEXT_BYTES = 256 * 1024;
const MAX_DEPTH = 20;

/**
 * Reads a policy's JSON. Refuses what `JSON.parse` lets pass: names that occur twice in one object,
 * of which the last would silently win and hide the first from whoever reviews the policy.
 */
export function parsePolicyJson(text: string, invalidJson: string): JsonValue {
  if (Buffer.byteLength(text) > MAX_POLICY_TEXT_BYTES) {
    throw new PolicySyntaxError('The policy document is too large.');
  }
  if (!isFlat(text)) throw new PolicySyntaxError(SYNTAX_ERRORS);
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PolicySyntaxError(invalidJson);
  }
  if (hasDuplicateNames(text)) throw new PolicySyntaxError(SYNTAX_ERRORS);
  return value;
}

/** The size AWS counts against its quotas: characters that are not white space. */
export function policySize(text: string): number {
  let size = 0;
  for (const character of text) {
    if (character.trim() !== '') size += 1;
  }
  return size;
}

/** Nesting is bounded before anything recursive sees the text. */
function isFlat(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) return false;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return true;
}

/** Expects valid JSON. In an object a string is a name when a colon follows it. */
function hasDuplicateNames(text: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      const names = open.at(-1);
      if (names !== undefined && isFollowedByColon(text, end + 1)) {
        const name: unknown = JSON.parse(text.slice(at, end + 1));
        if (typeof name !== 'string' || names.has(name)) return true;
        names.add(name);
      }
      at = end;
    }
  }
  return false;
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && (text[at] ?? '').trim() === '') at += 1;
  return text[at] === ':';
}

/** Index of the closing quote, or of the text's end when there is none. */
function endOfString(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}
