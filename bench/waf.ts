// CPU per request of the firewall's engine: Common + SQLi + KnownBadInputs, beside the bare loop that parses the request.
//   npm run bench -- waf
// Pure computation on one thread; every request differs from the last. A sample is the mean of 50 requests.
import { NOTHING_KNOWN } from '../src/firewall/addresses/knowledge.ts';
import { compile, type Program } from '../src/firewall/program.ts';
import { headerLines, splitTarget, type FirewallRequest } from '../src/firewall/request.ts';
import { SlidingCounters } from '../src/firewall/sliding-counters.ts';
import { machine, printTable, quantile } from './rig/figures.ts';

const ROUNDS = 60;
const CALLS_PER_ROUND = 50;
const GROUPS = ['CommonRuleSet', 'SQLiRuleSet', 'KnownBadInputsRuleSet'];
const SITE_GROUPS = [...GROUPS, 'LinuxRuleSet', 'UnixRuleSet'];

const BROWSER = [
  'Host',
  'shop.example.com',
  'User-Agent',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'Accept',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
  'Accept-Language',
  'en-US,en;q=0.9,de;q=0.8',
  'Accept-Encoding',
  'gzip, deflate, br',
  'Referer',
  'https://shop.example.com/catalog',
];

interface Shape {
  readonly name: string;
  readonly method: string;
  target(n: number): string;
  readonly type?: string;
  body?(n: number): string;
}

const SHAPES: readonly Shape[] = [
  {
    name: 'GET, 3 arguments',
    method: 'GET',
    target: (n) =>
      `/catalog/items/${n % 1_000}?page=${n % 97}&sort=price_asc&q=running+shoes+size+${n % 50}`,
  },
  {
    name: 'POST, form of 13 fields',
    method: 'POST',
    target: () => '/checkout',
    type: 'application/x-www-form-urlencoded',
    body: (n) =>
      `name=Jane+Doe&email=jane%40example.com&street=12+Main+St&city=Springfield&zip=1234${n % 10}&country=US&phone=%2B1+555+0100&comment=Please+leave+it+at+the+door%2C+it%27s+fine+if+nobody+is+at+home+that+day&newsletter=1&terms=on&coupon=&items=3&total=${n}.90`,
  },
  {
    name: 'POST, JSON of 80 leaves',
    method: 'POST',
    target: () => '/api/orders',
    type: 'application/json',
    body: (n) =>
      JSON.stringify({
        customer: { id: n, name: 'Jane Doe' },
        items: Array.from({ length: 20 }, (_, at) => ({
          sku: `SKU-${at}-${n}`,
          qty: at,
          price: 9.9,
          note: 'gift wrap, please',
        })),
      }),
  },
  {
    name: 'GET, SQL injection',
    method: 'GET',
    target: (n) =>
      `/catalog/items/${n}?q=1%27%20OR%20%271%27%3D%271%20UNION%20SELECT%20user%2Cpass%20FROM%20users--%20${n}`,
  },
];

let counter = 0;

/** What any firewall in Node has to do first: the bare loop that figures stand beside. */
function parsed(shape: Shape): FirewallRequest {
  counter += 1;
  const cookies = `sid=${counter}ab; theme=dark; cart=3; ab=b`;
  const headers = headerLines([
    ...BROWSER,
    'Cookie',
    cookies,
    ...(shape.type === undefined ? [] : ['Content-Type', shape.type]),
  ]);
  return {
    ...splitTarget(shape.target(counter)),
    method: shape.method,
    headers,
    body: shape.body?.(counter) ?? '',
    bodyContinues: false,
    host: 'shop.example.com',
    sourceIp: '198.51.100.7',
  };
}

function programOf(groups: readonly string[]): Program {
  const Rules = groups.map((name, Priority) => ({
    Name: name,
    Priority,
    Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: `AWSManagedRules${name}` } },
    OverrideAction: { None: {} },
    VisibilityConfig: {
      MetricName: name,
      SampledRequestsEnabled: true,
      CloudWatchMetricsEnabled: true,
    },
  }));
  const ARN = 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/shop/1';
  const webAcl = { Name: 'shop', ARN, DefaultAction: { Allow: {} }, Rules };
  return compile(webAcl, {
    ipSets: new Map(),
    regexPatternSets: new Map(),
    ruleGroups: new Map(),
    known: NOTHING_KNOWN,
  });
}

/** Microseconds of CPU per call: median and 99th percentile of the rounds. */
function measure(call: () => void): readonly [string, string] {
  for (let round = 0; round < 40 * CALLS_PER_ROUND; round += 1) call();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.cpuUsage();
    const from = process.hrtime.bigint();
    for (let at = 0; at < CALLS_PER_ROUND; at += 1) call();
    const wall = Number(process.hrtime.bigint() - from) / 1_000;
    const used = process.cpuUsage(start);
    samples.push(Math.min(wall, Math.max(used.user + used.system, 1)) / CALLS_PER_ROUND);
  }
  samples.sort((left, right) => left - right);
  return [quantile(samples, 0.5).toFixed(1), quantile(samples, 0.99).toFixed(1)];
}

const counters = new SlidingCounters();
const three = programOf(GROUPS);
const five = programOf(SITE_GROUPS);
const rows = SHAPES.map((shape) => {
  const bare = measure(() => void parsed(shape));
  const [threeMedian, threeWorst] = measure(() => void three.evaluate(parsed(shape), counters, 0));
  const [fiveMedian] = measure(() => void five.evaluate(parsed(shape), counters, 0));
  const { action } = three.evaluate(parsed(shape), counters, 0);
  return [shape.name, action, bare[0], threeMedian, threeWorst, fiveMedian];
});
console.log(machine());
printTable(
  ['request', 'verdict', 'parsing alone µs', '3 groups µs', 'p99 of rounds', '5 groups µs'],
  rows,
);
