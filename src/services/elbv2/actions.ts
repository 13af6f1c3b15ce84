import type {
  Action,
  FixedResponseActionConfig,
  RedirectActionConfig,
} from '../../../models/elbv2/types.ts';
import type { View } from '../../contract/view.ts';
import { namedBy } from './domain/arns.ts';
import {
  invalidConfiguration,
  targetGroupNotFound,
  tooMany,
  unbuilt,
  validationError,
} from './errors.ts';
import {
  forwardedTo,
  listeners,
  type LoadBalancerDocument,
  type TargetGroupDocument,
  targetGroups,
} from './state.ts';

const GROUPS_MAX = 5;
const WEIGHT_MAX = 999;
const STICKY_SECONDS_MAX = 604_800;

/** Actions as they are kept: whole, in order. Errors: AWS's. */
export async function actionsOf(
  view: View,
  loadBalancer: LoadBalancerDocument,
  given: readonly Action[],
  operation: string,
): Promise<readonly Action[]> {
  const [action, ...more] = given;
  if (action === undefined) throw validationError('At least one action must be specified');
  const authenticates = given.find(({ Type }) => !FINAL.has(Type));
  if (authenticates !== undefined)
    throw unbuilt(operation, `actions of type ${authenticates.Type}`);
  if (more.length > 0) {
    throw invalidConfiguration(
      'Only one forward, redirect or fixed-response action can be specified',
    );
  }
  return [await actionOf(view, loadBalancer, action)];
}

const FINAL: ReadonlySet<string> = new Set(['forward', 'redirect', 'fixed-response']);

async function actionOf(
  view: View,
  loadBalancer: LoadBalancerDocument,
  action: Action,
): Promise<Action> {
  const { Type, Order = 1 } = action;
  switch (Type) {
    case 'redirect':
      return { Type, Order, RedirectConfig: redirectOf(action.RedirectConfig) };
    case 'fixed-response':
      return { Type, Order, FixedResponseConfig: fixedOf(action.FixedResponseConfig) };
    default:
      return { ...(await forwardOf(view, loadBalancer, action)), Order };
  }
}

/** What stands for what was asked, so that only what changes must be said. */
const REDIRECT = {
  Protocol: '#{protocol}',
  Port: '#{port}',
  Host: '#{host}',
  Path: '/#{path}',
  Query: '#{query}',
};

function redirectOf(config: RedirectActionConfig | undefined): RedirectActionConfig {
  if (config === undefined) {
    throw validationError("A redirect config must be specified for action type 'redirect'");
  }
  const { StatusCode, ...given } = config;
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const { Protocol, Port, Host, Path, Query } = { ...REDIRECT, ...set };
  if (!/^(HTTPS?|#\{protocol\})$/.test(Protocol)) {
    throw validationError(`The redirect protocol '${Protocol}' is not valid`);
  }
  if (!/^([1-9]\d{0,4}|#\{port\})$/.test(Port)) {
    throw validationError(`The redirect port '${Port}' is not valid`);
  }
  if (!Path.startsWith('/')) throw validationError("The redirect path must start with '/'");
  const isLoop = JSON.stringify({ Protocol, Port, Host, Path, Query }) === JSON.stringify(REDIRECT);
  if (isLoop) {
    throw invalidConfiguration(
      'The redirect configuration is not valid because it creates a loop.',
    );
  }
  return { Protocol, Port, Host, Path, Query, StatusCode };
}

const MESSAGE_MAX = 1_024;

function fixedOf(config: FixedResponseActionConfig | undefined): FixedResponseActionConfig {
  if (config === undefined) {
    throw validationError(
      "A fixed response config must be specified for action type 'fixed-response'",
    );
  }
  const { StatusCode, MessageBody = '', ContentType = 'text/plain' } = config;
  if (!/^[245]\d\d$/.test(StatusCode)) {
    throw validationError(`The fixed response status code '${StatusCode}' is not valid`);
  }
  if (MessageBody.length > MESSAGE_MAX) {
    throw validationError(`The fixed response message body cannot be longer than '${MESSAGE_MAX}'`);
  }
  return { StatusCode, MessageBody, ContentType };
}

async function forwardOf(
  view: View,
  loadBalancer: LoadBalancerDocument,
  action: Action,
): Promise<Action> {
  const groups = forwardedTo(action);
  if (groups.length === 0) {
    throw validationError("A target group ARN must be specified for action type 'forward'");
  }
  if (
    groups.length > GROUPS_MAX ||
    groups.some(({ weight }) => weight < 0 || weight > WEIGHT_MAX)
  ) {
    throw validationError(
      `An action can have at most '${GROUPS_MAX}' target groups with weights from '0' to '${WEIGHT_MAX}'`,
    );
  }
  for (const { arn } of groups) await requireGroup(view, loadBalancer, arn);
  const sticky = action.ForwardConfig?.TargetGroupStickinessConfig;
  const { Enabled = false, DurationSeconds } = sticky ?? {};
  if (Enabled && (DurationSeconds === undefined || DurationSeconds > STICKY_SECONDS_MAX)) {
    throw validationError(
      `The stickiness duration must be from '1' to '${STICKY_SECONDS_MAX}' seconds`,
    );
  }
  const [only] = groups.length === 1 ? groups : [];
  return {
    Type: 'forward',
    ...(only === undefined ? {} : { TargetGroupArn: only.arn }),
    ForwardConfig: {
      TargetGroups: groups.map(({ arn, weight }) => ({ TargetGroupArn: arn, Weight: weight })),
      TargetGroupStickinessConfig: {
        Enabled,
        ...(DurationSeconds === undefined ? {} : { DurationSeconds }),
      },
    },
  };
}

/** Errors: TargetGroupNotFound, IncompatibleProtocols, TargetGroupAssociationLimit. */
async function requireGroup(
  view: View,
  loadBalancer: LoadBalancerDocument,
  arn: string,
): Promise<void> {
  const group = await groupByArn(view, arn);
  if (group === undefined) throw targetGroupNotFound();
  const users = await view.list(listeners, { index: 'targetGroup', prefix: arn, limit: 1_000 });
  if (users.items.some(({ document }) => document.loadBalancerArn !== loadBalancer.arn)) {
    const text = `The following target groups cannot be associated with more than one load balancer: ${arn}`;
    throw tooMany('TargetGroupAssociationLimit', text);
  }
}

/** In the view's own account and Region. */
export async function groupByArn(
  view: View,
  arn: string,
): Promise<TargetGroupDocument | undefined> {
  const group = await view.get(targetGroups, namedBy(arn)?.parts[0] ?? '');
  return group?.arn === arn ? group : undefined;
}
