import type { SeverityLevel } from '../../../models/macie2/types.ts';
import {
  compileCustom,
  type CustomDefinition,
  patternFault,
} from '../../classification/custom-identifier.ts';
import { RUNNING } from '../../classification/scanner.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalid, notFound, quotaExceeded } from './errors.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import { macieArn } from './resources.ts';
import { type CustomIdentifierDocument, customs } from './state.ts';

const IDENTIFIERS_MAX = 10_000;
const KEYWORDS_MAX = 50;
const IGNORE_WORDS_MAX = 10;
const WORD_MAX = 90;
const DISTANCE_DEFAULT = 50;
const DISTANCE_MAX = 300;
const SAMPLE_MAX = 1_000;
const NAME_MAX = 128;

interface Criteria {
  readonly regex: string;
  readonly keywords?: readonly string[] | undefined;
  readonly ignoreWords?: readonly string[] | undefined;
  readonly maximumMatchDistance?: number | undefined;
}

function assertWords(name: string, words: readonly string[], most: number, least: number): void {
  if (words.length > most) throw invalid(`The ${name} array can contain as many as ${most} values`);
  const isWrong = words.some(
    (word) => Array.from(word).length < least || Array.from(word).length > WORD_MAX,
  );
  if (isWrong) throw invalid(`Each value of ${name} must contain ${least}-${WORD_MAX} characters`);
}

/** A definition that can be looked for. Errors: ValidationException. */
function definitionOf(
  arn: string,
  input: Criteria,
): CustomDefinition & { readonly distance: number } {
  const { regex, keywords = [], ignoreWords = [] } = input;
  const { maximumMatchDistance: distance = DISTANCE_DEFAULT } = input;
  const fault = patternFault(regex);
  if (fault !== undefined) throw invalid(fault);
  assertWords('keywords', keywords, KEYWORDS_MAX, 3);
  assertWords('ignoreWords', ignoreWords, IGNORE_WORDS_MAX, 4);
  if (distance < 1 || distance > DISTANCE_MAX) {
    throw invalid(`The maximumMatchDistance value must be 1-${DISTANCE_MAX}`);
  }
  return { arn, regex, keywords, ignoreWords, distance };
}

const RANKS = ['LOW', 'MEDIUM', 'HIGH'];

function assertSeverities(levels: readonly SeverityLevel[]): void {
  const ranks = levels.map(({ severity }) => RANKS.indexOf(severity));
  const isRising = levels.every(
    ({ occurrencesThreshold: threshold }, at) =>
      threshold >= 1 &&
      (at === 0 ||
        ((levels[at - 1]?.occurrencesThreshold ?? 0) < threshold &&
          (ranks[at - 1] ?? 0) < (ranks[at] ?? 0))),
  );
  if (levels.length === 0 || levels.length > RANKS.length || !isRising) {
    throw invalid('Severity levels must be in ascending order by severity and threshold');
  }
}

async function liveOf(view: View): Promise<readonly CustomIdentifierDocument[]> {
  const all = await everyOf(view, customs);
  return all
    .filter(({ isDeleted }) => !isDeleted)
    .toSorted((left, right) => left.created - right.created);
}

function summaryOf({ arn, created, description, id, name }: CustomIdentifierDocument) {
  return { arn, createdAt: new Date(created), description, id, name };
}

export const customIdentifierOperations: readonly AnyOperation[] = [
  onSession({
    name: 'CreateCustomDataIdentifier',
    access: 'write',
    on: () => ['custom-data-identifier', '*'],
    tags: ({ tags }) => tags,
    handle: async (input, { view, scope }, context) => {
      if (input.name === '' || input.name.length > NAME_MAX)
        throw invalid(`The name must contain 1-${NAME_MAX} characters`);
      if (input.severityLevels !== undefined) assertSeverities(input.severityLevels);
      const all = await liveOf(view);
      if (all.length >= IDENTIFIERS_MAX)
        throw quotaExceeded('The account has reached its quota of custom data identifiers');
      const id = await context.once(uuid);
      const arn = macieArn(scope, 'custom-data-identifier', id);
      view.put(customs, id, {
        ...definitionOf(arn, input),
        id,
        name: input.name,
        created: context.call.now,
        isDeleted: false,
        tags: input.tags ?? {},
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.severityLevels === undefined ? {} : { severityLevels: input.severityLevels }),
      });
      return { customDataIdentifierId: id };
    },
  }),
  onSession({
    name: 'GetCustomDataIdentifier',
    access: 'read',
    on: ({ id }) => ['custom-data-identifier', id],
    handle: async ({ id }, { view }) => {
      const one = await view.get(customs, id);
      if (one === undefined) throw notFound();
      return {
        ...summaryOf(one),
        deleted: one.isDeleted,
        ignoreWords: one.ignoreWords,
        keywords: one.keywords,
        maximumMatchDistance: one.distance,
        regex: one.regex,
        severityLevels: one.severityLevels,
        tags: one.tags,
      };
    },
  }),
  onSession({
    name: 'BatchGetCustomDataIdentifiers',
    access: 'read',
    handle: async ({ ids = [] }, { view }) => {
      const found = await Promise.all(ids.map((id) => view.get(customs, id)));
      return {
        customDataIdentifiers: found.flatMap((one) =>
          one === undefined ? [] : [{ ...summaryOf(one), deleted: one.isDeleted }],
        ),
        notFoundIdentifierIds: ids.filter((_id, at) => found[at] === undefined),
      };
    },
  }),
  onSession({
    name: 'ListCustomDataIdentifiers',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const page = pageOfList(call, input, '', await liveOf(view));
      return { items: page.items.map(summaryOf), ...page.answer };
    },
  }),
  onSession({
    name: 'DeleteCustomDataIdentifier',
    access: 'write',
    on: ({ id }) => ['custom-data-identifier', id],
    handle: async ({ id }, { view }) => {
      const one = await view.get(customs, id);
      if (one === undefined || one.isDeleted) throw notFound();
      view.put(customs, id, { ...one, isDeleted: true, tags: {} });
      return {};
    },
  }),
  onSession({
    name: 'TestCustomDataIdentifier',
    access: 'read',
    handle: async (input) => {
      const { sampleText } = input;
      if (sampleText.length > SAMPLE_MAX)
        throw invalid(`The sampleText can contain as many as ${SAMPLE_MAX} characters`);
      const custom = compileCustom(definitionOf('', input));
      const found = custom.find(sampleText, RUNNING, { from: 0, to: sampleText.length });
      return { matchCount: found.length };
    },
  }),
];
