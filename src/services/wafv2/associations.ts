import type { ResourceType, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { itemKey, parseItemArn } from './arns.ts';
import { invalidArn, invalidOperation, limitsExceeded, unavailableEntity } from './errors.ts';
import { itemTarget } from './items.ts';
import type { ProtectableResources, WebAclAssociations } from './port.ts';
import { protectableOf } from './protectable.ts';
import { LIMITS } from './quotas.ts';
import { webAclKind } from './resources.ts';
import { associations, webAcls } from './state.ts';
import { standsBefore } from './standing.ts';
import { shownWebAcl } from './web-acls.ts';

export function associationOperations(
  resources: readonly ProtectableResources[],
): readonly AnyOperation[] {
  return [
    associate(resources),
    disassociateWebAcl,
    getWebAclForResource,
    listResourcesForWebAcl(resources),
  ];
}

/** A resource of the caller's account and Region. Errors: WAFInvalidParameterException. */
function resourceOf(text: string, { call }: Pick<ResolveContext, 'call'>) {
  const resource = protectableOf(text);
  if (resource === undefined || resource.arn.region !== call.scope.region) throw invalidArn(text);
  const { account } = resource.arn;
  if (account !== '' && account !== call.scope.account) throw unavailableEntity();
  return resource;
}

/** On the resource, both WAF's permission and that of its own service. */
function onResource(
  operation: string,
  text: string,
  context: ResolveContext,
): readonly Permission[] {
  const { action } = resourceOf(text, context);
  return [
    { action: `wafv2:${operation}`, resource: text },
    { action, resource: text },
  ];
}

function associate(
  resources: readonly ProtectableResources[],
): OperationOf<Wafv2Operations, 'AssociateWebACL'> {
  return {
    name: 'AssociateWebACL',
    access: 'write',
    authorize: async (input, context) => [
      ...onResource('AssociateWebACL', input.ResourceArn, context),
      {
        action: 'wafv2:AssociateWebACL',
        resource: await context.resolve(webAclKind.referred, input.WebACLArn),
      },
    ],
    handle: async ({ ResourceArn: resource, WebACLArn: webAcl }, context) => {
      const { type } = resourceOf(resource, context);
      const { call, unit, view } = context;
      await context.resolve(webAclKind.referred, webAcl);
      const item = parseItemArn(webAcl);
      if (item?.wafScope !== 'REGIONAL' || item.scope.region !== call.scope.region) {
        throw invalidArn(webAcl);
      }
      const owner = resources.find((one) => one.type === type);
      if (owner !== undefined && !(await owner.exists(unit, call.scope, resource))) {
        throw unavailableEntity();
      }
      const standing = { unit, scope: call.scope, webAcl };
      const others = (await standsBefore(standing, resources, type)).filter(
        (one) => one.resource !== resource,
      );
      if (others.length >= LIMITS.resourcesPerWebAcl) throw limitsExceeded('WEB_ACL_ASSOCIATIONS');
      view.put(associations, resource, { resource, webAcl, type });
      return {};
    },
  };
}

const disassociateWebAcl: OperationOf<Wafv2Operations, 'DisassociateWebACL'> = {
  name: 'DisassociateWebACL',
  access: 'write',
  authorize: async (input, context) => onResource('DisassociateWebACL', input.ResourceArn, context),
  handle: async ({ ResourceArn }, { view }) => {
    view.delete(associations, ResourceArn);
    return {};
  },
};

const getWebAclForResource: OperationOf<Wafv2Operations, 'GetWebACLForResource'> = {
  name: 'GetWebACLForResource',
  access: 'read',
  authorize: async ({ ResourceArn }, context) => {
    resourceOf(ResourceArn, context);
    const own: Permission = { action: 'wafv2:GetWebACLForResource', resource: ResourceArn };
    const there = await context.view.get(associations, ResourceArn);
    if (there === undefined) return [own];
    const resource = await context.resolve(webAclKind.resource, there.webAcl);
    return [own, { action: 'wafv2:GetWebACL', resource }];
  },
  handle: async ({ ResourceArn }, context) => {
    const there = await context.view.get(associations, ResourceArn);
    if (there === undefined) return {};
    const { document } = await itemTarget(context, webAclKind, there.webAcl);
    return { WebACL: shownWebAcl(document) };
  },
};

const DEFAULT_TYPE: ResourceType = 'APPLICATION_LOAD_BALANCER';

function listResourcesForWebAcl(
  resources: readonly ProtectableResources[],
): OperationOf<Wafv2Operations, 'ListResourcesForWebACL'> {
  return {
    name: 'ListResourcesForWebACL',
    access: 'read',
    authorize: async ({ WebACLArn }, context) => [
      {
        action: 'wafv2:ListResourcesForWebACL',
        resource: await context.resolve(webAclKind.resource, WebACLArn),
      },
    ],
    handle: async ({ WebACLArn: webAcl, ResourceType: type = DEFAULT_TYPE }, context) => {
      const { document } = await itemTarget(context, webAclKind, webAcl);
      if (document.wafScope === 'CLOUDFRONT') {
        throw invalidOperation(
          'The operation isn’t valid: CloudFront lists the distributions of a web ACL.',
        );
      }
      const standing = { unit: context.unit, scope: document.scope, webAcl };
      const found = await standsBefore(standing, resources, type);
      return { ResourceArns: found.map(({ resource }) => resource) };
    },
  };
}

export const webAclAssociations: WebAclAssociations = {
  of: async (unit, scope, resource) => (await unit.view(scope).get(associations, resource))?.webAcl,
  setForDistribution: async (unit, scope, resource, webAcl) => {
    const view = unit.view(scope);
    if (webAcl === undefined) {
      view.delete(associations, resource);
      return true;
    }
    const item = parseItemArn(webAcl);
    if (item?.type !== 'webacl' || item.wafScope !== 'CLOUDFRONT') return false;
    const document = await view.get(webAcls, itemKey(item));
    if (item.scope.account !== scope.account || document?.id !== item.id) return false;
    view.put(associations, resource, { resource, webAcl, type: 'CLOUDFRONT' });
    return true;
  },
  resourceDeleted: (unit, scope, resource) => unit.view(scope).delete(associations, resource),
};
