import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { loadModel } from '../../src/model/load.ts';
import { encodeResponse } from '../../src/wire/exchange.ts';

test('an attribute with a prefix stands below a declaration of it, as strict readers want', () => {
  const s3 = loadModel('s3');
  const operation = s3.operations.get('GetBucketAcl');
  if (operation === undefined) throw new Error('S3 has access control lists');
  const Grantee = { ID: 'a'.repeat(64), Type: 'CanonicalUser' };
  const output = { Owner: { ID: Grantee.ID }, Grants: [{ Grantee, Permission: 'FULL_CONTROL' }] };
  const info = { requestId: 'id', isHead: false };
  const { body } = encodeResponse(s3, operation, 'restXml', output, info);
  const errors: Error[] = [];
  const types: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => errors.push(error));
  parser.on('opentag', ({ attributes }) => {
    for (const { uri, local, value } of Object.values(attributes)) {
      if (local === 'type') types.push(`${uri} ${value}`);
    }
  });
  parser.write(String(body)).close();
  expect(errors).toEqual([]);
  expect(types).toEqual(['http://www.w3.org/2001/XMLSchema-instance CanonicalUser']);
});
