import { type Route53Operation } from './authorization.ts';
import { normalName, sortedName } from './domain/dns-names.ts';
import { invalidDomainName, unbuilt } from './errors.ts';
import { EVERYWHERE, zones } from './state.ts';
import { pageSize, shownZone } from './zones.ts';

export const listHostedZones: Route53Operation<'ListHostedZones'> = {
  name: 'ListHostedZones',
  access: 'read',
  authorize: async () => [{ action: 'route53:ListHostedZones', resource: '*' }],
  handle: async (input, { unit, call }) => {
    if (input.DelegationSetId !== undefined) {
      throw unbuilt('ListHostedZones', 'reusable delegation sets');
    }
    const { account } = call.scope;
    const limit = pageSize(input.MaxItems);
    const prefix = `${account} `;
    const wanted = input.HostedZoneType === 'PrivateHostedZone' ? 0 : limit;
    // A marker is the zone that the next page begins with.
    const { items } = await unit.view(EVERYWHERE).list(zones, {
      index: 'account',
      prefix,
      limit: limit + 1,
      ...(input.Marker === undefined ? {} : { after: { key: `${prefix}${input.Marker}`, id: '' } }),
    });
    const next = wanted === 0 ? undefined : items[limit];
    return {
      HostedZones: items.slice(0, wanted).map(({ document }) => shownZone(document)),
      Marker: input.Marker ?? '',
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { NextMarker: next.document.id }),
      MaxItems: String(limit),
    };
  },
};

export const listHostedZonesByName: Route53Operation<'ListHostedZonesByName'> = {
  name: 'ListHostedZonesByName',
  access: 'read',
  authorize: async () => [{ action: 'route53:ListHostedZonesByName', resource: '*' }],
  handle: async (input, { unit, call }) => {
    const { account } = call.scope;
    const limit = pageSize(input.MaxItems);
    const prefix = `${account} `;
    const { items } = await unit.view(EVERYWHERE).list(zones, {
      index: 'accountName',
      prefix,
      limit: limit + 1,
      ...(input.DNSName === undefined
        ? {}
        : { after: startAt(prefix, input.DNSName, input.HostedZoneId) }),
    });
    const next = items[limit]?.document;
    return {
      HostedZones: items.slice(0, limit).map(({ document }) => shownZone(document)),
      ...(input.DNSName === undefined ? {} : { DNSName: input.DNSName }),
      ...(input.HostedZoneId === undefined ? {} : { HostedZoneId: input.HostedZoneId }),
      IsTruncated: next !== undefined,
      ...(next === undefined ? {} : { NextDNSName: next.name, NextHostedZoneId: next.id }),
      MaxItems: String(limit),
    };
  },
};

/** Just before the zone that a page begins with. */
function startAt(prefix: string, name: string, id = '') {
  const normal = normalName(name);
  if (normal === undefined) throw invalidDomainName(name);
  return { key: `${prefix}${sortedName(normal)} ${id}`, id: '' };
}

export const getHostedZoneCount: Route53Operation<'GetHostedZoneCount'> = {
  name: 'GetHostedZoneCount',
  access: 'read',
  authorize: async () => [{ action: 'route53:GetHostedZoneCount', resource: '*' }],
  handle: async (_input, { unit, call }) => {
    const prefix = `${call.scope.account} `;
    const query = { index: 'account', prefix, limit: 1_000 };
    const { items } = await unit.view(EVERYWHERE).list(zones, query);
    return { HostedZoneCount: items.length };
  },
};
