import { describe, expect, test } from 'vitest';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { requestOf } from './requests.ts';
import { managedProgram } from './web-acls.ts';

const program = managedProgram(['AWSManagedRulesSQLiRuleSet', 'AWSManagedRulesCommonRuleSet']);

function labelsOf(
  body: string,
  types: readonly string[],
  bodyContinues = false,
): readonly string[] {
  const moreHeaders = types.flatMap((type) => ['Content-Type', type]);
  const request = requestOf('/', { method: 'POST', moreHeaders, body, bodyContinues });
  return program.evaluate(request, new SlidingCounters(), 0).labels;
}

const TYPE = 'multipart/form-data; boundary=AbC';
const SCRIPT = '<script>alert(1)</script>';
const SQL = "1' OR '1'='1";
const FIELD = 'Content-Disposition: form-data; name="a"\r\n\r\n';
const FILE =
  'Content-Disposition: form-data; name="f"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n';

/** Parts as browsers write them, into one body. */
function bodyOf(...parts: readonly string[]): string {
  return `${parts.map((part) => `--AbC\r\n${part}\r\n`).join('')}--AbC--\r\n`;
}

const HIDDEN: readonly (readonly [what: string, body: string, types?: readonly string[]])[] = [
  ['a field', bodyOf(FIELD + SCRIPT)],
  ['SQL in a field', bodyOf(FIELD + SQL)],
  ['a text file', bodyOf(FILE.replace('image/png', 'text/plain') + SCRIPT)],
  ['an image that is text', bodyOf(FILE.replace('image/png', 'image/svg+xml') + SCRIPT)],
  ['a file without a type', bodyOf(FILE.replace('Content-Type: image/png\r\n', '') + SCRIPT)],
  ['the name of a field', bodyOf(FIELD.replace('"a"', `"${SQL}"`))],
  ['the name of a file', bodyOf(FILE.replace('a.png', SCRIPT))],
  ['another parameter', bodyOf(FILE.replace('name=', `x="${SCRIPT}"; name=`))],
  ['another header', bodyOf(`X-A: ${SCRIPT}\r\n${FIELD}1`)],
  ['a type', bodyOf(FILE.replace('image/png', SCRIPT))],
  ['a boundary within a line of a file', bodyOf(`${FILE}x--AbC\r\n${FIELD}${SCRIPT}`)],
  ['the boundary within a field’s line', bodyOf(`${FIELD}<script --AbC\r\n>alert(1)</script>`)],
  [
    'a longer line than the boundary',
    bodyOf(`${FIELD}1`, `${FILE}x\r\n--AbCD\r\n${FIELD}${SCRIPT}`),
  ],
  [
    'a file name in another header',
    bodyOf(`X-A: filename="a.png"\r\nContent-Type: image/png\r\n${FIELD}${SCRIPT}`),
  ],
  [
    'a file name within a name',
    bodyOf(
      `Content-Disposition: form-data; name="a; filename=b"\r\nContent-Type: image/png\r\n\r\n${SCRIPT}`,
    ),
  ],
  [
    'a file name within quotes that a backslash ends',
    bodyOf(
      `Content-Disposition: form-data; name="a\\"; filename=\\"b"\r\nContent-Type: image/png\r\n\r\n${SCRIPT}`,
    ),
  ],
  [
    'two dispositions',
    bodyOf(
      `Content-Disposition: form-data; name="f"; filename="a.png"\r\nContent-Type: image/png\r\n${FIELD}${SCRIPT}`,
    ),
  ],
  [
    'two names of a file',
    bodyOf(`${FILE.replace('; filename', '; filename=""; filename')}${SCRIPT}`),
  ],
  ['an empty name of a file', bodyOf(FILE.replace('a.png', '') + SCRIPT)],
  ['a head of line feeds', bodyOf(FILE.replaceAll('\r\n', '\n') + SCRIPT)],
  ['a boundary of line feeds', bodyOf(`${FIELD}x\n--AbC\n${FILE}${SCRIPT}`)],
  ['before the first boundary', SCRIPT + bodyOf(`${FIELD}1`)],
  ['behind the last boundary', bodyOf(`${FIELD}1`) + SCRIPT],
  [
    'a boundary behind the last one',
    `${bodyOf(`${FIELD}1`)}--AbC\r\n${FIELD}${SQL}\r\n--AbC--\r\n`,
  ],
  [
    'a part without an end',
    `--AbC\r\n${FIELD}1\r\n--AbC\r\nContent-Disposition: form-data; name="${SCRIPT}"`,
  ],
  [
    'behind a thousand parts',
    bodyOf(...Array.from({ length: 1_001 }, () => `${FIELD}1`), FIELD + SQL),
  ],
  ['a boundary that no header names', bodyOf(FIELD + SQL), ['multipart/form-data']],
  [
    'another boundary than the header’s',
    bodyOf(FILE + SCRIPT),
    ['multipart/form-data; boundary=other'],
  ],
  ['two boundaries in the header', bodyOf(FILE + SCRIPT), [`${TYPE}; boundary=x`]],
  [
    'a form that is said to be multipart behind',
    'a=1%27+OR+%271%27%3D%271',
    ['application/x-www-form-urlencoded; multipart/'],
  ],
  [
    'a form with two types',
    'a=1%27+OR+%271%27%3D%271',
    [TYPE, 'application/x-www-form-urlencoded'],
  ],
];

const QUIET: readonly (readonly [what: string, body: string, continues?: boolean])[] = [
  ['fields and a file', bodyOf(`${FIELD}O'Reilly & Sons`, `${FILE}\x89PNG\r\n\x1a\n--x ' -- "`)],
  ['the bytes of a file', bodyOf(`${FILE}\x89PNG ${SCRIPT}`)],
  ['a file that goes on behind what is inspected', `--AbC\r\n${FILE}\x89PNG ${SCRIPT}`, true],
];

describe('multipart bodies', () => {
  test.each(HIDDEN.map((each) => ({ each, name: each[0] })))(
    'what stands in $name is found',
    ({ each: [, body, types = [TYPE]] }) => {
      expect(labelsOf(body, types).join(' ')).toMatch(/CrossSiteScripting_Body|SQLi_Body/);
    },
  );

  test.each(QUIET.map((each) => ({ each, name: each[0] })))(
    '$name is no finding',
    ({ each: [, body, continues = false] }) => {
      const labels = labelsOf(body, [TYPE], continues);
      expect(labels.filter((label) => !label.endsWith(':SizeRestrictions_Body'))).toEqual([]);
    },
  );

  test('every case ran', () => {
    expect([HIDDEN.length, QUIET.length]).toEqual([31, 3]);
  });
});
