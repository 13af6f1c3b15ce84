import type { OrganizationSource } from '../../../contract/organization.ts';
import type { FindContext, Resolved, ResourceKind } from '../../../contract/resource.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import { lettingDecide } from '../storage/nouns.ts';
import { imageNoun } from './noun.ts';
import { publicImages } from './public-images.ts';
import { type ImageDocument, imagePlaces, images, type LaunchGrant } from './state.ts';

const GLOBAL: Scope = { account: '', region: '' };
const SHARED_MAX = 1_000;

/** An image of whatever Region; the call's own when absent. */
export interface ImageReference {
  readonly id: string;
  readonly region: string;
}

/** Images as callers see them: their own, those shared with them, and everybody's. */
export interface VisibleImages {
  /** What launches and copies act on. Launch permissions are what a policy of the image would be. */
  readonly kind: ResourceKind<ImageDocument>;
  /** The same in another Region. */
  readonly elsewhere: ResourceKind<ImageDocument, ImageReference>;
  /** Undefined: there is none, or not for this account. */
  find(unit: Unit, scope: Scope, id: string): Promise<ImageDocument | undefined>;
  /** Those of others that the account was given, by name, through its organization, or as everybody. */
  shared(unit: Unit, scope: Scope): Promise<readonly ImageDocument[]>;
}

export function createVisibleImages(organizations: OrganizationSource): VisibleImages {
  const find = async (unit: Unit, scope: Scope, id: string) => {
    const open = publicImages(scope.region).get(id);
    if (open !== undefined) return open;
    const own = await unit.view(scope).get(images, id);
    if (own !== undefined) return own;
    const place = await unit.view(GLOBAL).get(imagePlaces, id);
    if (place === undefined || place.scope.region !== scope.region) return undefined;
    const names = await namesOf(organizations, unit, scope.account);
    if (!place.grants.some(({ who }) => names.has(who))) return undefined;
    return unit.view(place.scope).get(images, id);
  };
  const findIn = async (id: string, context: FindContext, scope: Scope) => {
    const resolved = await imageNoun.kind.find(id, { ...context, scope });
    const document = resolved.document ?? (await find(context.unit, scope, id));
    return { ...resolved, document, scope: document?.scope ?? scope };
  };
  const kind: ResourceKind<ImageDocument> = {
    ...imageNoun.kind,
    policyMode: 'optional',
    policy,
    find: (id, context) => findIn(id, context, context.scope),
  };
  return {
    kind,
    elsewhere: {
      ...kind,
      find: ({ id, region }, context) => findIn(id, context, { ...context.scope, region }),
    },
    find,
    shared: async (unit, scope) => {
      const names = await namesOf(organizations, unit, scope.account);
      const found = new Map(publicImages(scope.region));
      for (const name of names) {
        for (const image of await grantedTo(unit, scope, name)) found.set(image.id, image);
      }
      return [...found.values()];
    },
  };
}

async function grantedTo(
  unit: Unit,
  { account, region }: Scope,
  name: string,
): Promise<readonly ImageDocument[]> {
  const prefix = `${region}/${name}`;
  const page = await unit
    .view(GLOBAL)
    .list(imagePlaces, { index: 'grant', prefix, limit: SHARED_MAX });
  const places = page.items.filter(
    ({ key, document }) => key === prefix && document.scope.account !== account,
  );
  const found = await Promise.all(
    places.map(({ id, document }) => unit.view(document.scope).get(images, id)),
  );
  return found.filter((image) => image !== undefined);
}

/** What grants may call an account: its number, everybody, its organization, and the units it is in. */
async function namesOf(
  organizations: OrganizationSource,
  unit: Unit,
  account: string,
): Promise<ReadonlySet<string>> {
  const names = new Set([account, 'all']);
  const membership = await organizations.membership(unit, account);
  if (membership === undefined) return names;
  const { organizationId, managementAccount, path } = membership;
  const prefix = `arn:aws:organizations::${managementAccount}`;
  names.add(`${prefix}:organization/${organizationId}`);
  for (const part of path.split('/')) {
    if (part.startsWith('ou-')) names.add(`${prefix}:ou/${organizationId}/${part}`);
  }
  return names;
}

/** Whoever may see it was given it: the account decides for its principals. */
function policy(
  { document }: Resolved<ImageDocument>,
  { caller, scope }: FindContext,
): string | undefined {
  const { account } = caller.identity;
  if (document === undefined || account === document.scope.account) return undefined;
  return lettingDecide(account, scope.region);
}

/** Stores an image, with the way to it for others. */
export function putImage(unit: Unit, image: ImageDocument): void {
  const { scope, id, grants } = image;
  unit.view(scope).put(images, id, image);
  unit.view(GLOBAL).put(imagePlaces, id, { scope, grants });
}

export function dropImage(unit: Unit, { scope, id }: ImageDocument): void {
  unit.view(scope).delete(images, id);
  unit.view(GLOBAL).delete(imagePlaces, id);
}

export function isPublic(grants: readonly LaunchGrant[]): boolean {
  return grants.some(({ kind }) => kind === 'group');
}
