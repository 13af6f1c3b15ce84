import { UsageError } from '../config/up-config.ts';
import { askServer } from './control.ts';
import { readDataFlag } from './data-flag.ts';

/** `holdfast root-credentials --new`: replaces the root credentials and prints the new ones, once. */
export async function rootCredentials(argv: readonly string[]): Promise<number> {
  const { dataDirectory, given } = readDataFlag(argv, ['new']);
  if (!given.has('new')) {
    throw new UsageError('the secret is never shown twice; root-credentials --new replaces it');
  }
  const answer = await askServer(dataDirectory, 'POST', '/_holdfast/root-credentials');
  process.stdout.write(answer.body);
  return answer.status === 200 ? 0 : 1;
}
