import type { View } from '../../contract/view.ts';
import { noBoundary, noSuchScope, type Noun } from './errors.ts';
import { findManaged } from './grants.ts';

/** The condition key of requests that set or clear a boundary. */
export function boundaryConditions(
  arn: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  return arn === undefined ? new Map() : new Map([['iam:permissionsboundary', [arn]]]);
}

export async function assertBoundary(view: View, arn: string | undefined): Promise<void> {
  if (arn === undefined) return;
  if ((await findManaged(view, arn)) === undefined) throw noSuchScope(arn);
}

export function withoutBoundary<T extends { readonly name: string; readonly boundary?: string }>(
  noun: Noun,
  identity: T,
): Omit<T, 'boundary'> {
  if (identity.boundary === undefined) throw noBoundary(noun, identity.name);
  const { boundary: _gone, ...rest } = identity;
  return rest;
}

export function shownBoundary(arn: string | undefined) {
  if (arn === undefined) return {};
  const PermissionsBoundaryType = 'PermissionsBoundaryPolicy' as const;
  return { PermissionsBoundary: { PermissionsBoundaryType, PermissionsBoundaryArn: arn } };
}
