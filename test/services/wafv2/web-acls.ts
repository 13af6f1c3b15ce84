import {
  CreateIPSetCommand,
  CreateWebACLCommand,
  type CreateWebACLCommandInput,
  type Rule,
  type Statement,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { freshAccount, type TestServer } from '../../server.ts';

export interface Tenant {
  readonly account: string;
  readonly waf: WAFV2Client;
}

/** A client of a fresh account, or of one that is there in another Region. */
export function newTenant(server: TestServer, region?: string, there?: string): Tenant {
  const account = there ?? freshAccount();
  return { account, waf: new WAFV2Client(server.client(account, region)) };
}

export const VISIBILITY = {
  SampledRequestsEnabled: true,
  CloudWatchMetricsEnabled: true,
  MetricName: 'metric',
};

export function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}

/** Finds a text in the path, as it is. */
export function pathContains(text: string): Statement {
  return {
    ByteMatchStatement: {
      SearchString: bytes(text),
      FieldToMatch: { UriPath: {} },
      TextTransformations: [{ Priority: 0, Type: 'NONE' }],
      PositionalConstraint: 'CONTAINS',
    },
  };
}

/** A rule that blocks, named after its priority. */
export function blocking(Priority: number, Statement: Statement, more: Partial<Rule> = {}): Rule {
  const Name = `rule-${Priority}`;
  return {
    Name,
    Priority,
    Statement,
    Action: { Block: {} },
    VisibilityConfig: { ...VISIBILITY, MetricName: Name },
    ...more,
  };
}

/** A web ACL that allows what no rule stops. */
export async function newWebAcl(
  waf: WAFV2Client,
  Rules: Rule[],
  more: Partial<CreateWebACLCommandInput> = {},
) {
  const input: CreateWebACLCommandInput = {
    Name: 'acl',
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: VISIBILITY,
    Rules,
    ...more,
  };
  const { Summary } = await waf.send(new CreateWebACLCommand(input));
  return named(Summary);
}

export async function newIpSet(waf: WAFV2Client, Addresses: string[], Name = 'set') {
  const input = { Name, Scope: 'REGIONAL', IPAddressVersion: 'IPV4', Addresses } as const;
  return named((await waf.send(new CreateIPSetCommand(input))).Summary);
}

interface Summary {
  readonly Name?: string | undefined;
  readonly Id?: string | undefined;
  readonly ARN?: string | undefined;
  readonly LockToken?: string | undefined;
}

/** What names an item in further calls. */
export function named(summary: Summary | undefined) {
  const { Name = '', Id = '', ARN: arn = '', LockToken: token = '' } = summary ?? {};
  return { arn, token, name: { Name, Id, Scope: 'REGIONAL' } as const };
}
