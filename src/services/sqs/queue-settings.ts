import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { isFault, readAttributes } from './domain/attributes.ts';
import type { QueueSettings, RedrivePolicy } from './domain/settings.ts';
import { invalidAttributeName, invalidAttributeValue, invalidParameter } from './errors.ts';
import { pathOfArn, queueArn } from './resources.ts';
import { queues } from './state.ts';

/** Errors: InvalidAttributeName, InvalidAttributeValue. */
export function settingsOf(
  given: Readonly<Record<string, string>>,
  settings: QueueSettings,
  isFifo: boolean,
): QueueSettings {
  const read = readAttributes(given, settings, isFifo);
  if (!isFault(read)) return read;
  throw read.fault === 'name' ? invalidAttributeName(read.text) : invalidAttributeValue(read.text);
}

/** A dead-letter queue is of the same account, Region and type, and lets the source use it. */
export async function requireRedrive(
  redrive: RedrivePolicy | undefined,
  source: Scope & { readonly name: string; readonly isFifo: boolean },
  view: View,
): Promise<void> {
  if (redrive === undefined) return;
  const { account, region } = source;
  const invalid = (reason: string) =>
    invalidParameter(
      `Value ${JSON.stringify({ deadLetterTargetArn: redrive.target, maxReceiveCount: redrive.maxReceives })} ` +
        `for parameter RedrivePolicy is invalid. Reason: ${reason}`,
    );
  const path = pathOfArn(redrive.target, region);
  const name = path?.startsWith(`${account}/`) ? path.slice(account.length + 1) : undefined;
  const target = name === undefined ? undefined : await view.get(queues, name);
  if (target === undefined) {
    throw invalid('Dead letter target does not exist.');
  }
  if (target.isFifo !== source.isFifo) {
    throw invalid('Dead-letter queue must be same type of queue as the source.');
  }
  const { permission = 'allowAll', sources = [] } = target.settings.redriveAllow ?? {};
  const isAllowed =
    permission === 'allowAll' ||
    (permission === 'byQueue' && sources.includes(queueArn({ account, region }, source.name)));
  if (!isAllowed) {
    throw invalid('Dead-letter queue does not allow this source queue to use it.');
  }
}
