import type { Route53Operations } from '../../../models/route53/types.ts';
import type { OperationReference, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidResource, limitExceeded, noSuch, unbuilt } from './errors.ts';
import { shieldOperation, subscriptionOf } from './operation.ts';
import type { IsBuilt } from './protected-resources.ts';
import { protectionBy } from './protections.ts';
import { protectionKind } from './resources.ts';
import { protections } from './state.ts';

const getCheck: OperationReference<
  Route53Operations['GetHealthCheck']['input'],
  Route53Operations['GetHealthCheck']['output']
> = { service: 'route53', operation: 'GetHealthCheck' };

/** The id of a health check. Errors: InvalidResourceException. */
function idOf(arn: string): string {
  const match = /^healthcheck\/(.+)$/.exec(parseArn(arn)?.resource ?? '');
  if (match?.[1] === undefined) throw invalidResource(`Unrecognized health check ${arn}.`);
  return match[1];
}

async function on({ ProtectionId }: { ProtectionId: string }, context: ResolveContext) {
  return [await context.resolve(protectionKind, ProtectionId)];
}

/** One for each protection. Source: the API's own reference. */
const CHECKS_MAX = 1;

function associate(isBuilt: IsBuilt): AnyOperation {
  return shieldOperation({
    name: 'AssociateHealthCheck',
    access: 'write',
    on,
    handle: async ({ ProtectionId, HealthCheckArn }, view, context) => {
      await subscriptionOf(view, context.call);
      const protection = await protectionBy(context, ProtectionId);
      const HealthCheckId = idOf(HealthCheckArn);
      if (!isBuilt(getCheck.service, getCheck.operation)) {
        throw unbuilt('AssociateHealthCheck', 'health checks of Route 53');
      }
      try {
        await context.callService(getCheck, { HealthCheckId }, { via: 'shield' });
      } catch (error) {
        if (!(error instanceof ServiceError) || error.code !== 'NoSuchHealthCheck') throw error;
        throw noSuch('referenced health check');
      }
      if (protection.healthChecks.length >= CHECKS_MAX) {
        throw limitExceeded('HEALTH_CHECKS', CHECKS_MAX);
      }
      view.put(protections, protection.id, { ...protection, healthChecks: [HealthCheckId] });
      return {};
    },
  });
}

const disassociate = shieldOperation({
  name: 'DisassociateHealthCheck',
  access: 'write',
  on,
  handle: async ({ ProtectionId, HealthCheckArn }, view, context) => {
    const protection = await protectionBy(context, ProtectionId);
    const id = idOf(HealthCheckArn);
    if (!protection.healthChecks.includes(id)) throw noSuch('referenced health check');
    const healthChecks = protection.healthChecks.filter((one) => one !== id);
    view.put(protections, protection.id, { ...protection, healthChecks });
    return {};
  },
});

/** Health checks that tell how well a protected resource does. */
export function healthCheckOperations(isBuilt: IsBuilt): readonly AnyOperation[] {
  return [associate(isBuilt), disassociate];
}
