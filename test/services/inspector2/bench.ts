import {
  EnableCommand,
  type Finding,
  Inspector2Client,
  ListCoverageCommand,
  ListFindingsCommand,
  type ListFindingsCommandInput,
} from '@aws-sdk/client-inspector2';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect } from 'vitest';
import { VulnerabilityDatabase } from '../../../src/vulnerabilities/database.ts';
import { advisoriesIn } from '../../../src/vulnerabilities/reading-osv.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { type ArchiveFile, zipOf } from '../lambda/archives.ts';
import { executionRole } from '../lambda/functions.ts';

/** Advisories of the tests: made for them, in the format of OSV. */
const ADVISORIES = [
  {
    id: 'GHSA-aaaa-0001',
    aliases: ['CVE-2020-0001'],
    summary: 'Prototype pollution',
    details: 'Keys of objects reach their prototype.',
    published: '2020-07-15T00:00:00Z',
    modified: '2026-01-02T00:00:00Z',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H' }],
    database_specific: { severity: 'HIGH', cwe_ids: ['CWE-1321'] },
    references: [
      { type: 'WEB', url: 'https://example.com/fix' },
      { type: 'ADVISORY', url: 'https://example.com/advisory' },
    ],
    affected: [
      {
        package: { ecosystem: 'npm', name: 'lodash' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '4.17.20' }] }],
      },
      {
        package: { ecosystem: 'npm', name: 'lodash-es' },
        ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
      },
    ],
  },
  {
    id: 'GHSA-aaaa-0002',
    summary: 'Told of in words alone',
    affected: [{ package: { ecosystem: 'npm', name: 'lodash' }, versions: ['4.17.15'] }],
  },
  {
    id: 'PYSEC-2023-1',
    aliases: ['CVE-2023-0001', 'GHSA-bbbb-0001'],
    details: 'A cookie is sent on.',
    severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' }],
    affected: [
      {
        package: { ecosystem: 'PyPI', name: 'flask' },
        ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.3.2' }] }],
      },
    ],
  },
];

export const database = new VulnerabilityDatabase(advisoriesIn(JSON.stringify(ADVISORIES)));

/** An account, and its clients. */
export interface Scanned {
  readonly account: string;
  readonly client: Inspector2Client;
  readonly lambda: LambdaClient;
  readonly role: string;
}

export async function scanned(server: TestServer, isEnabled = true): Promise<Scanned> {
  const account = freshAccount();
  const client = new Inspector2Client(server.client(account));
  const lambda = new LambdaClient(server.client(account));
  if (isEnabled) await client.send(new EnableCommand({ resourceTypes: ['LAMBDA'] }));
  return { account, client, lambda, role: await executionRole(server, account) };
}

export function nodePackage(name: string, version: string): ArchiveFile {
  return { name: `node_modules/${name}/package.json`, text: JSON.stringify({ name, version }) };
}

export async function deploy(
  { lambda, role }: Scanned,
  FunctionName: string,
  files: readonly ArchiveFile[],
  more: {
    readonly Runtime?: 'nodejs18.x' | 'python3.11' | 'provided.al2023';
    readonly Tags?: Record<string, string>;
    readonly Layers?: string[];
  } = {},
): Promise<string> {
  const { FunctionArn = '' } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: 'nodejs18.x',
      Handler: 'index.handler',
      Role: role,
      Code: { ZipFile: zipOf({ name: 'index.mjs', text: '' }, ...files) },
      ...more,
    }),
  );
  return `${FunctionArn}:$LATEST`;
}

export async function findingsOf(
  { client }: Scanned,
  filterCriteria: ListFindingsCommandInput['filterCriteria'] = {},
): Promise<readonly Finding[]> {
  return (await client.send(new ListFindingsCommand({ filterCriteria }))).findings ?? [];
}

/** Waits until a function's coverage has a reason. */
export async function covered({ client }: Scanned, resourceId: string, reason = 'SUCCESSFUL') {
  await expect
    .poll(async () => {
      const { coveredResources = [] } = await client.send(new ListCoverageCommand({}));
      return coveredResources.find((one) => one.resourceId === resourceId)?.scanStatus?.reason;
    })
    .toBe(reason);
}

/** `CVE-2020-0001 ACTIVE`, in order. */
export function told(findings: readonly Finding[]): readonly string[] {
  return findings
    .map(
      ({ packageVulnerabilityDetails: details, status }) => `${details?.vulnerabilityId} ${status}`,
    )
    .toSorted();
}
