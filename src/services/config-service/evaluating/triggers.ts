import type {
  MaximumExecutionFrequency,
  MessageType,
} from '../../../../models/config-service/types.ts';
import type { Rule } from '../state.ts';
import { managedOf } from './judging.ts';

/** Whether what happens has a customer's rule run. */
export function isTriggeredBy({ source }: Rule, type: MessageType): boolean {
  if (source.Owner !== 'CUSTOM_LAMBDA') return false;
  return (source.SourceDetails ?? []).some(({ MessageType: own }) => own === type);
}

/** How often the rule runs by itself; undefined where it does not. */
export function periodOf(rule: Rule): MaximumExecutionFrequency | undefined {
  const managed = managedOf(rule);
  if (managed !== undefined) {
    const isPeriodic = managed.kind === 'account' || managed.trigger !== 'change';
    return isPeriodic ? (rule.frequency ?? 'TwentyFour_Hours') : undefined;
  }
  const scheduled = (rule.source.SourceDetails ?? []).find(
    ({ MessageType: own }) => own === 'ScheduledNotification',
  );
  if (scheduled === undefined) return undefined;
  return scheduled.MaximumExecutionFrequency ?? rule.frequency ?? 'TwentyFour_Hours';
}
