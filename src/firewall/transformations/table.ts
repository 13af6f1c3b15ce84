import type { ByteString } from '../byte-string.ts';
import { base64Decode, base64DecodeExt } from './base64.ts';
import { commandLine, commandLineUnix, commandLineWin } from './command-line.ts';
import { removeCommentsChar, replaceComments } from './comments.ts';
import { cssDecode } from './css.ts';
import { md5, sha256 } from './digests.ts';
import { escapeSequencesDecode } from './escape-sequences.ts';
import { hexDecode, sqlHexDecode } from './hex.ts';
import { htmlEntityDecode } from './html-entities.ts';
import { javascriptDecode, javascriptDecodeExt } from './javascript.ts';
import { lowercase, uppercase } from './letter-case.ts';
import { removeNulls, replaceNulls } from './nulls.ts';
import { normalizePath, normalizePathWin } from './paths.ts';
import { urlDecode, urlDecodeUni } from './url.ts';
import { utf8ToUnicode } from './utf8.ts';
import { compressWhiteSpace, removeWhitespace, trim, trimLeft, trimRight } from './white-space.ts';

/** Returns the very same string where nothing changes. */
export type Transformation = (value: ByteString) => ByteString;

/** Every text transformation by its name in the API, but NONE. All are linear in the length of the value. */
export const TRANSFORMATIONS: ReadonlyMap<string, Transformation> = new Map([
  ['BASE64_DECODE', base64Decode],
  ['BASE64_DECODE_EXT', base64DecodeExt],
  ['CMD_LINE', commandLine],
  ['CMD_LINE_UNIX', commandLineUnix],
  ['CMD_LINE_WIN', commandLineWin],
  ['COMPRESS_WHITE_SPACE', compressWhiteSpace],
  ['CSS_DECODE', cssDecode],
  ['ESCAPE_SEQ_DECODE', escapeSequencesDecode],
  ['HEX_DECODE', hexDecode],
  ['HTML_ENTITY_DECODE', htmlEntityDecode],
  ['JS_DECODE', javascriptDecode],
  ['JS_DECODE_EXT', javascriptDecodeExt],
  ['LOWERCASE', lowercase],
  ['MD5', md5],
  ['NORMALIZE_PATH', normalizePath],
  ['NORMALIZE_PATH_WIN', normalizePathWin],
  ['REMOVE_COMMENTS_CHAR', removeCommentsChar],
  ['REMOVE_NULLS', removeNulls],
  ['REMOVE_WHITESPACE', removeWhitespace],
  ['REPLACE_COMMENTS', replaceComments],
  ['REPLACE_NULLS', replaceNulls],
  ['SHA256', sha256],
  ['SQL_HEX_DECODE', sqlHexDecode],
  ['TRIM', trim],
  ['TRIM_LEFT', trimLeft],
  ['TRIM_RIGHT', trimRight],
  ['UPPERCASE', uppercase],
  ['URL_DECODE', urlDecode],
  ['URL_DECODE_UNI', urlDecodeUni],
  ['UTF8_TO_UNICODE', utf8ToUnicode],
]);
