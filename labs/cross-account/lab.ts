import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { bothSides } from './both-sides.ts';
import { organization } from './organization.ts';

export const crossAccount: Lab = {
  name: 'cross-account',
  title: 'Keys across accounts: both sides must agree, and an organization stands above both',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      narrator.part('Two accounts: the key’s owner and the caller’s own');
      await narrator.attempt('part 1 ran to its end', () => bothSides(narrator, server));
      narrator.part('An organization: what its policies take away');
      await narrator.attempt('part 2 ran to its end', () => organization(narrator, server));
    }),
};
