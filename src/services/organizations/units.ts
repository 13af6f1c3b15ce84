import { listedTagConditions } from '../../core/tags.ts';
import type { OrganizationalUnit as Shown } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { defaultAttachments } from './aws-policies.ts';
import { entityArn, newUnitId } from './domain/identifiers.ts';
import { constraintViolation, organizationsError } from './errors.ts';
import { UNIT_DEPTH_MAX, UNITS_MAX } from './limits.ts';
import { everyOf } from '../../listing/every-document.ts';
import { found, onOrganization } from './operation.ts';
import { pageOf } from './pages.ts';
import { parentKind, type Seat, unitKind } from './resources.ts';
import { entities, type Entity, type OrganizationalUnit } from './state.ts';
import { withTags } from './tags.ts';
import { lineageOf, pathOf, unitNamed } from './tree.ts';

async function shownUnit({ organization, view }: Seat, unit: OrganizationalUnit): Promise<Shown> {
  const Path = pathOf(organization, await lineageOf(view, unit));
  return { Id: unit.id, Arn: unit.arn, Name: unit.name, Path };
}

async function assertRoom(view: View, parent: Entity): Promise<void> {
  const line = await lineageOf(view, parent);
  if (line.length > UNIT_DEPTH_MAX) {
    throw constraintViolation(
      'OU_DEPTH_LIMIT_EXCEEDED',
      'You have exceeded the allowed OU depth in the organization.',
    );
  }
  const units = await everyOf(view, entities, { index: 'kind', prefix: 'ou' });
  if (units.length >= UNITS_MAX) {
    throw constraintViolation(
      'OU_NUMBER_LIMIT_EXCEEDED',
      'You have exceeded the allowed number of OUs in the organization.',
    );
  }
}

export const unitOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'CreateOrganizationalUnit',
    access: 'write',
    on: async ({ ParentId }, context) => [await context.resolve(parentKind, ParentId)],
    keys: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ ParentId, Name, Tags }, seat, context) => {
      const { organization, view } = seat;
      const parent = await found(context, parentKind, ParentId);
      if ((await unitNamed(view, ParentId, Name)) !== undefined) {
        throw organizationsError('DuplicateOrganizationalUnitException');
      }
      await assertRoom(view, parent);
      const id = await context.once(() => newUnitId(organization.rootId));
      const unit: OrganizationalUnit = {
        kind: 'ou',
        id,
        arn: entityArn(organization, id),
        name: Name,
        parent: ParentId,
        tags: withTags({}, Tags),
        policies: defaultAttachments(organization.policyTypes, context.call.now),
      };
      view.put(entities, id, unit);
      return { OrganizationalUnit: await shownUnit(seat, unit) };
    },
  }),
  onOrganization({
    name: 'DescribeOrganizationalUnit',
    access: 'read',
    on: async ({ OrganizationalUnitId: id }, context) => [await context.resolve(unitKind, id)],
    handle: async ({ OrganizationalUnitId: id }, seat, context) => {
      const unit = await found(context, unitKind, id);
      return { OrganizationalUnit: await shownUnit(seat, unit) };
    },
  }),
  onOrganization({
    name: 'UpdateOrganizationalUnit',
    access: 'write',
    on: async ({ OrganizationalUnitId: id }, context) => [await context.resolve(unitKind, id)],
    handle: async ({ OrganizationalUnitId: id, Name }, seat, context) => {
      const unit = await found(context, unitKind, id);
      const renamed = { ...unit, name: Name ?? unit.name };
      const other = await unitNamed(seat.view, unit.parent, renamed.name);
      if (other !== undefined && other.id !== id) {
        throw organizationsError('DuplicateOrganizationalUnitException');
      }
      seat.view.put(entities, id, renamed);
      return { OrganizationalUnit: await shownUnit(seat, renamed) };
    },
  }),
  onOrganization({
    name: 'DeleteOrganizationalUnit',
    access: 'write',
    on: async ({ OrganizationalUnitId: id }, context) => [await context.resolve(unitKind, id)],
    handle: async ({ OrganizationalUnitId: id }, { view }, context) => {
      await found(context, unitKind, id);
      const below = { index: 'parent', prefix: `${id}/`, limit: 1 };
      if ((await view.list(entities, below)).items.length > 0) {
        throw organizationsError('OrganizationalUnitNotEmptyException');
      }
      view.delete(entities, id);
      return {};
    },
  }),
  onOrganization({
    name: 'ListOrganizationalUnitsForParent',
    access: 'read',
    on: async ({ ParentId }, context) => [await context.resolve(parentKind, ParentId)],
    handle: async (input, seat, context) => {
      await found(context, parentKind, input.ParentId);
      const page = pageOf(context.call, input, input.ParentId);
      const listed = await seat.view.list(entities, {
        index: 'parent',
        prefix: `${input.ParentId}/ou/`,
        ...page.query,
      });
      const units: Shown[] = [];
      for (const { document } of listed.items) {
        if (document.kind === 'ou') units.push(await shownUnit(seat, document));
      }
      return { OrganizationalUnits: units, ...page.answer(listed.last) };
    },
  }),
];
