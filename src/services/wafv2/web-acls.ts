import type { WebACL, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { labelNamespace } from './arns.ts';
import { makingPermissions, placeOf } from './authorization.ts';
import { associatedItem, invalidOperation } from './errors.ts';
import {
  addItem,
  assertCurrent,
  changeItem,
  givenArn,
  itemTarget,
  listItems,
  newItem,
  onItem,
} from './items.ts';
import { shownManagerGroup } from './managed-web-acls.ts';
import { forgetMitigation } from './mitigation-groups.ts';
import type { ProtectableResources } from './port.ts';
import { LIMITS } from './quotas.ts';
import { assertThere, referencePermissions, referredGroups } from './references.ts';
import { arnOf, webAclKind } from './resources.ts';
import { capacityOf } from './rules/capacity.ts';
import type { ManagedGroups } from './rules/managed-groups.ts';
import { referencesOf } from './rules/references.ts';
import { checkRules } from './rules/rules.ts';
import type { WebAclDocument } from './state.ts';
import { shownRule } from './stored-rules.ts';
import { removeWebAcl, standsBefore } from './standing.ts';
import { ensureTokenKey } from './token-keys.ts';
import { webAclParts } from './web-acl-rules.ts';

export function webAclOperations(
  managed: ManagedGroups,
  resources: readonly ProtectableResources[],
): readonly AnyOperation[] {
  return [
    create(managed),
    getWebAcl,
    update(managed),
    deleteWebAcl(resources),
    listWebAcls,
    checkCapacity(managed),
  ];
}

function create(managed: ManagedGroups): OperationOf<Wafv2Operations, 'CreateWebACL'> {
  return {
    name: 'CreateWebACL',
    access: 'write',
    authorize: async (input, context) => [
      ...makingPermissions('CreateWebACL', 'webacl', input, context),
      ...(await referencePermissions('wafv2:CreateWebACL', input.Rules ?? [], context)),
    ],
    handle: async (input, context) => {
      const item = await newItem(context, input);
      const made: WebAclDocument = {
        ...item,
        ...(await webAclParts(context, input, item, managed)),
      };
      await ensureTokenKey(context.unit, item.scope);
      return addItem(context, webAclKind, made, LIMITS.webAcls);
    },
  };
}

const getWebAcl: OperationOf<Wafv2Operations, 'GetWebACL'> = {
  name: 'GetWebACL',
  access: 'read',
  authorize: async (input, context) => [
    {
      action: 'wafv2:GetWebACL',
      resource: await context.resolve(
        webAclKind.resource,
        givenArn(webAclKind, 'WEB_ACL', input, context),
      ),
    },
  ],
  handle: async (input, context) => {
    const { document } = await itemTarget(
      context,
      webAclKind,
      givenArn(webAclKind, 'WEB_ACL', input, context),
    );
    return { WebACL: shownWebAcl(document), LockToken: document.lockToken };
  },
};

/** A web ACL as its owner sees it, and as the firewall is made of it. */
export function shownWebAcl(document: WebAclDocument): WebACL {
  const { manager, settings } = document;
  return {
    Name: document.name,
    Id: document.id,
    ARN: arnOf('webacl', document),
    Description: document.description ?? '',
    Rules: document.rules.map(shownRule),
    ...settings,
    Capacity: document.capacity,
    PreProcessFirewallManagerRuleGroups: manager?.pre.map(shownManagerGroup),
    PostProcessFirewallManagerRuleGroups: manager?.post.map(shownManagerGroup),
    ManagedByFirewallManager: manager?.isOwner ?? false,
    RetrofittedByFirewallManager: manager?.isRetrofitted ?? false,
    LabelNamespace: labelNamespace({ ...document, type: 'webacl' }),
  };
}

function update(managed: ManagedGroups): AnyOperation {
  return onItem({
    name: 'UpdateWebACL',
    access: 'write',
    kind: webAclKind,
    further: ({ Rules = [] }, context) =>
      referencePermissions('wafv2:UpdateWebACL', Rules, context),
    handle: async (input, target, context) => {
      assertCurrent(target.document, input.LockToken);
      const { description: _before, ...rest } = target.document;
      const NextLockToken = await changeItem(context, webAclKind, target, {
        ...rest,
        ...(input.Description === undefined ? {} : { description: input.Description }),
        ...(await webAclParts(context, input, rest, managed)),
      });
      return { NextLockToken };
    },
  });
}

function deleteWebAcl(resources: readonly ProtectableResources[]): AnyOperation {
  return onItem({
    name: 'DeleteWebACL',
    access: 'write',
    kind: webAclKind,
    handle: async (input, { arn, document, view }, { unit }) => {
      assertCurrent(document, input.LockToken);
      if (document.manager?.isOwner === true) {
        throw invalidOperation('The operation isn’t valid: Firewall Manager manages the web ACL.');
      }
      const standing = { unit, scope: document.scope, webAcl: arn };
      if ((await standsBefore(standing, resources)).length > 0) throw associatedItem();
      await removeWebAcl(view, arn, document);
      await forgetMitigation(unit, document);
      return {};
    },
  });
}

const listWebAcls: OperationOf<Wafv2Operations, 'ListWebACLs'> = {
  name: 'ListWebACLs',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListWebACLs', resource: '*' }],
  handle: async (input, context) => {
    const { summaries, next } = await listItems(context, webAclKind, input);
    return { WebACLs: summaries, ...next };
  },
};

function checkCapacity(managed: ManagedGroups): OperationOf<Wafv2Operations, 'CheckCapacity'> {
  return {
    name: 'CheckCapacity',
    access: 'read',
    authorize: async (input, context) => [
      { action: 'wafv2:CheckCapacity', resource: '*' },
      ...(await referencePermissions('wafv2:CheckCapacity', input.Rules, context)),
    ],
    handle: async (input, context) => {
      placeOf(context.call, input.Scope);
      checkRules(input.Rules, {
        holder: 'webacl',
        wafScope: input.Scope,
        managed,
        bodies: 'unknown',
      });
      await assertThere(context, referencesOf(input.Rules));
      const groups = await referredGroups(context, input.Rules);
      const groupCapacity = (arn: string) => groups.get(arn)?.capacity ?? 0;
      return { Capacity: capacityOf(input.Rules, { managed, groupCapacity }) };
    },
  };
}
