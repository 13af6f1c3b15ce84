import { expect, test } from 'vitest';
import { functionAnswer } from '../../../src/services/elbv2/traffic/function-event.ts';

test('a function says what its answer is, and not how it is cut and carried', () => {
  const headers = {
    'Content-Length': '3',
    'transfer-encoding': 'chunked',
    Connection: 'keep-alive',
    'Content-Type': 'text/plain',
    'X-Own': 'a',
  };
  const payload = JSON.stringify({ statusCode: 200, headers, body: 'more than three' });
  expect(functionAnswer(Buffer.from(payload))).toEqual({
    status: 200,
    headers: [
      ['Content-Type', 'text/plain'],
      ['X-Own', 'a'],
    ],
    body: 'more than three',
  });
});

test('what is no answer is none: a line break in a header, a status of its own, a body that is no text', () => {
  const cases = [
    { statusCode: 200, headers: { a: 'b\r\nc: d' } },
    { statusCode: 99 },
    { statusCode: 200, body: {} },
    [],
  ];
  for (const one of cases) expect(functionAnswer(Buffer.from(JSON.stringify(one)))).toBeUndefined();
  expect(cases).toHaveLength(4);
});
