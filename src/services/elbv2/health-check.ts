import type { Matcher, ProtocolEnum } from '../../../models/elbv2/types.ts';
import { unbuilt, validationError } from './errors.ts';
import type { HealthCheck, TargetGroupDocument } from './state.ts';

export interface HealthCheckInput {
  readonly HealthCheckProtocol?: ProtocolEnum | undefined;
  readonly HealthCheckPort?: string | undefined;
  readonly HealthCheckEnabled?: boolean | undefined;
  readonly HealthCheckPath?: string | undefined;
  readonly HealthCheckIntervalSeconds?: number | undefined;
  readonly HealthCheckTimeoutSeconds?: number | undefined;
  readonly HealthyThresholdCount?: number | undefined;
  readonly UnhealthyThresholdCount?: number | undefined;
  readonly Matcher?: Matcher | undefined;
}

type Kind = Pick<TargetGroupDocument, 'targetType'>;

/** What AWS has when nothing is said. */
function defaultsOf({ targetType }: Kind): HealthCheck {
  const isLambda = targetType === 'lambda';
  return {
    enabled: !isLambda,
    protocol: isLambda ? undefined : 'HTTP',
    port: 'traffic-port',
    path: '/',
    intervalSeconds: isLambda ? 35 : 30,
    timeoutSeconds: isLambda ? 30 : 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    matcher: '200',
  };
}

/** How targets are checked, after a change of what was. Errors: ValidationError, 501. */
export function healthCheckOf(
  operation: string,
  input: HealthCheckInput,
  kind: Kind,
  before: HealthCheck = defaultsOf(kind),
): HealthCheck {
  if (input.Matcher?.GrpcCode !== undefined) throw unbuilt(operation, 'gRPC');
  if (kind.targetType === 'lambda' && input.HealthCheckEnabled === true) {
    throw unbuilt(operation, 'health checks of functions');
  }
  const check: HealthCheck = {
    enabled: input.HealthCheckEnabled ?? before.enabled,
    ...questionOf(input, before),
    intervalSeconds: input.HealthCheckIntervalSeconds ?? before.intervalSeconds,
    timeoutSeconds: input.HealthCheckTimeoutSeconds ?? before.timeoutSeconds,
    healthyThreshold: input.HealthyThresholdCount ?? before.healthyThreshold,
    unhealthyThreshold: input.UnhealthyThresholdCount ?? before.unhealthyThreshold,
  };
  const fault = faultOf(check, kind);
  if (fault !== undefined) throw validationError(fault);
  return check;
}

function questionOf(
  input: HealthCheckInput,
  before: HealthCheck,
): Pick<HealthCheck, 'protocol' | 'port' | 'path' | 'matcher'> {
  return {
    protocol: input.HealthCheckProtocol ?? before.protocol,
    port: input.HealthCheckPort ?? before.port,
    path: input.HealthCheckPath ?? before.path,
    matcher: input.Matcher?.HttpCode ?? before.matcher,
  };
}

function faultOf(check: HealthCheck, { targetType }: Kind): string | undefined {
  const { protocol, port, path, matcher, timeoutSeconds, intervalSeconds } = check;
  if (targetType !== 'lambda' && !check.enabled) {
    return `Health check enabled must be true for target groups with target type '${targetType}'`;
  }
  if (protocol !== undefined && protocol !== 'HTTP' && protocol !== 'HTTPS') {
    return `Health check protocol '${protocol}' must be one of 'HTTP, HTTPS'`;
  }
  if (port !== 'traffic-port' && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535)) {
    return `Health check port '${port}' must be a port number or 'traffic-port'`;
  }
  // What else a path may hold could not be asked for.
  if (!/^\/[!-~]{0,1023}$/.test(path)) {
    return `Health check path '${path}' must start with '/' and hold visible characters of ASCII alone`;
  }
  if (!isMatcher(matcher)) {
    return `Health check matcher HTTP code '${matcher}' must be within '200-499' inclusive`;
  }
  if (timeoutSeconds >= intervalSeconds && targetType !== 'lambda') {
    return `Health check timeout '${timeoutSeconds}' must be smaller than or equal to the interval '${intervalSeconds}'`;
  }
  if (targetType === 'lambda' && protocol !== undefined) {
    return "Health check protocol cannot be specified for target groups with target type 'lambda'";
  }
  return undefined;
}

function isMatcher(text: string): boolean {
  return /^[2-5]\d\d(-[2-5]\d\d)?(,[2-5]\d\d(-[2-5]\d\d)?)*$/.test(text);
}

/** Whether an answer's status is one that was asked for. */
export function matchesStatus(matcher: string, status: number): boolean {
  return matcher.split(',').some((part) => {
    const [low = '', high = low] = part.split('-');
    return status >= Number(low) && status <= Number(high);
  });
}
