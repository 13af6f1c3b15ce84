import type { ByteString } from '../byte-string.ts';
import { JsonTokens } from './json-tokens.ts';

/** A key or a leaf of a document, with its JSON Pointer. */
export interface JsonElement {
  readonly kind: 'KEY' | 'VALUE';
  readonly pointer: string;
  readonly text: ByteString;
}

export interface JsonReading {
  /** What was read, up to the first fault. */
  readonly elements: readonly JsonElement[];
  /** It is an object or an array, whole, and no object has a key twice. */
  readonly valid: boolean;
}

const DEPTH_MAX = 512;

interface Frame {
  readonly close: '}' | ']';
  readonly pointer: string;
  /** Of objects: the keys so far, and the key that waits for its value. */
  readonly keys?: Set<string>;
  key?: string | undefined;
  index: number;
}

/**
 * Reads JSON as leniently as the firewall it stands for: commas and colons may be missing or stand twice. Linear; no
 * recursion, so depth costs nothing but its own bytes. Closes: JSON that an application's parser forgives and a strict one
 * refuses, with the rest of it unread.
 */
export function readJson(body: ByteString): JsonReading {
  const tokens = new JsonTokens(body);
  const elements: JsonElement[] = [];
  const frames: Frame[] = [];
  const broken = { elements, valid: false };
  let done = false;
  for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
    const frame = frames.at(-1);
    if (done || token.kind === 'fault' || (frame === undefined && token.kind !== 'open')) {
      return broken;
    }
    if (token.kind === 'open') {
      if (frames.length === DEPTH_MAX || isWithoutKey(frame)) return broken;
      const pointer = frame === undefined ? '' : placeIn(frame);
      frames.push(token.text === '{' ? objectAt(pointer) : { close: ']', pointer, index: 0 });
    } else if (token.kind === 'close') {
      if (frame?.close !== token.text || frame.key !== undefined) return broken;
      frames.pop();
      done = frames.length === 0;
    } else if (frame !== undefined && !addText(frame, token.text, token.quoted, elements)) {
      return broken;
    }
  }
  return { elements, valid: done };
}

function objectAt(pointer: string): Frame {
  return { close: '}', pointer, keys: new Set(), index: 0 };
}

function isWithoutKey(frame: Frame | undefined): boolean {
  return frame?.keys !== undefined && frame.key === undefined;
}

/** False: an object's key that isn't a string, or stands twice. */
function addText(
  frame: Frame,
  text: ByteString,
  quoted: boolean,
  elements: JsonElement[],
): boolean {
  if (!isWithoutKey(frame)) {
    elements.push({ kind: 'VALUE', pointer: placeIn(frame), text });
    return true;
  }
  const isNew = quoted && frame.keys?.has(text) === false;
  if (!isNew) return false;
  frame.keys?.add(text);
  frame.key = text;
  const pointer = `${frame.pointer}/${escaped(text)}`;
  elements.push({ kind: 'KEY', pointer, text });
  return true;
}

/** The pointer of the value that comes next, which it takes. */
function placeIn(frame: Frame): string {
  if (frame.keys === undefined) {
    frame.index += 1;
    return `${frame.pointer}/${frame.index - 1}`;
  }
  const key = frame.key ?? '';
  frame.key = undefined;
  return `${frame.pointer}/${escaped(key)}`;
}

function escaped(key: string): string {
  return /[~/]/.test(key) ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
