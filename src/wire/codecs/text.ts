import type { Shape, SimpleShape, TimestampFormat } from '../../model/types.ts';
import { base64Of, blobFromBase64 } from './blobs.ts';
import { MalformedValue } from './malformed.ts';
import { booleanFromText, isNumeric, numberFromText, numberText } from './numbers.ts';
import { dateFromText, dateText } from './timestamps.ts';
import { asDate } from './tree.ts';

export type TextReader = (text: string) => unknown;
export type TextWriter = (value: unknown) => string;

/** Reads a simple shape from text; `format` is the place's default for timestamps. */
export function textReader(shape: SimpleShape, format: TimestampFormat): TextReader {
  if (isNumeric(shape.type)) return numberFromText(shape.type);
  switch (shape.type) {
    case 'boolean':
      return booleanFromText;
    case 'blob':
      return (text) => blobFromBase64(text.trim());
    case 'timestamp':
      return (text) => dateFromText(text, shape.timestampFormat ?? format);
    default:
      return (text) => text;
  }
}

export function textWriter(shape: SimpleShape, format: TimestampFormat): TextWriter {
  if (isNumeric(shape.type)) return numberText;
  switch (shape.type) {
    case 'blob':
      return base64Of;
    case 'timestamp':
      return (value) => dateText(asDate(value), shape.timestampFormat ?? format);
    case 'document':
      return (value) => JSON.stringify(value) ?? '';
    default:
      return (value) => String(value);
  }
}

export function isSimple(shape: Shape): shape is SimpleShape {
  return !['structure', 'union', 'list', 'map'].includes(shape.type);
}

/** Percent-decoding that refuses what `decodeURIComponent` cannot read. */
export function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new MalformedValue('Invalid percent-encoding');
  }
}
