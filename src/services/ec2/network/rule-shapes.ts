import type {
  IpPermission,
  SecurityGroupRule,
  UserIdGroupPair,
} from '../../../../models/ec2/types.ts';
import type { Scope } from '../../../core/scope.ts';
import { formatCidr, parseCidr, parseIpv6Cidr } from '../domain/cidr.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { shownTags } from '../tagging.ts';
import { ruleNoun } from './nouns.ts';
import type { RuleDocument, RulePeer, RuleTraffic } from './state.ts';

/** One rule of a request, not made yet. */
export interface AskedRule extends RuleTraffic {
  readonly description: string | undefined;
}

const NUMBERS: ReadonlyMap<string, string> = new Map([
  ['1', 'icmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['58', 'icmpv6'],
]);
const NAMES: ReadonlySet<string> = new Set(['-1', 'icmp', 'icmpv6', 'tcp', 'udp']);
const PORT_MAX = 65_535;
const ICMP_MAX = 255;
const DESCRIPTION = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/;

/** The rules that permissions of a request mean, one for each peer. Errors: InvalidParameterValue, MissingParameter. */
export function askedRules(
  operation: string,
  permissions: readonly IpPermission[],
  isEgress: boolean,
): readonly AskedRule[] {
  return permissions.flatMap((permission) => {
    const traffic = { isEgress, ...trafficOf(permission) };
    const peers = peersOf(operation, permission);
    if (peers.length === 0) {
      const text =
        'Missing source specification: include source security group or CIDR information';
      throw ec2Error('MissingParameter', text);
    }
    return peers.map(({ peer, description }) => ({ ...traffic, peer, description }));
  });
}

function trafficOf({ IpProtocol, FromPort, ToPort }: IpPermission) {
  if (IpProtocol === undefined) throw missingParameter('ipProtocol');
  const given = IpProtocol.toLowerCase();
  const protocol = NUMBERS.get(given) ?? given;
  if (!NAMES.has(protocol) && !(/^\d{1,3}$/.test(protocol) && Number(protocol) <= 255)) {
    throw invalidParameterValue(`Invalid value '${IpProtocol}' for IP protocol. Unknown protocol.`);
  }
  if (protocol === 'tcp' || protocol === 'udp') return { protocol, ...portsOf(FromPort, ToPort) };
  if (protocol === 'icmp' || protocol === 'icmpv6')
    return { protocol, ...icmpOf(FromPort, ToPort) };
  return { protocol, from: -1, to: -1 };
}

function portsOf(from: number | undefined, to: number | undefined) {
  if (from === undefined || to === undefined) {
    throw invalidParameterValue(
      `Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`,
    );
  }
  for (const port of [from, to]) {
    if (port < 0 || port > PORT_MAX) {
      throw invalidParameterValue(`TCP/UDP port (${port}) out of range`);
    }
  }
  if (from > to) throw invalidParameterValue(`Invalid TCP/UDP port range (${from}:${to})`);
  return { from, to };
}

/** A type and a code; -1 stands for all. */
function icmpOf(type = -1, code = -1) {
  for (const [what, value] of [
    ['type', type],
    ['code', code],
  ] as const) {
    if (value < -1 || value > ICMP_MAX) {
      throw invalidParameterValue(`ICMP ${what} (${value}) out of range`);
    }
  }
  return { from: type, to: code };
}

interface AskedPeer {
  readonly peer: RulePeer;
  readonly description: string | undefined;
}

function peersOf(operation: string, permission: IpPermission): readonly AskedPeer[] {
  if ((permission.PrefixListIds ?? []).length > 0) throw unbuilt(operation, 'prefix lists');
  const ranges = permission.IpRanges ?? [];
  const ranges6 = permission.Ipv6Ranges ?? [];
  const pairs = permission.UserIdGroupPairs ?? [];
  return [
    ...ranges.map(({ CidrIp = '', Description }) => {
      const block = parseCidr(CidrIp);
      if (block === undefined) throw malformedBlock(CidrIp);
      return asked({ kind: 'ipv4', value: formatCidr(block) }, Description);
    }),
    ...ranges6.map(({ CidrIpv6 = '', Description }) => {
      const block = parseIpv6Cidr(CidrIpv6);
      if (block === undefined) throw malformedBlock(CidrIpv6);
      return asked({ kind: 'ipv6', value: block }, Description);
    }),
    ...pairs.map((pair) =>
      asked({ kind: 'group', value: groupOfPair(operation, pair) }, pair.Description),
    ),
  ];
}

function malformedBlock(text: string) {
  return invalidParameterValue(`CIDR block ${text} is malformed`);
}

function groupOfPair(
  operation: string,
  { GroupId, GroupName, VpcPeeringConnectionId }: UserIdGroupPair,
) {
  if (VpcPeeringConnectionId !== undefined) throw unbuilt(operation, 'peered VPCs');
  if (GroupId !== undefined) return GroupId;
  if (GroupName !== undefined) throw unbuilt(operation, 'source groups by name: name them by id');
  throw missingParameter('groupName or groupId');
}

function asked(peer: RulePeer, description: string | undefined): AskedPeer {
  if (description !== undefined && !DESCRIPTION.test(description)) {
    throw invalidParameterValue(
      'Invalid rule description. Valid descriptions are strings less than 256 characters from the following set: ' +
        ' a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*',
    );
  }
  return { peer, description };
}

export function isSameTraffic(a: RuleTraffic, b: RuleTraffic): boolean {
  return (
    a.isEgress === b.isEgress &&
    a.protocol === b.protocol &&
    a.from === b.from &&
    a.to === b.to &&
    a.peer.kind === b.peer.kind &&
    a.peer.value === b.peer.value
  );
}

/** `peer: 0.0.0.0/0, TCP, from port: 22, to port: 22, ALLOW`, as errors name a rule. */
export function ruleText({ peer, protocol, from, to }: RuleTraffic): string {
  const ports = from === -1 && to === -1 ? '' : `, from port: ${from}, to port: ${to}`;
  const name = protocol === '-1' ? 'ALL' : protocol.toUpperCase();
  return `peer: ${peer.value}, ${name}${ports}, ALLOW`;
}

/** Rules as `IpPermissions` show them: those of one protocol and range together. */
export function shownPermissions(
  all: readonly RuleDocument[],
  isEgress: boolean,
  account: string,
): readonly IpPermission[] {
  const sets = new Map<string, RuleDocument[]>();
  for (const rule of all) {
    if (rule.isEgress !== isEgress) continue;
    const key = `${rule.protocol}/${rule.from}/${rule.to}`;
    sets.set(key, [...(sets.get(key) ?? []), rule]);
  }
  return [...sets.values()].map((set) => shownPermission(set, account));
}

function shownPermission(set: readonly RuleDocument[], account: string): IpPermission {
  const [first] = set;
  const of = (kind: RulePeer['kind']) => set.filter(({ peer }) => peer.kind === kind);
  return {
    IpProtocol: first?.protocol,
    ...(first === undefined || first.protocol === '-1'
      ? {}
      : { FromPort: first.from, ToPort: first.to }),
    IpRanges: of('ipv4').map(({ peer, description }) => ({
      CidrIp: peer.value,
      Description: description,
    })),
    Ipv6Ranges: of('ipv6').map(({ peer, description }) => ({
      CidrIpv6: peer.value,
      Description: description,
    })),
    PrefixListIds: [],
    UserIdGroupPairs: of('group').map(({ peer, description }) => ({
      GroupId: peer.value,
      UserId: account,
      Description: description,
    })),
  };
}

export function shownRule(rule: RuleDocument, scope: Scope): SecurityGroupRule {
  const { peer } = rule;
  return {
    SecurityGroupRuleId: rule.id,
    SecurityGroupRuleArn: ruleNoun.arn(scope, rule.id),
    GroupId: rule.groupId,
    GroupOwnerId: scope.account,
    IsEgress: rule.isEgress,
    IpProtocol: rule.protocol,
    FromPort: rule.from,
    ToPort: rule.to,
    ...(peer.kind === 'ipv4' ? { CidrIpv4: peer.value } : {}),
    ...(peer.kind === 'ipv6' ? { CidrIpv6: peer.value } : {}),
    ...(peer.kind === 'group'
      ? { ReferencedGroupInfo: { GroupId: peer.value, UserId: scope.account } }
      : {}),
    Description: rule.description,
    Tags: shownTags(rule.tags),
  };
}
