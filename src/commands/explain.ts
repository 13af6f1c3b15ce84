import { UsageError } from '../config/up-config.ts';
import { askServer } from './control.ts';
import { readDataFlag } from './data-flag.ts';

/** `holdfast explain <request-id>`: which statements were weighed for a call, and which decided. */
export async function explain(argv: readonly string[]): Promise<number> {
  const { dataDirectory, words } = readDataFlag(argv);
  const [requestId] = words;
  if (requestId === undefined) {
    throw new UsageError('explain wants the request id of a call: holdfast explain <request-id>');
  }
  const answer = await askServer(
    dataDirectory,
    'GET',
    `/_holdfast/explain/${encodeURIComponent(requestId)}`,
  );
  process.stdout.write(answer.body);
  return answer.status === 200 ? 0 : 1;
}
