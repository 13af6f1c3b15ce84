import { join } from 'node:path';
import type { Credentials, Lab, LabSettings } from '../lab.ts';
import { startServer, type PrivateServer } from '../private-server.ts';
import { makeTemporaryFolder } from '../temporary-folder.ts';
import { atRest } from './at-rest.ts';
import { clientSide } from './client-side.ts';
import { inFlight } from './in-flight.ts';

/** A private server's life: its directory outlives each of its processes. */
export interface Bench {
  readonly folder: string;
  readonly dataDirectory: string;
  readonly credentials: Credentials;
  current(): PrivateServer;
  /** Ends the running process and starts another on the same data. */
  restart(how: { readonly tls: boolean }): Promise<PrivateServer>;
}

export const encryption: Lab = {
  name: 'encryption',
  title: 'Encryption: in flight, at rest, and before the data leaves the client',
  run: (settings) =>
    settings.running === undefined ? withPrivateServer(settings) : withRunning(settings),
};

async function withPrivateServer(settings: LabSettings): Promise<void> {
  const { narrator, program } = settings;
  const { folder, remove } = makeTemporaryFolder();
  const dataDirectory = join(folder, 'data');
  let server = await startServer({ program, dataDirectory });
  try {
    const { credentials } = server;
    if (credentials === undefined) throw new Error('the first start printed no credentials');
    const bench: Bench = {
      folder,
      dataDirectory,
      credentials,
      current: () => server,
      restart: async ({ tls }) => {
        await server.stop();
        server = await startServer({ program, dataDirectory, tls });
        return server;
      },
    };
    narrator.say(`A private server keeps its data in ${dataDirectory}; both go when the lab ends.`);
    narrator.part('In flight: what somebody on the wire sees');
    await narrator.attempt('part 1 ran to its end', () => inFlight(settings, bench));
    narrator.part('At rest: what somebody with the disk sees');
    await narrator.attempt('part 2 ran to its end', () => atRest(settings, bench));
    narrator.part('On the client: data the server never sees');
    await narrator.attempt('part 3 ran to its end', async () => {
      const { url, authorityFile } = await bench.restart({ tls: true });
      await clientSide(settings, { url, authorityFile, folder, credentials, region: 'us-east-1' });
    });
  } finally {
    await server.kill();
    remove();
  }
}

async function withRunning(settings: LabSettings): Promise<void> {
  const { narrator, running } = settings;
  if (running === undefined) return;
  narrator.say(`Using the server at ${running.url}.`);
  const why = 'it stops and starts its server: run the lab without --use-running';
  narrator.part('In flight: what somebody on the wire sees');
  narrator.skip('part 1', why);
  narrator.part('At rest: what somebody with the disk sees');
  narrator.skip('part 2', why);
  narrator.part('On the client: data the server never sees');
  const { folder, remove } = makeTemporaryFolder();
  try {
    await clientSide(settings, { ...running, folder, authorityFile: undefined });
  } finally {
    remove();
  }
}
