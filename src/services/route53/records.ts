import type { Change, ResourceRecordSet } from '../../../models/route53/types.ts';
import { onZone, type Route53Operation, zoneOf } from './authorization.ts';
import { applyChanges } from './change-batch.ts';
import { normalName } from './domain/dns-names.ts';
import { invalidInput } from './errors.ts';
import { newChange } from './new-change.ts';
import { type RecordDocument, recordKey, recordPrefix, records } from './state.ts';
import { pageSize } from './zones.ts';

const RECORD_PAGE_MAX = 300;

export const changeResourceRecordSets: Route53Operation<'ChangeResourceRecordSets'> = {
  name: 'ChangeResourceRecordSets',
  access: 'write',
  authorize: ({ HostedZoneId, ChangeBatch }, context) =>
    onZone(
      'ChangeResourceRecordSets',
      HostedZoneId,
      context,
      changeConditions(ChangeBatch.Changes),
    ),
  handle: async ({ HostedZoneId, ChangeBatch }, context) => {
    const { zone, view } = await zoneOf(context, HostedZoneId);
    await applyChanges(view, zone, ChangeBatch.Changes);
    return { ChangeInfo: await newChange(context, ChangeBatch.Comment) };
  },
};

function changeConditions(changes: readonly Change[]): ReadonlyMap<string, readonly string[]> {
  const prefix = 'route53:changeresourcerecordsets';
  const names = changes.map(({ ResourceRecordSet: { Name } }) =>
    (normalName(Name) ?? Name.toLowerCase()).replace(/\.$/, ''),
  );
  return new Map([
    [`${prefix}normalizedrecordnames`, [...new Set(names)]],
    [`${prefix}recordtypes`, [...new Set(changes.map(({ ResourceRecordSet: { Type } }) => Type))]],
    [`${prefix}actions`, [...new Set(changes.map(({ Action }) => Action))]],
  ]);
}

export const listResourceRecordSets: Route53Operation<'ListResourceRecordSets'> = {
  name: 'ListResourceRecordSets',
  access: 'read',
  authorize: ({ HostedZoneId }, context) => onZone('ListResourceRecordSets', HostedZoneId, context),
  handle: async (input, context) => {
    const { zone, view } = await zoneOf(context, input.HostedZoneId);
    const limit = pageSize(input.MaxItems, RECORD_PAGE_MAX);
    const start = startKey(zone.id, input.StartRecordName, input.StartRecordType);
    const first = start === undefined ? undefined : await view.get(records, start);
    const page = await view.list(records, {
      prefix: recordPrefix(zone.id),
      limit: limit + 1,
      ...(start === undefined ? {} : { after: { key: start, id: start } }),
    });
    const found = page.items.map(({ document }) => document);
    const all = first === undefined ? found : [first, ...found];
    const next = all[limit];
    return {
      ResourceRecordSets: all.slice(0, limit).map(shownRecord),
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { NextRecordName: next.name, NextRecordType: next.type }),
      MaxItems: String(limit),
    };
  },
};

function startKey(zone: string, name: string | undefined, type = ''): string | undefined {
  if (name === undefined) {
    if (type !== '') throw invalidInput('StartRecordType requires StartRecordName.');
    return undefined;
  }
  return recordKey(zone, normalName(name) ?? name.toLowerCase(), type);
}

function shownRecord({ name, type, ttl, values, alias }: RecordDocument): ResourceRecordSet {
  return {
    Name: name,
    Type: type,
    ...(ttl === undefined ? {} : { TTL: ttl }),
    ...(alias === undefined
      ? { ResourceRecords: values.map((Value) => ({ Value })) }
      : { AliasTarget: { ...alias, DNSName: normalName(alias.DNSName) ?? alias.DNSName } }),
  };
}
