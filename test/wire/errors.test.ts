import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import { decodeRequest, encodeError, encodeResponse } from '../../src/wire/exchange.ts';
import { wireRequest } from '../../src/wire/request.ts';
import { errorShape, everything, operation, service, structure } from './model-fixture.ts';

const info = { requestId: 'req-1', isHead: false };
const errors = new Map([
  ['NoSuchEntityException', errorShape('NoSuchEntityException', 404, 'Message', 'NoSuchEntity')],
]);
const thrown = new ServiceError('NoSuchEntityException', 'no <user>');
const op = operation('Do', everything(), structure('Empty', []));

describe('errors in the form of each protocol', () => {
  it('awsJson: code in body and header, the model spells the message', () => {
    const made = service('x', ['awsJson1_1'], [], { errors, queryCompatible: true });
    const answer = encodeError(made, 'awsJson1_1', thrown, info);
    expect(answer.status).toBe(404);
    expect(answer.body).toBe('{"__type":"NoSuchEntityException","Message":"no <user>"}');
    expect(answer.headers).toEqual([
      ['x-amzn-RequestId', 'req-1'],
      ['x-amzn-ErrorType', 'NoSuchEntityException'],
      ['Content-Type', 'application/x-amz-json-1.1'],
      ['x-amzn-query-error', 'NoSuchEntity;Sender'],
    ]);
  });

  it('awsQuery: ErrorResponse with the legacy code', () => {
    const made = service('iam', ['awsQuery'], [], { errors });
    const answer = encodeError(made, 'awsQuery', thrown, info);
    expect(answer.body).toBe(
      '<ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">' +
        '<Error><Type>Sender</Type>' +
        '<Code>NoSuchEntity</Code><Message>no &lt;user&gt;</Message></Error>' +
        '<RequestId>req-1</RequestId></ErrorResponse>',
    );
  });

  it('ec2Query: Response with Errors', () => {
    const answer = encodeError(
      undefined,
      'ec2Query',
      new ServiceError('AuthFailure', 't', {
        status: 401,
      }),
      info,
    );
    expect(answer.status).toBe(401);
    expect(answer.body).toContain(
      '<Response><Errors><Error><Code>AuthFailure</Code>' +
        '<Message>t</Message></Error></Errors><RequestID>req-1</RequestID></Response>',
    );
  });

  it('S3: Error as root, both ids, nothing for HEAD', () => {
    const made = service('s3', ['restXml'], []);
    const missing = new ServiceError('NoSuchKey', 'gone', { status: 404, members: { Key: 'a&b' } });
    const answer = encodeError(made, 'restXml', missing, info);
    expect(answer.body).toContain(
      '<Error><Code>NoSuchKey</Code><Message>gone</Message>' +
        '<Key>a&amp;b</Key><RequestId>req-1</RequestId><HostId>req-1</HostId></Error>',
    );
    expect(encodeError(made, 'restXml', missing, { ...info, isHead: true }).body).toBe('');
  });

  it('awsQuery: a result without members still has its result element', () => {
    const made = service('iam', ['awsQuery'], [op]);
    expect(encodeResponse(made, op, 'awsQuery', {}, info).body).toBe(
      '<DoResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><DoResult></DoResult>' +
        '<ResponseMetadata><RequestId>req-1</RequestId></ResponseMetadata></DoResponse>',
    );
  });
});

describe('input of the wrong type', () => {
  const cases: readonly [string, string][] = [
    ['{"Text":5}', 'NUMBER_VALUE can not be converted to a String'],
    ['{"Text":true}', 'TRUE_VALUE can not be converted to a String'],
    ['{"Text":{}}', 'Start of structure or map found where not expected.'],
    ['{"Small":"5"}', 'STRING_VALUE can not be converted to an Integer'],
    ['{"Small":1e10}', 'NUMBER_VALUE can not be converted to an Integer'],
    ['{"When":"x"}', 'STRING_VALUE can not be converted to milliseconds since epoch'],
    ['{"Names":"x"}', 'Unexpected field type'],
    ['{"Nested":[]}', 'Unexpected field type'],
    ['{"Bytes":"AP8"}', 'Invalid base64 encoding of a blob'],
    ['{"Choice":{}}', 'Expected exactly one member of a union, found 0'],
    ['{', 'The body is not valid JSON'],
    [`{"Nested":${'['.repeat(70)}`, 'Nesting exceeds 64 levels'],
  ];
  it.each(cases)('%s', (body, message) => {
    const request = wireRequest({ method: 'POST', target: '/', body });
    expect(() => decodeRequest(op, 'awsJson1_1', request)).toThrow(
      expect.objectContaining({ code: 'SerializationException', message }),
    );
  });
  it('covers every row', () => expect(cases.length).toBe(12));

  it('XML: document types are refused', () => {
    const body = '<!DOCTYPE x [<!ENTITY e "boom">]><Everything><Text>&e;</Text></Everything>';
    const request = wireRequest({ method: 'POST', target: '/', body });
    expect(() => decodeRequest(op, 'restXml', request)).toThrow(
      expect.objectContaining({ code: 'MalformedXML' }),
    );
  });

  it('JSON: prototype keys are only keys', () => {
    const body = '{"__proto__":{"x":1},"Labels":{"__proto__":"p"},"constructor":3}';
    const read = decodeRequest(
      op,
      'awsJson1_1',
      wireRequest({ method: 'POST', target: '/', body }),
    );
    expect(JSON.stringify(read)).toBe('{"Labels":{"__proto__":"p"}}');
  });
});
