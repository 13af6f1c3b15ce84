import type {
  AdvancedEventSelector,
  CloudtrailOperations,
  EventSelector,
} from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onTrail, trailOf } from './authorization.ts';
import type {
  AdvancedSelector,
  BasicSelector,
  FieldSelector,
  Selectors,
} from './domain/selection.ts';
import { invalidEventSelectors, invalidCombination } from './errors.ts';
import { trails } from './state.ts';
import { requireHome } from './trails.ts';

const BASIC_MAX = 5;
const DATA_RESOURCES_MAX = 250;
const VALUES_MAX = 500;

/** AWS's documented fields, and what each may be compared by. */
const FIELDS: ReadonlySet<string> = new Set([
  'readOnly',
  'eventSource',
  'eventName',
  'eventCategory',
  'eventType',
  'errorCode',
  'sessionCredentialFromConsole',
  'resources.type',
  'resources.ARN',
  'userIdentity.arn',
  'vpcEndpointId',
]);

export const putEventSelectors: OperationOf<CloudtrailOperations, 'PutEventSelectors'> = {
  name: 'PutEventSelectors',
  access: 'write',
  authorize: onTrail('cloudtrail:PutEventSelectors', (input) => input.TrailName),
  handle: async (input, context) => {
    const { trail, resource, arn } = await trailOf(context, input.TrailName);
    requireHome(trail, context.call.scope.region);
    const { EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] } = input;
    if (basic.length > 0 && advanced.length > 0) {
      throw invalidCombination(
        'You can not use both event selectors and advanced event selectors.',
      );
    }
    const selectors: Selectors =
      advanced.length > 0
        ? { kind: 'advanced', selectors: readAdvanced(advanced) }
        : { kind: 'basic', selectors: readBasic(basic) };
    context.viewOf(resource).put(trails, trail.id, { ...trail, selectors });
    return { TrailARN: arn, ...shown(selectors) };
  },
};

export const getEventSelectors: OperationOf<CloudtrailOperations, 'GetEventSelectors'> = {
  name: 'GetEventSelectors',
  access: 'read',
  authorize: onTrail('cloudtrail:GetEventSelectors', (input) => input.TrailName),
  handle: async (input, context) => {
    const { trail, arn } = await trailOf(context, input.TrailName);
    return { TrailARN: arn, ...shown(trail.selectors) };
  },
};

function readBasic(given: readonly EventSelector[]): readonly BasicSelector[] {
  if (given.length === 0) throw invalidEventSelectors('Specify at least one event selector.');
  if (given.length > BASIC_MAX) {
    throw invalidEventSelectors(`A trail can have at most ${BASIC_MAX} event selectors.`);
  }
  const resources = given.flatMap(({ DataResources = [] }) =>
    DataResources.flatMap(({ Values = [] }) => Values),
  );
  if (resources.length > DATA_RESOURCES_MAX) {
    throw invalidEventSelectors(`A trail can have at most ${DATA_RESOURCES_MAX} data resources.`);
  }
  return given.map((selector) => ({
    readWriteType: selector.ReadWriteType ?? 'All',
    management: selector.IncludeManagementEvents ?? true,
    dataResources: (selector.DataResources ?? []).map(({ Type = '', Values = [] }) => ({
      type: Type,
      values: Values,
    })),
    excludedSources: selector.ExcludeManagementEventSources ?? [],
  }));
}

function readAdvanced(given: readonly AdvancedEventSelector[]): readonly AdvancedSelector[] {
  let values = 0;
  const read = given.map(({ Name, FieldSelectors }): AdvancedSelector => {
    const fields = FieldSelectors.map((field): FieldSelector => {
      if (!FIELDS.has(field.Field)) {
        throw invalidEventSelectors(`${field.Field} is not a field of advanced event selectors.`);
      }
      const made: FieldSelector = {
        field: field.Field,
        ...(field.Equals === undefined ? {} : { equals: field.Equals }),
        ...(field.StartsWith === undefined ? {} : { startsWith: field.StartsWith }),
        ...(field.EndsWith === undefined ? {} : { endsWith: field.EndsWith }),
        ...(field.NotEquals === undefined ? {} : { notEquals: field.NotEquals }),
        ...(field.NotStartsWith === undefined ? {} : { notStartsWith: field.NotStartsWith }),
        ...(field.NotEndsWith === undefined ? {} : { notEndsWith: field.NotEndsWith }),
      };
      const { field: _name, ...tests } = made;
      values += Object.values(tests).flat().length;
      return made;
    });
    if (!fields.some(({ field, equals }) => field === 'eventCategory' && equals?.length === 1)) {
      throw invalidEventSelectors('An advanced event selector needs one eventCategory.');
    }
    return Name === undefined ? { fields } : { name: Name, fields };
  });
  if (values > VALUES_MAX) {
    throw invalidEventSelectors(`Advanced event selectors can have at most ${VALUES_MAX} values.`);
  }
  return read;
}

function shown(selectors: Selectors) {
  if (selectors.kind === 'advanced') {
    return { AdvancedEventSelectors: selectors.selectors.map(shownAdvanced) };
  }
  return {
    EventSelectors: selectors.selectors.map((selector) => ({
      ReadWriteType: selector.readWriteType,
      IncludeManagementEvents: selector.management,
      DataResources: selector.dataResources.map(({ type, values }) => ({
        Type: type,
        Values: values,
      })),
      ExcludeManagementEventSources: selector.excludedSources,
    })),
  };
}

function shownAdvanced({ name, fields }: AdvancedSelector): AdvancedEventSelector {
  return {
    ...(name === undefined ? {} : { Name: name }),
    FieldSelectors: fields.map((field) => ({
      Field: field.field,
      Equals: field.equals,
      StartsWith: field.startsWith,
      EndsWith: field.endsWith,
      NotEquals: field.notEquals,
      NotStartsWith: field.notStartsWith,
      NotEndsWith: field.notEndsWith,
    })),
  };
}
