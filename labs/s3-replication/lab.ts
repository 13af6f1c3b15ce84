import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { copies } from './copies.ts';
import { denied } from './denied.ts';
import { makeScene } from './scene.ts';

export const s3Replication: Lab = {
  name: 's3-replication',
  title: 'Encrypted objects, copied to another Region',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      narrator.part('Three objects, three encryptions');
      await narrator.attempt('part 1 ran to its end', () => copies(scene));
      narrator.part('The key of the copies shuts the role out');
      await narrator.attempt('part 2 ran to its end', () => denied(scene));
    }),
};
