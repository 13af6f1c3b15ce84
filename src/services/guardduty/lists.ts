import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { hexId } from '../../core/ids.ts';
import type { Tags } from '../../core/tags.ts';
import type { ListFormat } from '../../detection/threats/list-formats.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf } from './accounts.ts';
import { invalid, noSuchResource } from './errors.ts';
import { keepEntries, readListAt } from './list-content.ts';
import { type Found, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type ListDocument, type ListKind, listParts, lists } from './state.ts';

/** Lists of a kind that one account may have in a Region. */
const LISTS_MAX: Readonly<Record<ListKind, number>> = {
  ipset: 1,
  threatintelset: 6,
  trustedentityset: 1,
  threatentityset: 6,
};

interface NewList {
  readonly Name: string;
  readonly Format: ListFormat;
  readonly Location: string;
  readonly Activate: boolean;
  readonly ExpectedBucketOwner?: string | undefined;
  readonly Tags?: Tags | undefined;
}

interface ChangedList {
  readonly Name?: string | undefined;
  readonly Location?: string | undefined;
  readonly Activate?: boolean | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
}

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

async function create(
  kind: ListKind,
  input: NewList,
  found: Found,
  context: Context,
): Promise<string> {
  const { detector, view } = found;
  if ((await administratorOf(context.unit, detector)) !== undefined) {
    throw invalid('a member account cannot upload lists; its administrator account can');
  }
  const all = await everyOf(view, lists);
  if (all.filter((one) => one.kind === kind).length >= LISTS_MAX[kind]) {
    throw invalid(
      `the current account has reached the limit of ${LISTS_MAX[kind]} lists of this kind`,
    );
  }
  if (all.some((one) => one.kind === kind && one.name === input.Name)) {
    throw invalid('a list with the given name already exists');
  }
  const id = await context.once(() => hexId(32));
  const { now } = context.call;
  const base: ListDocument = {
    id,
    kind,
    name: input.Name,
    format: input.Format,
    location: input.Location,
    isActive: input.Activate,
    parts: 0,
    revision: '',
    created: now,
    updated: now,
    tags: input.Tags ?? {},
    ...(input.ExpectedBucketOwner === undefined ? {} : { bucketOwner: input.ExpectedBucketOwner }),
  };
  const entries = await readListAt(context, kind, base);
  const kept = await keepEntries(context, view, id, 0, entries);
  view.put(lists, id, { ...base, ...kept });
  return id;
}

/** What is activated, or has another location, is read again; until then what was read before holds. */
async function update(
  kind: ListKind,
  id: string,
  input: ChangedList,
  { view }: Found,
  context: Context,
): Promise<void> {
  const list = await listOf(kind, id, { view });
  const { Name, Location, Activate, ExpectedBucketOwner } = input;
  const next: ListDocument = {
    ...list,
    name: Name ?? list.name,
    location: Location ?? list.location,
    isActive: Activate ?? list.isActive,
    updated: context.call.now,
    ...(ExpectedBucketOwner === undefined ? {} : { bucketOwner: ExpectedBucketOwner }),
  };
  if (Location === undefined && Activate !== true) {
    view.put(lists, id, next);
    return;
  }
  const entries = await readListAt(context, kind, next);
  view.put(lists, id, { ...next, ...(await keepEntries(context, view, id, list.parts, entries)) });
}

async function remove(kind: ListKind, id: string, { view }: Found): Promise<void> {
  const list = await listOf(kind, id, { view });
  view.delete(lists, id);
  for (let part = 0; part < list.parts; part += 1) view.delete(listParts, `${id}/${part}`);
}

async function listOf(
  kind: ListKind,
  id: string,
  { view }: Pick<Found, 'view'>,
): Promise<ListDocument> {
  const list = await view.get(lists, id);
  if (list?.kind !== kind) throw noSuchResource();
  return list;
}

async function idsOf(kind: ListKind, { view }: Found): Promise<readonly string[]> {
  const all = await everyOf(view, lists);
  return all.filter((one) => one.kind === kind).map(({ id }) => id);
}

function shown({ name, format, location, isActive, tags, bucketOwner }: ListDocument) {
  return {
    Name: name,
    Format: format,
    Location: location,
    Status: isActive ? 'ACTIVE' : 'INACTIVE',
    Tags: tags,
    ...(bucketOwner === undefined ? {} : { ExpectedBucketOwner: bucketOwner }),
  } as const;
}

function shownWithTimes(list: ListDocument) {
  return { ...shown(list), CreatedAt: new Date(list.created), UpdatedAt: new Date(list.updated) };
}

const tags = (input: { readonly Tags?: Tags | undefined }): Tags | undefined => input.Tags;

