import type { Regex, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { itemKey } from './arns.ts';
import { makingPermissions } from './authorization.ts';
import { EXACTLY_ONE, invalidParameter, limitsExceeded } from './errors.ts';
import { addItem, assertCurrent, changeItem, listItems, newItem, onItem } from './items.ts';
import { LIMITS } from './quotas.ts';
import { assertUnused } from './references.ts';
import { regexPatternSetKind } from './resources.ts';
import { checkPattern } from './rules/patterns.ts';
import { regexPatternSets, type RegexPatternSetDocument } from './state.ts';

export const createRegexPatternSet: OperationOf<Wafv2Operations, 'CreateRegexPatternSet'> = {
  name: 'CreateRegexPatternSet',
  access: 'write',
  authorize: async (input, context) =>
    makingPermissions('CreateRegexPatternSet', 'regexpatternset', input, context),
  handle: async (input, context) => {
    const made: RegexPatternSetDocument = {
      ...(await newItem(context, input)),
      patterns: patternsOf(input.RegularExpressionList),
    };
    return addItem(context, regexPatternSetKind, made, LIMITS.regexPatternSets);
  },
};

export const getRegexPatternSet = onItem({
  name: 'GetRegexPatternSet',
  access: 'read',
  kind: regexPatternSetKind,
  handle: async (_input, { arn, document }) => ({
    RegexPatternSet: {
      Name: document.name,
      Id: document.id,
      ARN: arn,
      Description: document.description ?? '',
      RegularExpressionList: document.patterns.map((RegexString) => ({ RegexString })),
    },
    LockToken: document.lockToken,
  }),
});

export const updateRegexPatternSet = onItem({
  name: 'UpdateRegexPatternSet',
  access: 'write',
  kind: regexPatternSetKind,
  handle: async (input, target, context) => {
    assertCurrent(target.document, input.LockToken);
    const { description: _before, ...rest } = target.document;
    const NextLockToken = await changeItem(context, regexPatternSetKind, target, {
      ...rest,
      ...(input.Description === undefined ? {} : { description: input.Description }),
      patterns: patternsOf(input.RegularExpressionList),
    });
    return { NextLockToken };
  },
});

export const deleteRegexPatternSet = onItem({
  name: 'DeleteRegexPatternSet',
  access: 'write',
  kind: regexPatternSetKind,
  handle: async (input, { arn, document, view }) => {
    assertCurrent(document, input.LockToken);
    await assertUnused(view, arn);
    view.delete(regexPatternSets, itemKey(document));
    return {};
  },
});

export const listRegexPatternSets: OperationOf<Wafv2Operations, 'ListRegexPatternSets'> = {
  name: 'ListRegexPatternSets',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListRegexPatternSets', resource: '*' }],
  handle: async (input, context) => {
    const { summaries, next } = await listItems(context, regexPatternSetKind, input);
    return { RegexPatternSets: summaries, ...next };
  },
};

function patternsOf(given: readonly Regex[]): readonly string[] {
  if (given.length > LIMITS.patternsPerSet) throw limitsExceeded('REGEX_PATTERNS');
  return given.map(({ RegexString: pattern }) => {
    if (pattern === undefined) {
      throw invalidParameter(EXACTLY_ONE, 'REGEX_PATTERN_SET', 'RegexString');
    }
    checkPattern(pattern, 'REGEX_PATTERN_SET');
    return pattern;
  });
}
