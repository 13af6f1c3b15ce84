import { CheckCapacityCommand, type Statement, type TextTransformation } from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { blocking, bytes, newIpSet, newTenant, type Tenant } from './web-acls.ts';

let server: TestServer;
let tenant: Tenant;
beforeAll(async () => {
  server = await startServer();
  tenant = newTenant(server);
});
afterAll(() => server.close());

async function capacityOf(...statements: Statement[]): Promise<number | undefined> {
  const Rules = statements.map((statement, at) => blocking(at, statement));
  const { Capacity } = await tenant.waf.send(
    new CheckCapacityCommand({ Scope: 'REGIONAL', Rules }),
  );
  return Capacity;
}

const NONE: TextTransformation[] = [{ Priority: 0, Type: 'NONE' }];
const LOWER: TextTransformation[] = [{ Priority: 0, Type: 'LOWERCASE' }];
const DECODED: TextTransformation[] = [...LOWER, { Priority: 1, Type: 'URL_DECODE' }];
const PATH = { FieldToMatch: { UriPath: {} }, TextTransformations: NONE };
const search = { SearchString: bytes('a'), ...PATH };
const geo: Statement = { GeoMatchStatement: { CountryCodes: ['DE'] } };

const ROWS: readonly (readonly [name: string, statement: Statement, wcu: number])[] = [
  ['exact', { ByteMatchStatement: { ...search, PositionalConstraint: 'EXACTLY' } }, 2],
  ['start', { ByteMatchStatement: { ...search, PositionalConstraint: 'STARTS_WITH' } }, 2],
  ['end', { ByteMatchStatement: { ...search, PositionalConstraint: 'ENDS_WITH' } }, 2],
  ['contains', { ByteMatchStatement: { ...search, PositionalConstraint: 'CONTAINS' } }, 10],
  ['word', { ByteMatchStatement: { ...search, PositionalConstraint: 'CONTAINS_WORD' } }, 10],
  ['regex', { RegexMatchStatement: { RegexString: 'a', ...PATH } }, 3],
  ['size', { SizeConstraintStatement: { ComparisonOperator: 'GT', Size: 1, ...PATH } }, 1],
  ['geo', geo, 1],
  ['label', { LabelMatchStatement: { Scope: 'LABEL', Key: 'a' } }, 1],
  ['asn', { AsnMatchStatement: { AsnList: [64_512] } }, 1],
  ['sqli', { SqliMatchStatement: PATH }, 20],
  ['sqli low', { SqliMatchStatement: { ...PATH, SensitivityLevel: 'LOW' } }, 20],
  ['sqli high', { SqliMatchStatement: { ...PATH, SensitivityLevel: 'HIGH' } }, 30],
  ['xss', { XssMatchStatement: PATH }, 40],
  ['rate', { RateBasedStatement: { Limit: 100, AggregateKeyType: 'IP' } }, 2],
  [
    'rate by keys, in scope',
    {
      RateBasedStatement: {
        Limit: 100,
        AggregateKeyType: 'CUSTOM_KEYS',
        CustomKeys: [{ HTTPMethod: {} }, { IP: {} }],
        ScopeDownStatement: geo,
      },
    },
    63,
  ],
  ['and', { AndStatement: { Statements: [geo, geo] } }, 2],
  ['or', { OrStatement: { Statements: [geo, geo, geo] } }, 3],
  ['not', { NotStatement: { Statement: geo } }, 1],
  [
    'all arguments',
    { XssMatchStatement: { FieldToMatch: { AllQueryArguments: {} }, TextTransformations: NONE } },
    50,
  ],
  [
    'JSON',
    {
      XssMatchStatement: {
        FieldToMatch: {
          JsonBody: { MatchPattern: { All: {} }, MatchScope: 'ALL', OversizeHandling: 'CONTINUE' },
        },
        TextTransformations: NONE,
      },
    },
    80,
  ],
  ['one change', { XssMatchStatement: { ...PATH, TextTransformations: LOWER } }, 50],
  ['two changes', { XssMatchStatement: { ...PATH, TextTransformations: DECODED } }, 60],
];

test('check 35: CheckCapacity knows what each statement takes', async () => {
  let ran = 0;
  for (const [name, statement, wcu] of ROWS) {
    expect(await capacityOf(statement), name).toBe(wcu);
    ran += 1;
  }
  expect(ran).toBe(23);
});

test('check 35: an IP set takes one unit, and five where every forwarded address is looked up', async () => {
  const { arn: ARN } = await newIpSet(tenant.waf, ['10.0.0.0/8']);
  const forwarded = (Position: 'FIRST' | 'ANY'): Statement => ({
    IPSetReferenceStatement: {
      ARN,
      IPSetForwardedIPConfig: {
        HeaderName: 'X-Forwarded-For',
        FallbackBehavior: 'MATCH',
        Position,
      },
    },
  });
  expect(await capacityOf({ IPSetReferenceStatement: { ARN } })).toBe(1);
  expect(await capacityOf(forwarded('FIRST'))).toBe(1);
  expect(await capacityOf(forwarded('ANY'))).toBe(5);
});

test('check 35: the same changes of the same component are charged once', async () => {
  const changed: Statement = { XssMatchStatement: { ...PATH, TextTransformations: LOWER } };
  const further: Statement = { XssMatchStatement: { ...PATH, TextTransformations: DECODED } };
  expect(await capacityOf(changed, changed)).toBe(90);
  expect(await capacityOf(changed, further)).toBe(100);
});

test('check 35: more than 5,000 units are refused', async () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ XssMatchStatement: PATH }));
  expect(await capacityOf(...many(125))).toBe(5_000);
  await expect(capacityOf(...many(125), geo)).rejects.toMatchObject({
    name: 'WAFLimitsExceededException',
    message: 'AWS WAF couldn’t perform the operation because you exceeded your resource limit.',
    SourceType: 'WEB_ACL_CAPACITY_UNITS',
  });
});
