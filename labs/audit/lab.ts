import { join } from 'node:path';
import { CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { clientConfig } from '../clients.ts';
import type { Lab, LabSettings } from '../lab.ts';
import { startServer, type PrivateServer } from '../private-server.ts';
import { advanceClock } from '../service-clock.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { deliver } from './delivery.ts';
import { survive } from './survival.ts';
import { verifyDigests } from './verification.ts';

/** A private server in dev mode, whose clock the lab turns, and clients of the account of its root. */
export interface AuditBench {
  readonly account: string;
  readonly bucket: string;
  readonly trailArn: string;
  clients(): AuditClients;
  current(): PrivateServer;
  /** Moves service time forward; answers when all that is due has been done. `PT1H`. */
  advance(duration: string): Promise<void>;
  /** Ends the process as a power cut would, and starts another on the same data. */
  crash(): Promise<void>;
}

export interface AuditClients {
  readonly kms: KMSClient;
  readonly s3: S3Client;
  readonly trail: CloudTrailClient;
}

const ACCOUNT = '000000000000';
const BUCKET = 'audit-logs';

export const audit: Lab = {
  name: 'audit',
  title: 'Audit: every call once, where you want it, and proof that nobody changed it',
  run: (settings) => withPrivateServer(settings),
};

async function withPrivateServer(settings: LabSettings): Promise<void> {
  const { narrator, program, running } = settings;
  if (running !== undefined) {
    narrator.skip(
      'the lab',
      'it turns the clock and kills its server: run it without --use-running',
    );
    return;
  }
  const { folder, remove } = makeTemporaryFolder();
  const dataDirectory = join(folder, 'data');
  const start = () => startServer({ program, dataDirectory, flags: ['--dev'] });
  let server = await start();
  const bench: AuditBench = {
    account: ACCOUNT,
    bucket: BUCKET,
    trailArn: `arn:aws:cloudtrail:us-east-1:${ACCOUNT}:trail/audit`,
    current: () => server,
    clients: () => {
      const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
      const config = clientConfig(server.url, credentials);
      return {
        kms: new KMSClient(config),
        s3: new S3Client(config),
        trail: new CloudTrailClient(config),
      };
    },
    advance: (duration) => advanceClock(server.url, duration),
    crash: async () => {
      await server.kill();
      server = await start();
    },
  };
  try {
    narrator.say(`A private server in dev mode keeps its data in ${dataDirectory}.`);
    narrator.part('Delivery: a trail into a bucket');
    await narrator.attempt('part 1 ran to its end', () => deliver(settings, bench));
    narrator.part('Survival: a server that is killed while it works');
    await narrator.attempt('part 2 ran to its end', () => survive(settings, bench));
    narrator.part('Proof: digests, and what happens to who tampers');
    await narrator.attempt('part 3 ran to its end', () => verifyDigests(settings, bench));
  } finally {
    await server.kill();
    remove();
  }
}
