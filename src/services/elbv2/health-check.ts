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

type Kind = Pick<TargetGroupDocument, 'targetType' | 'protocol'>;

/** What AWS has when nothing is said. */
function defaultsOf({ targetType, protocol }: Kind): HealthCheck {
  const isLambda = targetType === 'lambda';
  const isHttp = isLambda || protocol === 'HTTP' || protocol === 'HTTPS';
  return {
    enabled: !isLambda,
    protocol: isLambda ? undefined : isHttp ? 'HTTP' : 'TCP',
    port: 'traffic-port',
    path: isHttp ? '/' : undefined,
    intervalSeconds: isLambda ? 35 : 30,
    timeoutSeconds: isLambda ? 30 : isHttp ? 5 : 10,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
    matcher: isHttp ? '200' : undefined,
  };
}

/** How targets are checked, after a change of what was. Errors: ValidationError. */
export function healthCheckOf(
  input: HealthCheckInput,
  kind: Kind,
  before: HealthCheck = defaultsOf(kind),
): HealthCheck {
  if (input.Matcher?.GrpcCode !== undefined) throw unbuilt('CreateTargetGroup', 'gRPC');
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
  const protocol = input.HealthCheckProtocol ?? before.protocol;
  const port = input.HealthCheckPort ?? before.port;
  if (protocol === 'TCP') return { protocol, port, path: undefined, matcher: undefined };
  const path = input.HealthCheckPath ?? before.path ?? '/';
  const matcher = input.Matcher?.HttpCode ?? before.matcher ?? '200-399';
  return { protocol, port, path, matcher };
}

function faultOf(check: HealthCheck, { targetType }: Kind): string | undefined {
  const { protocol, port, path, matcher, timeoutSeconds, intervalSeconds } = check;
  if (protocol !== undefined && !/^(HTTPS?|TCP)$/.test(protocol)) {
    return `Health check protocol '${protocol}' must be one of 'HTTP, HTTPS, TCP'`;
  }
  if (port !== 'traffic-port' && !(/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535)) {
    return `Health check port '${port}' must be a port number or 'traffic-port'`;
  }
  if (path !== undefined && !path.startsWith('/')) {
    return `Health check path '${path}' must start with '/'`;
  }
  if (matcher !== undefined && !isMatcher(matcher)) {
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
