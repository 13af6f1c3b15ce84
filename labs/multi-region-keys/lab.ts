import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { related } from './related.ts';
import { makeScene } from './scene.ts';
import { single } from './single.ts';

export const multiRegionKeys: Lab = {
  name: 'multi-region-keys',
  title: 'The AWS Encryption SDK, its keyrings, and keys in several Regions',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene = await makeScene(narrator, server);
      narrator.part('Keyrings that name keys, and one that takes whatever it may');
      await narrator.attempt('part 1 ran to its end', () => single(scene));
      narrator.part('Keyrings that know related keys');
      await narrator.attempt('part 2 ran to its end', () => related(scene));
    }),
};
