import { judged, type ManagedRule, type RuleParameter } from '../evaluating/managed-rule.ts';
import { RECORDED_TYPES } from '../recording/recorded-types.ts';

const NUMBERS = [1, 2, 3, 4, 5, 6];

const parameters: Readonly<Record<string, RuleParameter>> = {
  ...Object.fromEntries(
    NUMBERS.flatMap((number) => [
      [`tag${number}Key`, {}],
      [`tag${number}Value`, {}],
    ]),
  ),
  tag1Key: { isRequired: true, default: 'CostCenter' },
};

export const requiredTags: ManagedRule = {
  kind: 'resource',
  identifier: 'REQUIRED_TAGS',
  types: RECORDED_TYPES.filter((one) => one.isUntaggable !== true).map(({ type }) => type),
  trigger: 'change',
  parameters,
  judge: ({ tags }, settings) => {
    const missing = NUMBERS.flatMap((number) => {
      const key = settings[`tag${number}Key`];
      if (key === undefined) return [];
      const values = settings[`tag${number}Value`]?.split(',');
      const value = tags[key];
      return value !== undefined && values?.includes(value) !== false ? [] : [key];
    });
    return judged(missing.length === 0, `The resource lacks the tags ${missing.join(', ')}.`);
  },
};
