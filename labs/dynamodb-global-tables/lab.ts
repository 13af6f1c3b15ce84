import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { clientSide } from './client-side.ts';
import { loss } from './loss.ts';
import { replica } from './replica.ts';
import { makeScene } from './scene.ts';

export const dynamodbGlobalTables: Lab = {
  name: 'dynamodb-global-tables',
  title: 'A global table, encrypted on the client under a multi-Region key',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      narrator.part('One table, in two Regions');
      await narrator.attempt('part 1 ran to its end', () => replica(scene));
      narrator.part('Encrypted before it leaves the application');
      await narrator.attempt('part 2 ran to its end', () => clientSide(scene));
      narrator.part('A Region loses its keys');
      await narrator.attempt('part 3 ran to its end', () => loss(scene));
    }),
};
