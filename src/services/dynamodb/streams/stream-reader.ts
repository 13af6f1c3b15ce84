import type { Context } from '../../../contract/operation.ts';
import { parseArn } from '../../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { restoredItem } from '../domain/stored-items.ts';
import type { Item } from '../domain/values.ts';
import { openBody } from '../encryption/sealing.ts';
import { TableKeys } from '../encryption/table-keys.ts';
import { resourceNotFound } from '../errors.ts';
import type { StreamedChange, StreamReader } from '../port.ts';
import { tables } from '../state.ts';
import {
  type KeyHolder,
  type RecordDocument,
  records,
  type StreamDocument,
  streamId,
  streams,
} from './state.ts';
import { RETENTION_MS } from './stream-life.ts';

const PAGE_BYTES = 1024 * 1024;
const STREAM = /^table\/([a-zA-Z0-9_.-]{3,255})\/stream\/([0-9T:.-]+)$/;

/** Reads what tables' streams keep. */
export function createStreamReader(): StreamReader<StreamDocument> {
  const keys = new TableKeys();
  return {
    kind: {
      name: 'dynamodb:stream',
      policyMode: 'optional',
      find: async (arn, { scope, unit }) => {
        const parsed = parseArn(arn);
        const [, table = '', label = ''] = STREAM.exec(parsed?.resource ?? '') ?? [];
        const place =
          parsed?.service === 'dynamodb' && parsed.region === scope.region
            ? { account: parsed.account, region: parsed.region }
            : scope;
        const id = streamId(table, label);
        const document = table === '' ? undefined : await unit.view(place).get(streams, id);
        const missing = resourceNotFound(`Requested resource not found: Stream: ${arn} not found`);
        return { arn, scope: place, id, document, missing };
      },
    },
    list: async (view, { table, after, limit }) => {
      const { items, last } = await view.list(streams, {
        limit,
        ...(table === undefined ? {} : { prefix: `${table}/` }),
        ...(after === undefined ? {} : { after: cursorAt(idOfArn(after)) }),
      });
      return { streams: items.map(({ document }) => document), isMore: last !== undefined };
    },
    edge: async (context, { store, arn }, which) => {
      const view = viewOfStream(context, arn);
      const { items } = await view.list(records, {
        prefix: `${store}/`,
        limit: 1,
        descending: which === 'newest',
      });
      return items[0] === undefined ? undefined : sequenceOf(items[0].id);
    },
    read: (context, stream, query) => read(context, keys, stream, query),
  };
}

function cursorAt(id: string) {
  return { key: id, id };
}

function idOfArn(arn: string): string {
  const [, table = '', label = ''] = STREAM.exec(parseArn(arn)?.resource ?? '') ?? [];
  return streamId(table, label);
}

function viewOfStream({ unit, call }: Context, arn: string) {
  const account = parseArn(arn)?.account ?? call.scope.account;
  return unit.view({ account, region: call.scope.region });
}

function sequenceOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

async function read(
  context: Context,
  keys: TableKeys,
  stream: StreamDocument,
  { after, limit }: { readonly after?: string; readonly limit: number },
): Promise<readonly StreamedChange[]> {
  const view = viewOfStream(context, stream.arn);
  const holder: KeyHolder | undefined =
    stream.orphaned ?? (await view.get(tables, stream.table)) ?? undefined;
  if (holder === undefined || holder.id !== stream.tableId) return [];
  const prefix = `${stream.store}/`;
  const { items } = await view.list(records, {
    prefix,
    limit,
    ...(after === undefined ? {} : { after: cursorAt(`${prefix}${after}`) }),
  });
  if (items.length === 0) return [];
  const oldest = context.call.now - RETENTION_MS;
  const kept = withinPage(items.filter(({ document }) => document.at >= oldest));
  const itemKeys = await keys.open(context, holder);
  return kept.map(({ id, document }) => {
    const { at, kind, isExpiry = false, size, sealedAs, body } = document;
    const shown: JsonObject = JSON.parse(openBody(itemKeys, sealedAs, body));
    const before = imageOf(shown['before']);
    const after = imageOf(shown['after']);
    return {
      sequence: sequenceOf(id),
      at,
      kind,
      isExpiry,
      size,
      key: imageOf(shown['key']) ?? {},
      ...(before === undefined ? {} : { before }),
      ...(after === undefined ? {} : { after }),
    };
  });
}

type Listed = { readonly id: string; readonly document: RecordDocument };

/** At least one, and no more than a page takes. */
function withinPage(all: readonly Listed[]): readonly Listed[] {
  let bytes = 0;
  const end = all.findIndex(({ document }) => {
    bytes += document.size;
    return bytes > PAGE_BYTES;
  });
  return end < 0 ? all : all.slice(0, Math.max(1, end));
}

function imageOf(value: JsonValue | undefined): Item | undefined {
  return isJsonObject(value) ? restoredItem(value) : undefined;
}
