import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { copies } from './copies.ts';
import { promotion } from './promotion.ts';
import { makeScene } from './scene.ts';

export const secretReplication: Lab = {
  name: 'secret-replication',
  title: 'A secret in two Regions, and the loss of one of them',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      narrator.part('One secret, under a key of each Region');
      await narrator.attempt('part 1 ran to its end', () => copies(scene));
      narrator.part('A Region is lost');
      await narrator.attempt('part 2 ran to its end', () => promotion(scene));
    }),
};
