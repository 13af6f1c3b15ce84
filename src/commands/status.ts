import { askServer } from './control.ts';
import { readDataFlag } from './data-flag.ts';

/** `holdfast status [--data DIR]`: what `/_holdfast/health` says, readable. */
export async function status(argv: readonly string[]): Promise<number> {
  const { dataDirectory } = readDataFlag(argv);
  const answer = await askServer(dataDirectory, 'GET', '/_holdfast/health');
  process.stdout.write(answer.body);
  return answer.status === 200 ? 0 : 1;
}
