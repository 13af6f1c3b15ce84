import type {
  RecordingFrequency,
  RecordingGroup,
  RecordingStrategyType,
} from '../../../../models/config-service/types.ts';
import { recordingGroupInvalid } from '../errors.ts';
import type { Recorder } from '../state.ts';
import type { RecordedType } from './recorded-type.ts';

/** Whether the recorder was told to record a type. Types without a Region are recorded where they are asked for. */
export function isRecorded({ group }: Recorder, { type, isGlobal }: RecordedType): boolean {
  const listed = (types: readonly string[] | undefined) => types?.includes(type) === true;
  switch (group.recordingStrategy?.useOnly) {
    case 'EXCLUSION_BY_RESOURCE_TYPES':
      return !listed(group.exclusionByResourceTypes?.resourceTypes);
    case 'INCLUSION_BY_RESOURCE_TYPES':
      return listed(group.resourceTypes);
    default:
      if (group.allSupported !== true) return listed(group.resourceTypes);
      return isGlobal !== true || group.includeGlobalResourceTypes === true;
  }
}

/** Those of the types that the recorder was told to record. */
export function recordedOf(recorder: Recorder, types: readonly RecordedType[]): readonly string[] {
  return types.filter((one) => isRecorded(recorder, one)).map(({ type }) => type);
}

export function frequencyOf({ mode }: Recorder, type: string): RecordingFrequency {
  const own = mode.recordingModeOverrides?.find(({ resourceTypes }) =>
    resourceTypes.some((one) => one === type),
  );
  return own?.recordingFrequency ?? mode.recordingFrequency;
}

const ALL: RecordingGroup = {
  allSupported: true,
  includeGlobalResourceTypes: false,
  resourceTypes: [],
  exclusionByResourceTypes: { resourceTypes: [] },
  recordingStrategy: { useOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
};

/** A group as it is answered: with its strategy. Errors: InvalidRecordingGroupException. */
export function groupOf(given: RecordingGroup | undefined): RecordingGroup {
  if (given === undefined) return ALL;
  const {
    allSupported = false,
    includeGlobalResourceTypes = false,
    resourceTypes = [],
    exclusionByResourceTypes = { resourceTypes: [] },
  } = given;
  const group = { ...given, resourceTypes, exclusionByResourceTypes };
  const implied = impliedStrategy(group);
  const useOnly = given.recordingStrategy?.useOnly ?? implied;
  const isWrong = useOnly !== implied || (includeGlobalResourceTypes && !allSupported);
  if (isWrong || isContradictory(group)) throw recordingGroupInvalid();
  return {
    allSupported,
    includeGlobalResourceTypes,
    resourceTypes,
    exclusionByResourceTypes,
    recordingStrategy: { useOnly },
  };
}

function isExcluding({ exclusionByResourceTypes }: RecordingGroup): boolean {
  return (exclusionByResourceTypes?.resourceTypes ?? []).length > 0;
}

function impliedStrategy(group: RecordingGroup): RecordingStrategyType {
  if (group.allSupported === true) return 'ALL_SUPPORTED_RESOURCE_TYPES';
  return isExcluding(group) ? 'EXCLUSION_BY_RESOURCE_TYPES' : 'INCLUSION_BY_RESOURCE_TYPES';
}

/** Everything, a list, or all but a list: one of the three. */
function isContradictory(group: RecordingGroup): boolean {
  const isListing = (group.resourceTypes ?? []).length > 0;
  const said = [group.allSupported === true, isListing, isExcluding(group)];
  return said.filter(Boolean).length !== 1;
}
