import type { SnsOperations } from '../../../../models/sns/types.ts';
import type { UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { parseArn } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { ownName, type Reference } from '../recording/asking.ts';
import { channels, ONLY } from '../state.ts';
import { noteDelivery } from './writing.ts';

const TELL = 'config.tellTopic';
/** What a job's payload may hold; longer notices are told short. */
const MESSAGE_CHARACTERS_MAX = 60_000;
const SUBJECT_CHARACTERS_MAX = 100;

const publish: Reference<SnsOperations['Publish']> = { service: 'sns', operation: 'Publish' };

export interface Notice {
  /** Unique in the account and Region. */
  readonly id: string;
  readonly subject: string;
  readonly message: JsonObject;
}

/** Tells the channel's topic something, once. */
export function tellTopic(unit: Unit, scope: Scope, now: Instant, notice: Notice): void {
  const text = JSON.stringify(notice.message);
  const message = text.length > MESSAGE_CHARACTERS_MAX ? oversized(notice.message) : text;
  const subject = notice.subject.slice(0, SUBJECT_CHARACTERS_MAX);
  unit.order({
    id: `${TELL}/${scope.account}/${scope.region}/${notice.id}`,
    kind: TELL,
    scope,
    due: now,
    payload: JSON.stringify({ subject, message }),
  });
}

/** Without what is long: who wants it asks for the resource's history. */
function oversized(message: JsonObject): string {
  const { configurationItem: _item, configurationItemDiff: _diff, ...rest } = message;
  return JSON.stringify({ ...rest, messageType: 'OversizedConfigurationItemChangeNotification' });
}

export const topicJob: UnitJob = {
  kind: TELL,
  run: async (payload, context) => {
    const { unit, scope } = context;
    const channel = await unit.view(scope).get(channels, ONLY);
    if (channel?.topic === undefined) return;
    const value: JsonValue = JSON.parse(payload);
    const { subject, message } = isJsonObject(value) ? value : {};
    if (typeof subject !== 'string' || typeof message !== 'string') {
      throw new Error('the job holds no notice');
    }
    let refused: string | undefined;
    try {
      const input = { TopicArn: channel.topic, Subject: subject, Message: message };
      const region = parseArn(channel.topic)?.region ?? scope.region;
      const as = ownName(scope);
      await context.callService(publish, input, { region, as });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      refused = error.code;
    }
    if (channel.stream?.status !== (refused === undefined ? 'Success' : 'Failure')) {
      await noteDelivery(context, 'stream', refused);
    }
  },
};
