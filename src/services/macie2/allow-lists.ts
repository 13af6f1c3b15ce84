import type { AllowListCriteria, AllowListStatus } from '../../../models/macie2/types.ts';
import { allowedWords } from '../../classification/allow-list.ts';
import { patternFault } from '../../classification/custom-identifier.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { hexId } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { conflict, invalid, notFound, quotaExceeded } from './errors.ts';
import { getObject, textOf } from './object-reading.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import { macieArn } from './resources.ts';
import { type AllowListDocument, allowLists, jobs } from './state.ts';

const LISTS_MAX = 10;
export const FILE_BYTES_MAX = 35 * 1024 * 1024;

type Criteria = Pick<AllowListDocument, 'regex' | 'words'>;

function criteriaOf({ regex, s3WordsList: words }: AllowListCriteria): Criteria {
  if ((regex === undefined) === (words === undefined)) {
    throw invalid('The criteria must specify either a regex or an s3WordsList');
  }
  if (words !== undefined) return { words };
  const fault = patternFault(regex ?? '');
  if (fault !== undefined) throw invalid(fault);
  return { regex: regex ?? '' };
}

/** Whether the list can be used, as its reader finds it. */
async function statusOf(context: Context, { words }: Criteria): Promise<AllowListStatus> {
  if (words === undefined) return { code: 'OK' };
  const input = { Bucket: words.bucketName, Key: words.objectKey };
  try {
    const { Body } = await context.callService(getObject, input, { via: 'macie' });
    const text = await textOf(Body, FILE_BYTES_MAX);
    if (text === undefined) return { code: 'S3_OBJECT_OVERSIZE' };
    const found = allowedWords(text);
    if (found === undefined) return { code: 'S3_OBJECT_OVERSIZE' };
    return { code: found.length === 0 ? 'S3_OBJECT_EMPTY' : 'OK' };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.code === 'NoSuchKey' || error.code === 'NoSuchBucket')
      return { code: 'S3_OBJECT_NOT_FOUND' };
    if (error.code === 'AccessDenied') return { code: 'S3_USER_ACCESS_DENIED' };
    return { code: 'UNKNOWN_ERROR', description: error.code };
  }
}

/** Errors: ValidationException where the caller can't read the list. */
async function assertUsable(context: Context, criteria: Criteria): Promise<void> {
  const { code } = await statusOf(context, criteria);
  if (code !== 'OK') throw invalid(`The allow list can't be used: ${code}`);
}

export const allowListOperations: readonly AnyOperation[] = [
  onSession({
    name: 'CreateAllowList',
    access: 'write',
    on: () => ['allow-list', '*'],
    tags: ({ tags }) => tags,
    handle: async (input, { view, scope }, context) => {
      const criteria = criteriaOf(input.criteria);
      const all = await everyOf(view, allowLists);
      if (all.some(({ name }) => name === input.name))
        throw conflict('An allow list with the specified name already exists');
      if (all.length >= LISTS_MAX)
        throw quotaExceeded('The account has reached its quota of allow lists');
      await assertUsable(context, criteria);
      const id = await context.once(() => hexId(22));
      const arn = macieArn(scope, 'allow-list', id);
      const { now } = context.call;
      view.put(allowLists, id, {
        id,
        arn,
        name: input.name,
        ...criteria,
        created: now,
        updated: now,
        tags: input.tags ?? {},
        ...(input.description === undefined ? {} : { description: input.description }),
      });
      return { arn, id };
    },
  }),
  onSession({
    name: 'GetAllowList',
    access: 'read',
    on: ({ id }) => ['allow-list', id],
    handle: async ({ id }, { view }, context) => {
      const list = await view.get(allowLists, id);
      if (list === undefined) throw notFound();
      return {
        ...summaryOf(list),
        criteria: list.words === undefined ? { regex: list.regex } : { s3WordsList: list.words },
        status: await statusOf(context, list),
        tags: list.tags,
      };
    },
  }),
  onSession({
    name: 'UpdateAllowList',
    access: 'write',
    on: ({ id }) => ['allow-list', id],
    handle: async (input, { view }, context) => {
      const list = await view.get(allowLists, input.id);
      if (list === undefined) throw notFound();
      const criteria = criteriaOf(input.criteria);
      if ((criteria.regex === undefined) !== (list.regex === undefined)) {
        throw invalid("An allow list's type can't be changed");
      }
      await assertUsable(context, criteria);
      view.put(allowLists, list.id, {
        ...list,
        ...criteria,
        name: input.name,
        updated: context.call.now,
        ...(input.description === undefined ? {} : { description: input.description }),
      });
      return { arn: list.arn, id: list.id };
    },
  }),
  onSession({
    name: 'DeleteAllowList',
    access: 'write',
    on: ({ id }) => ['allow-list', id],
    handle: async ({ id, ignoreJobChecks }, { view }) => {
      if ((await view.get(allowLists, id)) === undefined) throw notFound();
      const used = (await everyOf(view, jobs)).some(
        ({ allowListIds, status }) =>
          allowListIds.includes(id) && status !== 'COMPLETE' && status !== 'CANCELLED',
      );
      if (used && ignoreJobChecks !== 'true') {
        throw invalid('The allow list is used by an active job');
      }
      view.delete(allowLists, id);
      return {};
    },
  }),
  onSession({
    name: 'ListAllowLists',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const all = (await everyOf(view, allowLists)).toSorted(
        (left, right) => left.created - right.created,
      );
      const page = pageOfList(call, input, '', all);
      return { allowLists: page.items.map(summaryOf), ...page.answer };
    },
  }),
];

function summaryOf({ arn, created, description, id, name, updated }: AllowListDocument) {
  return {
    arn,
    createdAt: new Date(created),
    description,
    id,
    name,
    updatedAt: new Date(updated),
  };
}
