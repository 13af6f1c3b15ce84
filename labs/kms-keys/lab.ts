import { ACCOUNT, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { aliases, deletion } from './life.ts';
import { exchange, kinds, signatures } from './kinds.ts';

export const kmsKeys: Lab = {
  name: 'kms-keys',
  title: 'KMS keys: their kinds, what each is for, and how they end',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const kms = server.kms(ACCOUNT);
      narrator.part('Kinds: a specification says what a key can do');
      await narrator.attempt('part 1 ran to its end', () => kinds(narrator, kms));
      narrator.part('Signatures and secrets that others can check');
      await narrator.attempt('part 2 ran to its end', async () => {
        await signatures(narrator, kms);
        await exchange(narrator, kms);
      });
      narrator.part('Names: aliases');
      await narrator.attempt('part 3 ran to its end', () => aliases(narrator, kms));
      narrator.part('The end: a waiting period, and what is left after it');
      await narrator.attempt('part 4 ran to its end', () => deletion(narrator, server));
    }),
};
