import type { View } from '../../contract/view.ts';
import { policySize } from '../../policy/json-text.ts';
import { awsManagedPolicy, isAwsManaged } from './aws-managed.ts';
import { checkDocument } from './documents.ts';
import {
  deleteConflict,
  limitExceeded,
  type Noun,
  noSuchInlinePolicy,
  notAttachable,
  policyNotAttachable,
  notAttached,
  quotaExceeded,
} from './errors.ts';
import { ATTACHED_PER_IDENTITY, INLINE_CHARACTERS } from './limits.ts';
import { type Identity, type ManagedPolicy, policies } from './state.ts';

/** What policies an identity has: the same rules for users, groups and roles. */

export function findManaged(view: View, arn: string): Promise<ManagedPolicy | undefined> {
  return isAwsManaged(arn) ? Promise.resolve(awsManagedPolicy(arn)) : view.get(policies, arn);
}

export async function attach<T extends Identity>(view: View, identity: T, arn: string): Promise<T> {
  const policy = await findManaged(view, arn);
  if (policy === undefined) throw notAttachable(arn);
  if (policy.attachable === false) throw policyNotAttachable();
  if (identity.attached.includes(arn)) return identity;
  if (identity.attached.length >= ATTACHED_PER_IDENTITY) {
    throw quotaExceeded('PoliciesPerIdentity', ATTACHED_PER_IDENTITY);
  }
  return { ...identity, attached: [...identity.attached, arn] };
}

export function detach<T extends Identity>(identity: T, arn: string): T {
  if (!identity.attached.includes(arn)) throw notAttached(arn);
  return { ...identity, attached: identity.attached.filter((one) => one !== arn) };
}

export function putInline<T extends Identity>(
  noun: Noun,
  identity: T,
  name: string,
  text: string,
): T {
  const most = INLINE_CHARACTERS[noun];
  checkDocument(text, 'identity', most);
  const inline = { ...identity.inline, [name]: text };
  const total = Object.values(inline).reduce((sum, one) => sum + policySize(one), 0);
  if (total > most) {
    throw limitExceeded(
      `Maximum policy size of ${most} bytes exceeded for ${noun} ${identity.name}`,
    );
  }
  return { ...identity, inline };
}

export function inlineOf(noun: Noun, identity: Identity, name: string): string {
  const text = Object.hasOwn(identity.inline, name) ? identity.inline[name] : undefined;
  if (text === undefined) throw noSuchInlinePolicy(noun, name);
  return text;
}

export function deleteInline<T extends Identity>(noun: Noun, identity: T, name: string): T {
  inlineOf(noun, identity, name);
  const kept = Object.entries(identity.inline).filter(([one]) => one !== name);
  return { ...identity, inline: Object.fromEntries(kept) };
}

/** An identity that still has policies can't be deleted. */
export function assertBare(identity: Identity): void {
  if (identity.attached.length > 0) {
    throw deleteConflict('Cannot delete entity, must detach all policies first.');
  }
  if (Object.keys(identity.inline).length > 0) {
    throw deleteConflict('Cannot delete entity, must delete policies first.');
  }
}

export function shownAttached(arn: string) {
  return { PolicyName: arn.slice(arn.lastIndexOf('/') + 1), PolicyArn: arn };
}

export function attachedBelow(identity: Identity, pathPrefix: string | undefined) {
  const wanted = pathPrefix ?? '/';
  return identity.attached.filter((arn) => pathOf(arn).startsWith(wanted));
}

/** `arn:aws:iam::1:policy/team/x` → `/team/`. */
function pathOf(arn: string): string {
  const resource = arn.split(':').slice(5).join(':');
  return resource.slice(resource.indexOf('/'), resource.lastIndexOf('/') + 1);
}
