import { describe, expect, it } from 'vitest';
import type { OperationModel, ProtocolName } from '../../src/model/types.ts';
import { decodeRequest, encodeResponse } from '../../src/wire/exchange.ts';
import { wireRequest } from '../../src/wire/request.ts';
import { everything, operation, service } from './model-fixture.ts';

const shape = everything();
const samples: Readonly<Record<string, unknown>> = {
  Text: 'a <b> & "c" \u00e9 \u{1f600}',
  Flag: true,
  Small: -5,
  Large: 2 ** 40,
  Ratio: 1.5,
  Bytes: Uint8Array.of(0, 255, 1),
  When: new Date(1_700_000_000_123),
  Iso: new Date(1_700_000_000_000),
  Http: new Date(1_700_000_000_000),
  Names: ['one', 'two'],
  Flat: [1, 2],
  Labels: { a: 'b', constructor: 'c' },
  FlatMap: { x: 1 },
  Choice: { Left: 'x' },
  Nested: { Text: 'deep', Nested: { Flag: false } },
};
const op: OperationModel = operation('Do', shape, shape);
const info = { requestId: 'id', isHead: false };

describe('every kind of shape, written and read back', () => {
  const names: readonly ProtocolName[] = [
    'awsJson1_0',
    'awsJson1_1',
    'restJson1',
    'restXml',
    'rpcv2Cbor',
  ];
  let count = 0;
  for (const protocol of names) {
    for (const [name, value] of Object.entries(samples)) {
      count++;
      it(`${protocol}: ${name}`, () => {
        const made = service('x', [protocol], [op]);
        const { body } = encodeResponse(made, op, protocol, { [name]: value }, info);
        if (typeof body !== 'string' && !(body instanceof Uint8Array)) throw new Error('streamed');
        const read = decodeRequest(
          op,
          protocol,
          wireRequest({ method: 'POST', target: '/', body }),
        );
        expect(normal(read)).toEqual(normal({ [name]: value }));
      });
    }
  }
  it('ran for every pair', () => expect(count).toBe(75));
});

function normal(value: unknown): unknown {
  if (value instanceof Uint8Array) return [...value];
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(normal);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).map(([key, entry]) => [key, normal(entry)]);
}

describe('forms', () => {
  const form = (body: string, protocol: 'awsQuery' | 'ec2Query'): unknown =>
    decodeRequest(op, protocol, wireRequest({ method: 'POST', target: '/', body }));

  it('awsQuery: wrapped and flat lists and maps, nested structures, order by number', () => {
    expect(
      form(
        'Action=Do&Version=1&Text=a%20b+c&Names.member.10=z&Names.member.2=y&Flat.1=7' +
          '&Labels.entry.1.key=k&Labels.entry.1.value=v&FlatMap.1.key=q&FlatMap.1.value=3' +
          '&Nested.Text=n&Bytes=AP8B&When=2023-11-14T22:13:20Z',
        'awsQuery',
      ),
    ).toEqual({
      Text: 'a b c',
      Names: ['y', 'z'],
      Flat: [7],
      Labels: { k: 'v' },
      FlatMap: { q: 3 },
      Nested: { Text: 'n' },
      Bytes: Buffer.of(0, 255, 1),
      When: new Date(1_700_000_000_000),
    });
  });

  it('ec2Query: lists are flat', () => {
    expect(form('Action=Do&Names.1=a&Names.2=b', 'ec2Query')).toEqual({ Names: ['a', 'b'] });
  });

  it('awsQuery: an empty list is a list', () => {
    expect(form('Action=Do&Names=', 'awsQuery')).toEqual({ Names: [] });
  });
});
