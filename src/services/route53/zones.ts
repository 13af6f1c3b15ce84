import { randomInt } from 'node:crypto';
import type { HostedZone } from '../../../models/route53/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { uniqueId } from '../../core/ids.ts';
import { onZone, type Route53Operation, zoneOf } from './authorization.ts';
import { normalName } from './domain/dns-names.ts';
import {
  invalidDomainName,
  invalidInput,
  noSuchChange,
  tooManyZones,
  unbuilt,
  zoneExists,
  zoneNotEmpty,
} from './errors.ts';
import { newChange, shownChange } from './new-change.ts';
import { changeKind } from './resources.ts';
import { EVERYWHERE, recordKey, records, type ZoneDocument, zones } from './state.ts';

const ZONES_MAX = 500;
/** The records every zone has: its name servers, and its start of authority. */
const REQUIRED_RECORDS = 2;
const NS_TTL = 172_800;
const SOA_TTL = 900;

export const createHostedZone: Route53Operation<'CreateHostedZone'> = {
  name: 'CreateHostedZone',
  access: 'write',
  authorize: async () => [{ action: 'route53:CreateHostedZone', resource: '*' }],
  handle: async (input, context) => {
    if (input.VPC !== undefined || input.HostedZoneConfig?.PrivateZone === true) {
      throw unbuilt('CreateHostedZone', 'private hosted zones');
    }
    if (input.DelegationSetId !== undefined) {
      throw unbuilt('CreateHostedZone', 'reusable delegation sets');
    }
    const name = normalName(input.Name);
    if (name === undefined || !name.slice(0, -1).includes('.')) throw invalidDomainName(input.Name);
    const zone = await newZone(context, name, input);
    const view = context.unit.view(EVERYWHERE);
    view.put(zones, zone.id, zone);
    putRequiredRecords(view, zone);
    return {
      HostedZone: shownZone(zone),
      ChangeInfo: await newChange(context),
      DelegationSet: { NameServers: zone.nameServers },
      Location: `https://route53.amazonaws.com/2013-04-01/hostedzone/${zone.id}`,
    };
  },
};

async function newZone(
  context: Context,
  name: string,
  input: {
    readonly CallerReference: string;
    readonly HostedZoneConfig?: { readonly Comment?: string | undefined } | undefined;
  },
): Promise<ZoneDocument> {
  const { account } = context.call.scope;
  const view = context.unit.view(EVERYWHERE);
  const { CallerReference: callerReference, HostedZoneConfig } = input;
  const known = await view.list(zones, {
    index: 'reference',
    prefix: `${account} ${callerReference}`,
    limit: 10,
  });
  if (known.items.some(({ key }) => key === `${account} ${callerReference}`)) throw zoneExists();
  const own = await view.list(zones, { index: 'account', prefix: `${account} `, limit: ZONES_MAX });
  if (own.items.length >= ZONES_MAX) throw tooManyZones(ZONES_MAX);
  const comment = HostedZoneConfig?.Comment;
  return {
    id: await context.once(() => uniqueId('Z', 20)),
    account,
    name,
    callerReference,
    ...(comment === undefined ? {} : { comment }),
    nameServers: await context.once(newNameServers),
    created: context.call.now,
    recordCount: REQUIRED_RECORDS,
    tags: {},
  };
}

function newNameServers(): readonly string[] {
  return ['com', 'net', 'org', 'co.uk'].map((domain, index) => {
    const server = randomInt(512) + index * 512;
    return `ns-${server}.awsdns-${String(server >> 3).padStart(2, '0')}.${domain}`;
  });
}

function putRequiredRecords(view: View, { id: zone, name, nameServers }: ZoneDocument): void {
  const values = nameServers.map((server) => `${server}.`);
  const authority = `${values[0]} awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400`;
  view.put(records, recordKey(zone, name, 'NS'), { zone, name, type: 'NS', ttl: NS_TTL, values });
  view.put(records, recordKey(zone, name, 'SOA'), {
    zone,
    name,
    type: 'SOA',
    ttl: SOA_TTL,
    values: [authority],
  });
}

export function shownZone(zone: ZoneDocument): HostedZone {
  return {
    Id: `/hostedzone/${zone.id}`,
    Name: zone.name,
    CallerReference: zone.callerReference,
    Config: {
      ...(zone.comment === undefined ? {} : { Comment: zone.comment }),
      PrivateZone: false,
    },
    ResourceRecordSetCount: zone.recordCount,
  };
}

export const getHostedZone: Route53Operation<'GetHostedZone'> = {
  name: 'GetHostedZone',
  access: 'read',
  authorize: ({ Id }, context) => onZone('GetHostedZone', Id, context),
  handle: async ({ Id }, context) => {
    const { zone } = await zoneOf(context, Id);
    return { HostedZone: shownZone(zone), DelegationSet: { NameServers: zone.nameServers } };
  },
};

export const updateHostedZoneComment: Route53Operation<'UpdateHostedZoneComment'> = {
  name: 'UpdateHostedZoneComment',
  access: 'write',
  authorize: ({ Id }, context) => onZone('UpdateHostedZoneComment', Id, context),
  handle: async ({ Id, Comment }, context) => {
    const { zone, view } = await zoneOf(context, Id);
    const { comment: _old, ...rest } = zone;
    const changed = { ...rest, ...(Comment === undefined ? {} : { comment: Comment }) };
    view.put(zones, zone.id, changed);
    return { HostedZone: shownZone(changed) };
  },
};

export const deleteHostedZone: Route53Operation<'DeleteHostedZone'> = {
  name: 'DeleteHostedZone',
  access: 'write',
  authorize: ({ Id }, context) => onZone('DeleteHostedZone', Id, context),
  handle: async ({ Id }, context) => {
    const { zone, view } = await zoneOf(context, Id);
    if (zone.recordCount > REQUIRED_RECORDS) throw zoneNotEmpty();
    view.delete(zones, zone.id);
    view.delete(records, recordKey(zone.id, zone.name, 'NS'));
    view.delete(records, recordKey(zone.id, zone.name, 'SOA'));
    return { ChangeInfo: await newChange(context) };
  },
};

export const getChange: Route53Operation<'GetChange'> = {
  name: 'GetChange',
  access: 'read',
  authorize: async ({ Id }, context) => [
    { action: 'route53:GetChange', resource: await context.resolve(changeKind, Id) },
  ],
  handle: async ({ Id }, context) => {
    const { resolved } = await context.resolve(changeKind, Id);
    if (resolved.document === undefined) throw resolved.missing ?? noSuchChange(Id);
    return { ChangeInfo: shownChange(resolved.document, context.call.now) };
  },
};

const PAGE_MAX = 100;

/** How many entries a page may have: the model lets any text pass. Errors: InvalidInput. */
export function pageSize(text: string | undefined, most = PAGE_MAX): number {
  if (text === undefined) return most;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1) throw invalidInput(`Invalid maxitems value: ${text}`);
  return Math.min(size, most);
}