const ipSets: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateIPSet',
    access: 'write',
    of,
    tags,
    handle: async (input, found, context) => ({
      IpSetId: await create('ipset', input, found, context),
    }),
  }),
  onDetector({
    name: 'GetIPSet',
    access: 'read',
    of,
    below: ({ IpSetId }) => `/ipset/${IpSetId}`,
    handle: async ({ IpSetId }, found) => shown(await listOf('ipset', IpSetId, found)),
  }),
  onDetector({
    name: 'UpdateIPSet',
    access: 'write',
    of,
    below: ({ IpSetId }) => `/ipset/${IpSetId}`,
    handle: async (input, found, context) => {
      await update('ipset', input.IpSetId, input, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'DeleteIPSet',
    access: 'write',
    of,
    below: ({ IpSetId }) => `/ipset/${IpSetId}`,
    handle: async ({ IpSetId }, found) => {
      await remove('ipset', IpSetId, found);
      return {};
    },
  }),
  onDetector({
    name: 'ListIPSets',
    access: 'read',
    of,
    handle: async (input, found, { call }) => {
      const page = pageOfList(call, input, 'ipsets', await idsOf('ipset', found));
      return { IpSetIds: page.items, ...page.answer };
    },
  }),
];

const threatIntelSets: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateThreatIntelSet',
    access: 'write',
    of,
    tags,
    handle: async (input, found, context) => ({
      ThreatIntelSetId: await create('threatintelset', input, found, context),
    }),
  }),
  onDetector({
    name: 'GetThreatIntelSet',
    access: 'read',
    of,
    below: ({ ThreatIntelSetId }) => `/threatintelset/${ThreatIntelSetId}`,
    handle: async ({ ThreatIntelSetId }, found) =>
      shown(await listOf('threatintelset', ThreatIntelSetId, found)),
  }),
  onDetector({
    name: 'UpdateThreatIntelSet',
    access: 'write',
    of,
    below: ({ ThreatIntelSetId }) => `/threatintelset/${ThreatIntelSetId}`,
    handle: async (input, found, context) => {
      await update('threatintelset', input.ThreatIntelSetId, input, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'DeleteThreatIntelSet',
    access: 'write',
    of,
    below: ({ ThreatIntelSetId }) => `/threatintelset/${ThreatIntelSetId}`,
    handle: async ({ ThreatIntelSetId }, found) => {
      await remove('threatintelset', ThreatIntelSetId, found);
      return {};
    },
  }),
  onDetector({
    name: 'ListThreatIntelSets',
    access: 'read',
    of,
    handle: async (input, found, { call }) => {
      const page = pageOfList(call, input, 'threatintelsets', await idsOf('threatintelset', found));
      return { ThreatIntelSetIds: page.items, ...page.answer };
    },
  }),
];

const trustedEntitySets: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateTrustedEntitySet',
    access: 'write',
    of,
    tags,
    handle: async (input, found, context) => ({
      TrustedEntitySetId: await create('trustedentityset', input, found, context),
    }),
  }),
  onDetector({
    name: 'GetTrustedEntitySet',
    access: 'read',
    of,
    below: ({ TrustedEntitySetId }) => `/trustedentityset/${TrustedEntitySetId}`,
    handle: async ({ TrustedEntitySetId }, found) =>
      shownWithTimes(await listOf('trustedentityset', TrustedEntitySetId, found)),
  }),
  onDetector({
    name: 'UpdateTrustedEntitySet',
    access: 'write',
    of,
    below: ({ TrustedEntitySetId }) => `/trustedentityset/${TrustedEntitySetId}`,
    handle: async (input, found, context) => {
      await update('trustedentityset', input.TrustedEntitySetId, input, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'DeleteTrustedEntitySet',
    access: 'write',
    of,
    below: ({ TrustedEntitySetId }) => `/trustedentityset/${TrustedEntitySetId}`,
    handle: async ({ TrustedEntitySetId }, found) => {
      await remove('trustedentityset', TrustedEntitySetId, found);
      return {};
    },
  }),
  onDetector({
    name: 'ListTrustedEntitySets',
    access: 'read',
    of,
    handle: async (input, found, { call }) => {
      const page = pageOfList(
        call,
        input,
        'trustedentitysets',
        await idsOf('trustedentityset', found),
      );
      return { TrustedEntitySetIds: page.items, ...page.answer };
    },
  }),
];

const threatEntitySets: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateThreatEntitySet',
    access: 'write',
    of,
    tags,
    handle: async (input, found, context) => ({
      ThreatEntitySetId: await create('threatentityset', input, found, context),
    }),
  }),
  onDetector({
    name: 'GetThreatEntitySet',
    access: 'read',
    of,
    below: ({ ThreatEntitySetId }) => `/threatentityset/${ThreatEntitySetId}`,
    handle: async ({ ThreatEntitySetId }, found) =>
      shownWithTimes(await listOf('threatentityset', ThreatEntitySetId, found)),
  }),
  onDetector({
    name: 'UpdateThreatEntitySet',
    access: 'write',
    of,
    below: ({ ThreatEntitySetId }) => `/threatentityset/${ThreatEntitySetId}`,
    handle: async (input, found, context) => {
      await update('threatentityset', input.ThreatEntitySetId, input, found, context);
      return {};
    },
  }),
  onDetector({
    name: 'DeleteThreatEntitySet',
    access: 'write',
    of,
    below: ({ ThreatEntitySetId }) => `/threatentityset/${ThreatEntitySetId}`,
    handle: async ({ ThreatEntitySetId }, found) => {
      await remove('threatentityset', ThreatEntitySetId, found);
      return {};
    },
  }),
  onDetector({
    name: 'ListThreatEntitySets',
    access: 'read',
    of,
    handle: async (input, found, { call }) => {
      const page = pageOfList(
        call,
        input,
        'threatentitysets',
        await idsOf('threatentityset', found),
      );
      return { ThreatEntitySetIds: page.items, ...page.answer };
    },
  }),
];

/** Addresses and domains that are trusted, and those that are threats, read from files in buckets. */
export const listOperations: readonly AnyOperation[] = [
  ...ipSets,
  ...threatIntelSets,
  ...trustedEntitySets,
  ...threatEntitySets,
];
