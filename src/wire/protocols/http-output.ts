import type { Member, StructureShape } from '../../model/types.ts';
import { isRecord } from '../codecs/malformed.ts';
import { isSimple, textWriter } from '../codecs/text.ts';
import { asArray } from '../codecs/tree.ts';

export interface BoundOutput {
  readonly status: number | undefined;
  readonly headers: [string, string][];
}

/** Members that travel in status and headers. */
export function writeBoundMembers(shape: StructureShape, output: unknown): BoundOutput {
  const headers: [string, string][] = [];
  let status: number | undefined;
  if (!isRecord(output)) return { status, headers };
  for (const member of shape.members) {
    const value = output[member.name];
    if (value === undefined || value === null) continue;
    const { binding } = member;
    if (binding.in === 'header') headers.push([binding.name, headerText(member, value)]);
    else if (binding.in === 'statusCode' && typeof value === 'number') status = value;
    else if (binding.in === 'prefixHeaders' && isRecord(value)) {
      for (const [name, text] of Object.entries(value)) {
        if (/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
          headers.push([binding.prefix + name, safe(String(text))]);
        }
      }
    }
  }
  return { status, headers };
}

function headerText(member: Member, value: unknown): string {
  const { shape, timestampFormat } = member;
  if (shape.type === 'list' && isSimple(shape.member)) {
    const write = textWriter(shape.member, 'http-date');
    const quotes = shape.member.type === 'string';
    return safe(
      asArray(value)
        .map((entry) => listEntry(write(entry), quotes))
        .join(', '),
    );
  }
  if (!isSimple(shape)) return '';
  if (shape.type === 'string' && shape.mediaType === 'application/json') {
    return Buffer.from(String(value)).toString('base64');
  }
  const formatted = timestampFormat === undefined ? shape : { ...shape, timestampFormat };
  return safe(textWriter(formatted, 'http-date')(value));
}

function listEntry(text: string, quotes: boolean): string {
  if (!quotes || !/[",]/.test(text)) return text;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/**
 * Header values are bytes without line breaks: a stored value must never start a header of its own.
 */
function safe(text: string): string {
  const bytes = /^[\u0020-\u00ff\t]*$/.test(text) ? text : Buffer.from(text).toString('latin1');
  // oxlint-disable-next-line no-control-regex
  return bytes.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, ' ');
}
