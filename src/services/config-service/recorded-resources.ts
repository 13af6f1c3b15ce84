import { everyOf } from '../../listing/every-document.ts';
import type { RecordedResources } from '../fms/port.ts';
import { recorderIn } from './recorder-state.ts';
import { RECORDED_TYPES } from './recording/recorded-types.ts';
import { isRecorded } from './recording/recording-group.ts';
import { resources } from './state.ts';

/** What Firewall Manager sees of other accounts. */
export const recordedResources: RecordedResources = {
  isRecording: async (unit, scope, type) => {
    const recorder = await recorderIn(unit, scope);
    const recorded = RECORDED_TYPES.find((one) => one.type === type);
    return (
      recorder?.isRecording === true && recorded !== undefined && isRecorded(recorder, recorded)
    );
  },
  list: async (unit, scope, type) => {
    const all = await everyOf(unit.view(scope), resources, { prefix: `${type}/` });
    return all
      .filter(({ status }) => status !== 'ResourceDeleted')
      .map(({ id, arn = id, tags }) => ({ id, arn, tags }));
  },
};
