import type { JobContext } from '../../contract/service.ts';
import type { Sealing } from './envelope.ts';
import type { SnsParts } from './operation.ts';
import { placeOf } from './resources.ts';
import { signerOf } from './signer.ts';
import { type SubscriptionDocument, topics } from './state.ts';

/** What a topic's messages are signed with. */
export async function sealingOf(
  { host }: SnsParts,
  { unit, now }: JobContext,
  { topicArn }: SubscriptionDocument,
): Promise<Sealing> {
  const { scope, name } = placeOf(topicArn, 1);
  const topic = await unit.view(scope).get(topics, name);
  return {
    signer: await signerOf(unit, now),
    version: topic?.attributes['SignatureVersion'] === '2' ? '2' : '1',
    address: await host.address(),
  };
}
