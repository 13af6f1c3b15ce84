import type { ResourceType } from '../../../models/wafv2/types.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { itemKey } from './arns.ts';
import type { ProtectableResources } from './port.ts';
import {
  type AssociationDocument,
  associations,
  loggings,
  webAcls,
  type WebAclDocument,
} from './state.ts';

/** Which web ACL it is, and where. */
interface Standing {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly webAcl: string;
}

/** The resources that a web ACL stands before, all or of one type; those that are gone since are not among them. */
export async function standsBefore(
  { unit, scope, webAcl }: Standing,
  resources: readonly ProtectableResources[],
  type?: ResourceType,
): Promise<readonly AssociationDocument[]> {
  const found = await everyOf<AssociationDocument>(unit.view(scope), associations, {
    index: 'webAcl',
    prefix: type === undefined ? `${webAcl} ` : `${webAcl} ${type}`,
  });
  const there: AssociationDocument[] = [];
  for (const association of found) {
    const owner = resources.find((one) => one.type === association.type);
    const isThere = await owner?.exists(unit, scope, association.resource);
    if (isThere !== false) there.push(association);
  }
  return there;
}

/** With its logging, and what it once stood before. */
export async function removeWebAcl(
  view: View,
  arn: string,
  document: WebAclDocument,
): Promise<void> {
  const stale = await everyOf<AssociationDocument>(view, associations, {
    index: 'webAcl',
    prefix: `${arn} `,
  });
  for (const { resource } of stale) view.delete(associations, resource);
  const { items } = await view.list(loggings, { prefix: `${itemKey(document)} `, limit: 10 });
  for (const { id } of items) view.delete(loggings, id);
  view.delete(webAcls, itemKey(document));
}
