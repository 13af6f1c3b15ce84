import { withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import { conditions } from './conditions.ts';
import { grants } from './grants.ts';
import { keyPolicies as policies } from './policies.ts';

export const keyPolicies: Lab = {
  name: 'key-policies',
  title: 'Key policies, IAM policies and grants: who may use a key, and why not',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      narrator.part('The key policy decides whether IAM is heard at all');
      await narrator.attempt('part 1 ran to its end', () => policies(narrator, server));
      narrator.part('Conditions: the encryption context, and the service in between');
      await narrator.attempt('part 2 ran to its end', () => conditions(narrator, server));
      narrator.part('Grants: permission that is handed on and given back');
      await narrator.attempt('part 3 ran to its end', () => grants(narrator, server));
    }),
};
