import type { Scope as WafScope, Tag, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { Access, Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { itemArn, itemKey } from './arns.ts';
import { placeOf } from './authorization.ts';
import { duplicateItem, EXACTLY_ONE, invalidParameter, limitsExceeded, optimisticLock } from './errors.ts';
import { pageOf } from './pages.ts';
import { arnOf, type ItemKind } from './resources.ts';
import type { ItemDocument } from './state.ts';
import { tagsOf } from './tag-rules.ts';

/** An item as a handler works on it. */
export interface ItemTarget<T> {
  readonly arn: string;
  readonly document: T;
  /** Documents of the item's own scope. */
  readonly view: View;
}

interface NamedInput {
  readonly Name: string;
  readonly Scope: WafScope;
  readonly Id: string;
}

type NamedOperations = {
  readonly [N in keyof Wafv2Operations]: Wafv2Operations[N]['input'] extends NamedInput ? N : never;
}[keyof Wafv2Operations];

interface OnItem<N extends NamedOperations, T extends ItemDocument> {
  readonly name: N;
  readonly access: Access;
  readonly kind: ItemKind<T>;
  /** Permissions beside the operation's own on the item. */
  readonly further?: (
    input: Wafv2Operations[N]['input'],
    context: ResolveContext,
  ) => Promise<readonly Permission[]>;
  readonly handle: (
    input: Wafv2Operations[N]['input'],
    item: ItemTarget<T>,
    context: Context,
  ) => Promise<Wafv2Operations[N]['output']>;
}

/** An operation on one item, named by `Name`, `Scope` and `Id`. */
export function onItem<N extends NamedOperations, T extends ItemDocument>({
  name,
  access,
  kind,
  further,
  handle,
}: OnItem<N, T>): OperationOf<Wafv2Operations, N> {
  return {
    name,
    access,
    authorize: async (input, context) => {
      const resource = await context.resolve(kind.resource, namedArn(kind, input, context));
      const own: Permission = { action: `wafv2:${name}`, resource };
      return [own, ...((await further?.(input, context)) ?? [])];
    },
    handle: async (input, context) =>
      handle(input, await itemTarget(context, kind, namedArn(kind, input, context)), context),
  };
}

function namedArn<T extends ItemDocument>(
  { type }: ItemKind<T>,
  { Name: name, Scope: wafScope, Id: id }: NamedInput,
  { call }: Pick<ResolveContext, 'call'>,
): string {
  return itemArn({ type, scope: placeOf(call, wafScope), wafScope, name, id });
}

interface GivenInput {
  readonly ARN?: string | undefined;
  readonly Name?: string | undefined;
  readonly Scope?: WafScope | undefined;
  readonly Id?: string | undefined;
}

/** An item named by its ARN, or by name, scope and id. Errors: WAFInvalidParameterException for neither or both. */
export function givenArn<T extends ItemDocument>(
  kind: ItemKind<T>,
  field: 'WEB_ACL' | 'RULE_GROUP',
  { ARN, Name, Scope, Id }: GivenInput,
  context: Pick<ResolveContext, 'call'>,
): string {
  if (ARN !== undefined && Name === undefined && Id === undefined) return ARN;
  if (Name === undefined || Scope === undefined || Id === undefined || ARN !== undefined) {
    throw invalidParameter(EXACTLY_ONE, field, 'ARN');
  }
  return namedArn(kind, { Name, Scope, Id }, context);
}

/** The authorized item, noted in the audit record. Errors: WAFNonexistentItemException. */
export async function itemTarget<T extends ItemDocument>(
  context: Context,
  kind: ItemKind<T>,
  arn: string,
): Promise<ItemTarget<T>> {
  const resource = await context.resolve(kind.resource, arn);
  const { document, scope } = resource.resolved;
  if (document === undefined) throw new Error('a missing item was authorized');
  context.audit.resource(kind.auditType, arn, scope.account);
  return { arn, document, view: context.viewOf(resource) };
}

/** Errors: WAFOptimisticLockException, when the item has changed since the token was given. */
export function assertCurrent({ lockToken }: ItemDocument, given: string): void {
  if (lockToken !== given) throw optimisticLock();
}

interface NewItemInput {
  readonly Name: string;
  readonly Scope: WafScope;
  readonly Description?: string | undefined;
  readonly Tags?: readonly Tag[] | undefined;
}

/** The members that all new items have. */
export async function newItem(context: Context, input: NewItemInput): Promise<ItemDocument> {
  const [id, lockToken] = await context.once(() => [uuid(), uuid()] as const);
  return {
    name: input.Name,
    id,
    wafScope: input.Scope,
    scope: placeOf(context.call, input.Scope),
    ...(input.Description === undefined ? {} : { description: input.Description }),
    lockToken,
    tags: tagsOf(input.Tags ?? []),
  };
}

/** Errors: WAFDuplicateItemException, WAFLimitsExceededException. */
export async function addItem<T extends ItemDocument>(
  context: Context,
  kind: ItemKind<T>,
  document: T,
  most: number,
) {
  const { view } = context;
  const key = itemKey(document);
  if ((await view.get(kind.collection, key)) !== undefined) throw duplicateItem();
  const prefix = `${document.wafScope} `;
  const there = await view.list(kind.collection, { prefix, limit: most });
  if (there.items.length >= most) throw limitsExceeded(kind.auditType);
  view.put(kind.collection, key, document);
  context.audit.resource(kind.auditType, arnOf(kind.type, document), document.scope.account);
  return { Summary: summaryOf(kind, document) };
}

/** The same item, changed: with a new lock token. */
export async function changeItem<T extends ItemDocument>(
  context: Context,
  kind: ItemKind<T>,
  { view, document }: ItemTarget<ItemDocument>,
  changed: T,
): Promise<string> {
  const lockToken = await context.once(uuid);
  view.put(kind.collection, itemKey(document), { ...changed, lockToken });
  return lockToken;
}

export function summaryOf<T extends ItemDocument>({ type }: ItemKind<T>, document: ItemDocument) {
  return {
    Name: document.name,
    Id: document.id,
    Description: document.description ?? '',
    LockToken: document.lockToken,
    ARN: arnOf(type, document),
  };
}

interface ListInput {
  readonly Scope: WafScope;
  readonly NextMarker?: string | undefined;
  readonly Limit?: number | undefined;
}

const PER_PAGE = 100;

/** One page of summaries, by name. */
export async function listItems<T extends ItemDocument>(
  { call, view }: Context,
  kind: ItemKind<T>,
  input: ListInput,
) {
  placeOf(call, input.Scope);
  const page = pageOf(call, input, PER_PAGE, input.Scope);
  const { items, last } = await view.list(kind.collection, {
    prefix: `${input.Scope} `,
    limit: page.limit,
    ...(page.after === undefined ? {} : { after: page.after }),
  });
  return {
    summaries: items.map(({ document }) => summaryOf(kind, document)),
    next: page.answer(last),
  };
}
