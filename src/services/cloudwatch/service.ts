import type { Service } from '../../contract/service.ts';
import { actionJob } from './action-job.ts';
import { describeAlarmHistory } from './alarm-history.ts';
import { setAlarmState } from './alarm-state.ts';
import {
  deleteAlarms,
  disableAlarmActions,
  enableAlarmActions,
  putMetricAlarm,
} from './alarm-writing.ts';
import { describeAlarms, describeAlarmsForMetric } from './alarms.ts';
import { evaluationJob } from './evaluation-job.ts';
import { getMetricData } from './get-data.ts';
import { getMetricStatistics } from './get-statistics.ts';
import { listMetrics } from './list-metrics.ts';
import { putMetricData } from './put-data.ts';
import { expiryJob } from './samples.ts';
import { alarms, history, hours, metrics } from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { notImplemented } from './unbuilt.ts';

/** CloudWatch: metrics by the minute, and alarms on them. */
export const cloudwatchService: Service = {
  id: 'cloudwatch',
  principal: 'monitoring.amazonaws.com',
  operations: [
    putMetricData,
    getMetricStatistics,
    getMetricData,
    listMetrics,
    putMetricAlarm,
    describeAlarms,
    describeAlarmsForMetric,
    describeAlarmHistory,
    deleteAlarms,
    setAlarmState,
    enableAlarmActions,
    disableAlarmActions,
    tagResource,
    untagResource,
    listTagsForResource,
  ],
  notImplemented,
  collections: [metrics, hours, alarms, history],
  jobs: [evaluationJob, actionJob, expiryJob],
  denialCode: { code: 'AccessDenied', status: 403 },
  validationCode: 'ValidationError',
};
