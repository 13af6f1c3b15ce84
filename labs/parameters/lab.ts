import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { access } from './access.ts';
import { hierarchy } from './hierarchy.ts';
import { secrets } from './secrets.ts';

export const parameters: Lab = {
  name: 'parameters',
  title: 'Parameters: configuration and secrets by name, and who may read them',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      narrator.part('A hierarchy of names, with versions and labels');
      await narrator.attempt('part 1 ran to its end', () => hierarchy(narrator, server));
      narrator.part('SecureStrings: KMS seals them, and AWS’s own tools open them');
      await narrator.attempt('part 2 ran to its end', () => secrets(narrator, server));
      narrator.part('Who may read');
      await narrator.attempt('part 3 ran to its end', () => access(narrator, server));
    }),
};
