import type { ResponseAction } from '../../../models/shield/types.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidOperation, invalidParameter, limitExceeded, noChange } from './errors.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import { protectionBy } from './protections.ts';
import { protectionKind } from './resources.ts';
import { joinWebAcl, placeOf, resettleWebAcl, type ResponseParts } from './response-rules.ts';
import { type AutomaticResponse, type Protection, protections } from './state.ts';

const WEB_ACL_UNITS_MAX = 5_000;

async function on({ ResourceArn }: { ResourceArn: string }, context: ResolveContext) {
  return [await context.resolve(protectionKind, ResourceArn)];
}

/** Errors: InvalidParameterException unless one of the two is asked for. */
function actionOf({ Block, Count }: ResponseAction): AutomaticResponse['action'] {
  if ((Block === undefined) === (Count === undefined)) {
    throw invalidParameter('Action', 'You must specify exactly one of Block and Count.');
  }
  return Block === undefined ? 'COUNT' : 'BLOCK';
}

/** The web ACL before the protected resource. Errors: InvalidOperationException. */
async function webAclBefore(
  { unit, call }: Context,
  { type, resource }: Protection,
  { webAcls }: ResponseParts,
): Promise<string> {
  if (type !== 'CLOUDFRONT_DISTRIBUTION' && type !== 'APPLICATION_LOAD_BALANCER') {
    throw invalidOperation(
      'Automatic application layer DDoS mitigation is available for CloudFront distributions and ' +
        'Application Load Balancers only.',
    );
  }
  const { account } = call.scope;
  const webAcl = await webAcls.of(unit, placeOf(account, resource), resource);
  if (webAcl !== undefined) return webAcl;
  throw invalidOperation('The resource must be associated with an AWS WAF web ACL (v2).');
}

function enable(parts: ResponseParts): AnyOperation {
  return shieldOperation({
    name: 'EnableApplicationLayerAutomaticResponse',
    access: 'write',
    on,
    handle: async ({ ResourceArn, Action }, view, context) => {
      const { unit, call } = context;
      await subscriptionOf(view, call);
      const protection = await protectionBy(context, ResourceArn);
      const action = actionOf(Action);
      if (protection.response !== undefined) throw noChange();
      const webAcl = await webAclBefore(context, protection, parts);
      const response = { action, webAcl, signatures: [] };
      view.put(protections, protection.id, { ...protection, response });
      try {
        await joinWebAcl(unit, call.scope.account, webAcl, parts);
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        throw limitExceeded('WEB_ACL_CAPACITY_UNITS', WEB_ACL_UNITS_MAX);
      }
      return {};
    },
  });
}

/** Errors: InvalidOperationException when nothing is answered. */
function responseOf({ response }: Protection): AutomaticResponse {
  if (response !== undefined) return response;
  throw invalidOperation(
    'Automatic application layer DDoS mitigation is not enabled for the resource.',
  );
}

function update(parts: ResponseParts): AnyOperation {
  return shieldOperation({
    name: 'UpdateApplicationLayerAutomaticResponse',
    access: 'write',
    on,
    handle: async ({ ResourceArn, Action }, view, context) => {
      const { unit, call } = context;
      await subscriptionOf(view, call);
      const protection = await protectionBy(context, ResourceArn);
      const action = actionOf(Action);
      const response = responseOf(protection);
      if (response.action === action) throw noChange();
      const changed = { ...protection, response: { ...response, action } };
      view.put(protections, protection.id, changed);
      await resettleWebAcl(unit, call.scope.account, response.webAcl, parts);
      return {};
    },
  });
}

function disable(parts: ResponseParts): AnyOperation {
  return shieldOperation({
    name: 'DisableApplicationLayerAutomaticResponse',
    access: 'write',
    on,
    handle: async ({ ResourceArn }, view, context) => {
      const { unit, call } = context;
      const protection = await protectionBy(context, ResourceArn);
      const { webAcl } = responseOf(protection);
      const { response: _gone, ...rest } = protection;
      view.put(protections, protection.id, rest);
      await resettleWebAcl(unit, call.scope.account, webAcl, parts);
      return {};
    },
  });
}

/** Whether Shield puts rules before a resource when it is attacked, and which. */
export function automaticResponseOperations(parts: ResponseParts): readonly AnyOperation[] {
  return [enable(parts), update(parts), disable(parts)];
}
