import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import type { ProtocolName } from '../../src/model/types.ts';
import { decodeRequest } from '../../src/wire/exchange.ts';
import { wireRequest } from '../../src/wire/request.ts';
import { buildRoutingIndex, route, routed } from '../../src/wire/route.ts';
import { protocols } from '../../src/wire/protocols/table.ts';
import { everything, operation, service } from './model-fixture.ts';

const op = operation('Do', everything(), everything());
const RUNS = 2000;

const texts = fc.oneof(
  fc.json(),
  fc.string(),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(
          'Names.member.1',
          'Flat.1',
          'Labels.entry.1.key',
          'Nested.When',
          'Choice.Left',
          '%',
          '.',
        ),
        fc.string(),
      ),
      { maxLength: 6 },
    )
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
  fc
    .array(
      fc.constantFrom(
        '<Everything>',
        '<Text>',
        '</Text>',
        '<Nested>',
        '</Nested>',
        '&lt;',
        '</Everything>',
        '<Flat>1</Flat>',
        '<![CDATA[x]]>',
        '<!DOCTYPE a>',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);
const bodies = fc.oneof(
  texts.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 200 }),
);

describe('any bytes: a typed value or a ServiceError', () => {
  const names = Object.values(protocols).map(({ name }) => name);
  it.each(names)('%s', (protocol: ProtocolName) => {
    let count = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        count++;
        try {
          const read = decodeRequest(
            op,
            protocol,
            wireRequest({ method: 'POST', target: '/', body }),
          );
          return typeof read === 'object';
        } catch (error) {
          return error instanceof ServiceError;
        }
      }),
      { seed: 7, numRuns: RUNS },
    );
    expect(count).toBe(RUNS);
  });
  it('covers seven protocols', () => expect(names.length).toBe(7));

  it('routing never throws', () => {
    const index = buildRoutingIndex([
      routed(service('iam', ['awsQuery'], [op])),
      routed(service('s3', ['restXml'], [op])),
    ]);
    let count = 0;
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), bodies, (path, scope, type, body) => {
        count++;
        const headers = [
          'Authorization',
          `x Credential=a/b/c/${scope}/aws4_request`,
          'Content-Type',
          type,
          'X-Amz-Target',
          path,
        ];
        const request = wireRequest({ method: 'POST', target: `/${path}`, headers, body });
        return route(index, request).kind !== 'pending';
      }),
      { seed: 7, numRuns: RUNS },
    );
    expect(count).toBe(RUNS);
  });
});
