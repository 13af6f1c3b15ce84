import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function validationError(text: string): ServiceError {
  return new ServiceError('ValidationError', text, { status: 400 });
}

export function invalidConfiguration(text: string): ServiceError {
  return new ServiceError('InvalidConfigurationRequest', text);
}

export function loadBalancerNotFound(reference?: string): ServiceError {
  const text =
    reference === undefined
      ? 'One or more load balancers not found'
      : `Load balancers '[${reference}]' not found`;
  return new ServiceError('LoadBalancerNotFound', text);
}

export function listenerNotFound(): ServiceError {
  return new ServiceError('ListenerNotFound', 'One or more listeners not found');
}

export function ruleNotFound(): ServiceError {
  return new ServiceError('RuleNotFound', 'One or more rules not found');
}

export function targetGroupNotFound(): ServiceError {
  return new ServiceError('TargetGroupNotFound', 'One or more target groups not found');
}

export function sslPolicyNotFound(name: string): ServiceError {
  return new ServiceError('SSLPolicyNotFound', `SSL policy '${name}' not found`);
}

export function certificateNotFound(arn: string): ServiceError {
  return new ServiceError('CertificateNotFound', `Certificate '${arn}' not found`);
}

export function unsupportedCertificate(arn: string): ServiceError {
  const text =
    `The certificate '${arn}' must have a fully-qualified domain name, a supported signature, ` +
    'and a supported key size.';
  return new ServiceError('UnsupportedCertificate', text);
}

/** `load balancer`, `target group`, `trust store`. */
export function duplicateName(what: string, code: string, name: string): ServiceError {
  const text = `A ${what} with the same name '${name}' exists, but with different settings`;
  return new ServiceError(code, text);
}

export function duplicateListener(loadBalancerArn: string): ServiceError {
  const text = `A listener already exists on this port for this load balancer '${loadBalancerArn}'`;
  return new ServiceError('DuplicateListener', text);
}

export function priorityInUse(priority: number): ServiceError {
  return new ServiceError('PriorityInUse', `Priority '${priority}' is currently in use`);
}

export function resourceInUse(text: string): ServiceError {
  return new ServiceError('ResourceInUse', text);
}

export function operationNotPermitted(text: string): ServiceError {
  return new ServiceError('OperationNotPermitted', text);
}

export function invalidTarget(text: string): ServiceError {
  return new ServiceError('InvalidTarget', text);
}

export function subnetNotFound(id: string): ServiceError {
  return new ServiceError('SubnetNotFound', `The subnet ID '${id}' is not valid`);
}

export function invalidSecurityGroup(id: string): ServiceError {
  return new ServiceError('InvalidSecurityGroup', `The security group '${id}' is not valid`);
}

/** `TooManyListeners`, `TooManyRules`: a quota of the account. */
export function tooMany(code: string, text: string): ServiceError {
  return new ServiceError(code, text);
}

export const unbuilt = unbuiltIn('elasticloadbalancing', 'NotImplemented');
