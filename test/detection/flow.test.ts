import { expect, test } from 'vitest';
import type { FlowWorld } from '../../src/detection/detector.ts';
import { FLOW_DETECTORS } from '../../src/detection/flow/detectors.ts';
import type { Flow } from '../../src/detection/flow/flow.ts';
import { type ActiveList, threatLists } from '../../src/detection/threats/threat-lists.ts';

const PUBLIC = '198.51.100.9';

function flow(remote: string, port: number, more: Partial<Flow> = {}): Flow {
  return {
    account: '111122223333',
    region: 'us-east-1',
    interfaceId: 'eni-1',
    instance: 'i-0123456789abcdef0',
    local: { ip: '10.0.0.5', port: 40_000 },
    remote: { ip: remote, port },
    direction: 'OUTBOUND',
    protocol: 6,
    packets: 3,
    bytes: 180,
    start: 0,
    end: 60_000,
    isAccepted: true,
    ...more,
  };
}

interface Known {
  readonly lists?: readonly ActiveList[];
  readonly history?: readonly string[];
  readonly usualBytes?: number;
}

function told(window: readonly Flow[], { lists = [], history = [], usualBytes }: Known = {}) {
  const world: FlowWorld = {
    threats: threatLists(lists),
    hasHistory: (what) => history.includes(what),
    usualBytes,
  };
  const drafts = FLOW_DETECTORS.flatMap((detector) => detector.detect(window, world));
  return drafts.map(({ type, severity }) => [type, severity]);
}

const many = (count: number, make: (index: number) => Flow) =>
  Array.from({ length: count }, (_, index) => make(index));
const list = (kind: ActiveList['kind'], ...addresses: string[]): ActiveList => ({
  name: kind,
  kind,
  entries: { addresses, domains: [], hashes: [] },
});

test('check 15: a listed endpoint of a mining pool, and an unlisted one', () => {
  const entries = { addresses: [], domains: [], hashes: [] };
  const lists: ActiveList[] = [
    { name: 'mining', kind: 'mining', entries, endpoints: ['107.191.47.239:3333'] },
  ];
  expect(told([flow('107.191.47.239', 3_333)], { lists })).toEqual([
    ['CryptoCurrency:EC2/BitcoinTool.B', 8],
  ]);
  expect(told([flow('107.191.47.238', 3_333)], { lists })).toEqual([]);
});

test('check 19: many ports of one host, one port of many hosts', () => {
  expect(told(many(1_000, (index) => flow('10.0.0.9', 1_000 + index)))).toEqual([
    ['Recon:EC2/Portscan', 5],
  ]);
  expect(told(many(200, (index) => flow(`198.51.100.${index}`, 8_080)))).toEqual([
    ['Impact:EC2/PortSweep', 8],
  ]);
  expect(told(many(20, (index) => flow('10.0.0.9', 1_000 + index)))).toEqual([]);
});

test('check 20: floods by their kind; none to a private host', () => {
  const flood = (port: number, more: Partial<Flow> = {}) =>
    told([flow(PUBLIC, port, { protocol: 17, packets: 400_000, bytes: 40_000_000, ...more })]);
  expect(flood(80)).toEqual([['Backdoor:EC2/DenialOfService.Udp', 8]]);
  expect(flood(53)).toEqual([['Backdoor:EC2/DenialOfService.Dns', 8]]);
  expect(flood(22)).toEqual([['Backdoor:EC2/DenialOfService.UdpOnTcpPorts', 8]]);
  expect(flood(0, { protocol: 2 })).toEqual([['Backdoor:EC2/DenialOfService.UnusualProtocol', 8]]);
  expect(flood(80, { protocol: 6, bytes: 16_000_000 })).toEqual([
    ['Backdoor:EC2/DenialOfService.Tcp', 8],
  ]);
  expect(flood(80, { remote: { ip: '10.0.0.9', port: 80 } })).toEqual([]);
  expect(flood(80, { packets: 5_000 })).toEqual([]);
});

test('check 21: who tries passwords is the actor, whose they are the target', () => {
  const attack = many(60, () => flow('10.0.0.9', 22, { packets: 20 }));
  expect(told(attack)).toEqual([['UnauthorizedAccess:EC2/SSHBruteForce', 8]]);
  const suffered = many(60, (index) =>
    flow('10.0.0.9', 30_000 + index, {
      direction: 'INBOUND',
      local: { ip: '10.0.0.5', port: 22 },
      packets: 20,
    }),
  );
  expect(told(suffered)).toEqual([['UnauthorizedAccess:EC2/SSHBruteForce', 2]]);
  expect(told(many(60, () => flow('10.0.0.9', 2_222, { packets: 20 })))).toEqual([]);
});

test('check 22: a known scanner reaches an open port', () => {
  const lists = [list('scanner', PUBLIC)];
  const probe = (port: number, isAccepted = true) =>
    told(
      [flow(PUBLIC, 50_000, { direction: 'INBOUND', local: { ip: '10.0.0.5', port }, isAccepted })],
      { lists },
    );
  expect(probe(9_200)).toEqual([['Recon:EC2/PortProbeUnprotectedPort', 8]]);
  expect(probe(6_379)).toEqual([['Recon:EC2/PortProbeUnprotectedPort', 2]]);
  expect(probe(8_088)).toEqual([['Recon:EC2/PortProbeEMRUnprotectedPort', 8]]);
  expect(probe(443)).toEqual([]);
  expect(probe(9_200, false)).toEqual([]);
});

test('check 23: mail and a callback for the first time; never again', () => {
  expect(told([flow(PUBLIC, 25)])).toEqual([['Backdoor:EC2/Spambot', 5]]);
  expect(told([flow(PUBLIC, 25)], { history: ['port/6/25'] })).toEqual([]);
  expect(told([flow(PUBLIC, 389)])).toEqual([['Behavior:EC2/NetworkPortUnusual', 8]]);
  expect(told([flow('1.1.1.1', 853)])).toEqual([['DefenseEvasion:EC2/UnusualDoTActivity', 5]]);
  expect(told([flow('8.8.8.8', 53, { protocol: 17 })])).toEqual([
    ['DefenseEvasion:EC2/UnusualDNSResolver', 5],
  ]);
});

test('a machine that speaks with a listed host, and one that sends far more than usual', () => {
  expect(told([flow(PUBLIC, 443)], { lists: [list('c2', PUBLIC)] })).toEqual([
    ['Backdoor:EC2/C&CActivity.B', 8],
  ]);
  expect(
    told([flow(PUBLIC, 443)], { lists: [list('c2', PUBLIC), list('trusted', PUBLIC)] }),
  ).toEqual([]);
  const large = [flow(PUBLIC, 443, { bytes: 1_000_000_000 })];
  expect(told(large, { usualBytes: 1_000_000 })).toEqual([
    ['Behavior:EC2/TrafficVolumeUnusual', 5],
  ]);
  expect(told(large)).toEqual([]);
});
