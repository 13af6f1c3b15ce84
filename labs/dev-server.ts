import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { clientConfig, type ClientConfig } from './clients.ts';
import type { LabSettings } from './lab.ts';
import { startServer } from './private-server.ts';
import { advanceClock } from './service-clock.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** The account of labs that need one. */
export const ACCOUNT = '111122223333';

/** A private server in dev mode: accounts by their twelve digits, and a clock that can be turned. */
export interface DevServer {
  /** What clients of the account's root are made with. */
  root(account: string, region?: string): ClientConfig;
  kms(account: string, region?: string): KMSClient;
  /** Makes a user with a key; gives what its clients are made with. `statements` are its one policy's. */
  user(account: string, name: string, ...statements: readonly object[]): Promise<ClientConfig>;
  /** `P1Y` */
  advance(duration: string): Promise<void>;
  /** What `holdfast explain` prints of a denied call. */
  explain(requestId: string): string;
  /** The audit records of one kind of event, newest first, as the event history gives them. */
  records(account: string, eventName: string, region?: string): Promise<readonly string[]>;
}

export type DevWork = (server: DevServer) => Promise<void>;

/** Runs a lab against a server of its own; one that runs already is left alone. */
export async function withDevServer(settings: LabSettings, work: DevWork): Promise<void> {
  const { narrator, program, running } = settings;
  if (running !== undefined) {
    const why = 'it needs accounts of its own and turns the clock: run it without --use-running';
    narrator.skip('the lab', why);
    return;
  }
  const { folder, remove } = makeTemporaryFolder();
  const dataDirectory = join(folder, 'data');
  const { url, stop } = await startServer({ program, dataDirectory, flags: ['--dev'] });
  const root = (account: string, region?: string): ClientConfig => ({
    ...clientConfig(url, { accessKeyId: account, secretAccessKey: 'any' }, undefined, region),
    // KMS makes five keys a second: clients try again, as they do with AWS.
    maxAttempts: 8,
  });
  try {
    narrator.say(`A private server in dev mode keeps its data in ${dataDirectory}.`);
    await work({
      root,
      kms: (account, region) => new KMSClient(root(account, region)),
      user: (account, name, ...statements) => newUser(root(account), name, statements),
      advance: (duration) => advanceClock(url, duration),
      explain: (requestId) => {
        const argv = [program, 'explain', requestId, '--data', dataDirectory];
        return spawnSync(process.execPath, argv, { encoding: 'utf8' }).stdout;
      },
      records: (account, eventName, region) => recordsOf(root(account, region), eventName),
    });
  } finally {
    await stop();
    remove();
  }
}

async function newUser(
  root: ClientConfig,
  UserName: string,
  statements: readonly object[],
): Promise<ClientConfig> {
  const iam = new IAMClient(root);
  await iam.send(new CreateUserCommand({ UserName }));
  if (statements.length > 0) {
    const PolicyDocument = policyText(...statements);
    await iam.send(new PutUserPolicyCommand({ UserName, PolicyName: 'own', PolicyDocument }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName }));
  const accessKeyId = AccessKey?.AccessKeyId ?? '';
  const secretAccessKey = AccessKey?.SecretAccessKey ?? '';
  return { ...root, credentials: { accessKeyId, secretAccessKey } };
}

async function recordsOf(root: ClientConfig, eventName: string): Promise<readonly string[]> {
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue: eventName }];
  const trail = new CloudTrailClient(root);
  const { Events = [] } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent);
}

/** A policy document of statements. */
export function policyText(...Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
