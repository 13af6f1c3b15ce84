import type { CloudwatchOperations } from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Unit, View } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import { onEveryAlarm } from './alarms.ts';
import { pageOf } from './pages.ts';
import { history, type HistoryDocument, timeKey } from './state.ts';

const PAGE = 100;
const ID_DIGITS = 12;

/** Notes what an alarm did, or what was done to it. */
export async function addHistory(
  unit: Pick<Unit, 'once'>,
  view: View,
  entry: HistoryDocument,
): Promise<void> {
  const random = await unit.once(() => hexId(ID_DIGITS));
  view.put(history, `${timeKey(entry.at)}/${random}`, entry);
}

export const describeAlarmHistory: OperationOf<CloudwatchOperations, 'DescribeAlarmHistory'> = {
  name: 'DescribeAlarmHistory',
  access: 'read',
  authorize: onEveryAlarm('cloudwatch:DescribeAlarmHistory'),
  handle: async (input, { call, view }) => {
    const { AlarmName: alarm, HistoryItemType: type, StartDate, EndDate, ScanBy } = input;
    const start = StartDate?.getTime() ?? 0;
    const end = EndDate?.getTime() ?? Number.POSITIVE_INFINITY;
    const page = pageOf(call, input.NextToken, [alarm, type, start, EndDate, ScanBy]);
    const { items, last } = await view.list(history, {
      ...(alarm === undefined ? {} : { index: 'alarm', prefix: `${alarm}\n` }),
      ...page.after,
      limit: input.MaxRecords ?? PAGE,
      descending: ScanBy !== 'TimestampAscending',
    });
    const found = items
      .map(({ document }) => document)
      .filter((one) => one.at >= start && one.at <= end && one.type === (type ?? one.type));
    return {
      AlarmHistoryItems: found.map((one) => ({
        AlarmName: one.alarm,
        AlarmType: 'MetricAlarm',
        Timestamp: new Date(one.at),
        HistoryItemType: one.type,
        HistorySummary: one.summary,
        HistoryData: one.data,
      })),
      ...page.answer(last),
    };
  },
};
