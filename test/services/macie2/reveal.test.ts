import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  GetSensitiveDataOccurrencesAvailabilityCommand,
  GetSensitiveDataOccurrencesCommand,
  Macie2Client,
  UpdateRevealConfigurationCommand,
} from '@aws-sdk/client-macie2';
import { LookupEventsCommand, CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { revealOperations } from '../../../src/services/macie2/reveal.ts';
import { allFindings, classified, put, watched } from './bench.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GetSensitiveDataOccurrences: the object is read between its two units, which both decide', () => {
  const [operation] = revealOperations({
    classify: async (_plan, { key }) => ({
      status: { code: 'COMPLETE' },
      mimeType: key,
      size: 0,
      isArchive: false,
      detections: [],
    }),
  }).filter(({ name }) => name === 'GetSensitiveDataOccurrences');
  expect(operation).toMatchObject({ prepare: expect.any(Function), act: expect.any(Function) });
});

test('samples are told to who may read the object and use the key, and to nobody else', async () => {
  const watch = await watched(server);
  const { account, client } = watch;
  await put(watch, 'a.csv', 'id,SSN\n1,123-45-6789\n2,219-09-9999\n');
  await classified(watch);
  const [finding] = await allFindings(watch);
  const findingId = finding?.id ?? '';
  const ask = new GetSensitiveDataOccurrencesCommand({ findingId });
  await expect(client.send(ask)).rejects.toMatchObject({ name: 'ValidationException' });
  const { KeyMetadata } = await new KMSClient(server.client(account)).send(
    new CreateKeyCommand({}),
  );
  const kmsKeyId = KeyMetadata?.Arn ?? '';
  await client.send(
    new UpdateRevealConfigurationCommand({ configuration: { status: 'ENABLED', kmsKeyId } }),
  );
  expect(
    await client.send(new GetSensitiveDataOccurrencesAvailabilityCommand({ findingId })),
  ).toMatchObject({ code: 'AVAILABLE' });
  expect(await client.send(ask)).toMatchObject({
    status: 'SUCCESS',
    sensitiveDataOccurrences: {
      USA_SOCIAL_SECURITY_NUMBER: [{ value: '123-45-6789' }, { value: '219-09-9999' }],
    },
  });
  await put(watch, 'a.csv', 'id,SSN\n1,123-45-6789\n');
  await expect(client.send(ask)).rejects.toMatchObject({
    name: 'UnprocessableEntityException',
    message: 'The object changed since the finding was made',
  });
  const user = await newUser(server, account, 'curious', {
    allow: [
      { Effect: 'Allow', Action: 'macie2:*', Resource: '*' },
      { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
    ],
  });
  await expect(new Macie2Client(user).send(ask)).rejects.toMatchObject({
    message: expect.stringContaining('s3:GetObject'),
  });
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({
      LookupAttributes: [
        { AttributeKey: 'EventName', AttributeValue: 'GetSensitiveDataOccurrences' },
      ],
    }),
  );
  expect(JSON.stringify(Events)).not.toContain('123-45-6789');
});
