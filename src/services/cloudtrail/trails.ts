import type { CloudtrailOperations } from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { HOUR_MS } from '../../core/time.ts';
import { onTrail, trailOf } from './authorization.ts';
import { DEFAULT_SELECTORS } from './domain/selection.ts';
import { trailNameFault } from './domain/trail-name.ts';
import {
  invalidHomeRegion,
  invalidNextToken,
  invalidTrailName,
  tooManyTrails,
  trailExists,
} from './errors.ts';
import { forgetTrailOrder } from './forget-job.ts';
import { beginChain } from './digest-chain.ts';
import { findTrail, trailArn, trailsOf } from './resources.ts';
import { shownSettings, shownTrail } from './shown.ts';
import { isLogging, type TrailDocument, trails } from './state.ts';
import { requireTags, tagsOf } from './tags.ts';
import { type TrailParts, withSettings } from './trail-settings.ts';

const TRAILS_PER_REGION_MAX = 5;
const PAGE = 50;

export function createCreateTrail(
  parts: TrailParts,
): OperationOf<CloudtrailOperations, 'CreateTrail'> {
  return {
    name: 'CreateTrail',
    access: 'write',
    authorize: onTrail('cloudtrail:CreateTrail', (input: { readonly Name: string }) => input.Name),
    handle: async (input, context) => {
      const { call, unit } = context;
      const { account, region } = call.scope;
      const fault = trailNameFault(input.Name);
      if (fault !== undefined) throw invalidTrailName(fault);
      if ((await findTrail(unit, call.scope, input.Name)) !== undefined) {
        throw trailExists(input.Name, account);
      }
      // Shadow trails count where they are seen.
      const seen = (await trailsOf(unit, account)).filter(
        (trail) => trail.region === region || trail.multiRegion,
      );
      if (seen.length >= TRAILS_PER_REGION_MAX) {
        throw tooManyTrails(account, region, TRAILS_PER_REGION_MAX);
      }
      const tags = tagsOf(input.TagsList ?? []);
      requireTags(tags);
      const blank: TrailDocument = {
        id: await context.once(uuid),
        name: input.Name,
        account,
        region,
        bucket: input.S3BucketName,
        includeGlobal: true,
        multiRegion: false,
        validation: false,
        tags,
        selectors: DEFAULT_SELECTORS,
        insights: [],
        isDeleted: false,
      };
      const trail = await withSettings(parts, context, blank, input);
      context.view.put(trails, trail.id, trail);
      return shownSettings(trail);
    },
  };
}

export function createUpdateTrail(
  parts: TrailParts,
): OperationOf<CloudtrailOperations, 'UpdateTrail'> {
  return {
    name: 'UpdateTrail',
    access: 'write',
    authorize: onTrail('cloudtrail:UpdateTrail', (input: { readonly Name: string }) => input.Name),
    handle: async (input, context) => {
      const { trail, resource } = await trailOf(context, input.Name);
      requireHome(trail, context.call.scope.region);
      const changed = await withSettings(parts, context, trail, input);
      context.viewOf(resource).put(trails, trail.id, changed);
      const isNewlySigned = changed.validation && !trail.validation;
      if (isNewlySigned && isLogging(changed)) await beginChain(context, changed);
      return shownSettings(changed);
    },
  };
}

export function requireHome(trail: TrailDocument, region: string): void {
  if (trail.region !== region) throw invalidHomeRegion(trail.name, trail.region);
}

export const deleteTrail: OperationOf<CloudtrailOperations, 'DeleteTrail'> = {
  name: 'DeleteTrail',
  access: 'write',
  authorize: onTrail('cloudtrail:DeleteTrail', (input) => input.Name),
  handle: async (input, context) => {
    const { trail, resource } = await trailOf(context, input.Name);
    requireHome(trail, context.call.scope.region);
    const { now } = context.call;
    const view = context.viewOf(resource);
    // What it recorded until now is still delivered, this call with it.
    view.put(trails, trail.id, { ...trail, isDeleted: true, stopped: trail.stopped ?? now });
    context.unit.order(forgetTrailOrder(trail, now + 2 * HOUR_MS));
    return {};
  },
};

export const getTrail: OperationOf<CloudtrailOperations, 'GetTrail'> = {
  name: 'GetTrail',
  access: 'read',
  authorize: onTrail('cloudtrail:GetTrail', (input) => input.Name),
  handle: async (input, context) => {
    const { trail } = await trailOf(context, input.Name);
    return { Trail: shownTrail(trail) };
  },
};

export const describeTrails: OperationOf<CloudtrailOperations, 'DescribeTrails'> = {
  name: 'DescribeTrails',
  access: 'read',
  authorize: async () => [{ action: 'cloudtrail:DescribeTrails', resource: '*' }],
  handle: async (input, { call, unit }) => {
    const { account, region } = call.scope;
    const wanted = new Set(input.trailNameList ?? []);
    const shadows = input.includeShadowTrails ?? true;
    const found = (await trailsOf(unit, account)).filter((trail) => {
      const isNamed = wanted.has(trailArn(trail, trail.name));
      if (wanted.size > 0 && !isNamed && !wanted.has(trail.name)) return false;
      return trail.region === region || (shadows && trail.multiRegion) || isNamed;
    });
    return { trailList: found.map(shownTrail) };
  },
};

export const listTrails: OperationOf<CloudtrailOperations, 'ListTrails'> = {
  name: 'ListTrails',
  access: 'read',
  authorize: async () => [{ action: 'cloudtrail:ListTrails', resource: '*' }],
  handle: async (input, { call, unit }) => {
    const { account } = call.scope;
    const kind = 'cloudtrail:ListTrails';
    const token = input.NextToken;
    const cursor = token === undefined ? undefined : decodeMarker(kind, account, token);
    if (token !== undefined && cursor === undefined) throw invalidNextToken();
    const all = await trailsOf(unit, account);
    const start = Number(cursor?.key ?? 0);
    const end = start + PAGE;
    return {
      Trails: all.slice(start, end).map((trail) => ({
        TrailARN: trailArn(trail, trail.name),
        Name: trail.name,
        HomeRegion: trail.region,
      })),
      ...(end < all.length
        ? { NextToken: encodeMarker(kind, account, { key: String(end), id: '' }) }
        : {}),
    };
  },
};
