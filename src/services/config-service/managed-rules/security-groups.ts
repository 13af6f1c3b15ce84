import type { JsonObject } from '../../../core/json.ts';
import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { objectsAt, textAt, valueAt } from '../evaluating/reading.ts';

const common = { types: ['AWS::EC2::SecurityGroup'], trigger: 'change' } as const;

/** Whether a permission lets everybody in at a TCP port. */
function opens(permission: JsonObject, port: number): boolean {
  const protocol = textAt(permission, 'ipProtocol');
  if (protocol !== 'tcp' && protocol !== '6' && protocol !== '-1') return false;
  const isAnywhere =
    objectsAt(permission, 'ipRanges').some((one) => textAt(one, 'cidrIp') === '0.0.0.0/0') ||
    objectsAt(permission, 'ipv6Ranges').some((one) => textAt(one, 'cidrIpv6') === '::/0');
  if (!isAnywhere || protocol === '-1') return isAnywhere;
  const from = valueAt(permission, 'fromPort');
  const to = valueAt(permission, 'toPort');
  return typeof from === 'number' && typeof to === 'number' && from <= port && port <= to;
}

export const securityGroupRules: readonly ManagedRule[] = [
  {
    ...common,
    kind: 'resource',
    identifier: 'INCOMING_SSH_DISABLED',
    judge: ({ configuration }) => {
      const isOpen = objectsAt(configuration, 'ipPermissions').some((one) => opens(one, 22));
      return judged(!isOpen, 'The security group lets everybody in at port 22.');
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'RESTRICTED_INCOMING_TRAFFIC',
    parameters: {
      blockedPort1: { kind: 'int', default: '20' },
      blockedPort2: { kind: 'int', default: '21' },
      blockedPort3: { kind: 'int', default: '3389' },
      blockedPort4: { kind: 'int', default: '3306' },
      blockedPort5: { kind: 'int', default: '4333' },
    },
    judge: ({ configuration }, settings) => {
      const permissions = objectsAt(configuration, 'ipPermissions');
      const open = Object.values(settings).filter((port) =>
        permissions.some((one) => opens(one, Number(port))),
      );
      return judged(
        open.length === 0,
        `The security group lets everybody in at ports ${open.join(', ')}.`,
      );
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'VPC_DEFAULT_SECURITY_GROUP_CLOSED',
    judge: ({ name, configuration }) => {
      if (name !== 'default') return undefined;
      const rules = ['ipPermissions', 'ipPermissionsEgress'].flatMap((member) =>
        objectsAt(configuration, member),
      );
      return judged(rules.length === 0, 'The default security group allows traffic.');
    },
  },
];
