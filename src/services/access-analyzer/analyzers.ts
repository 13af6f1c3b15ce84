import { tagConditions } from '../../core/tags.ts';
import type {
  AccessAnalyzerOperations,
  AnalyzerSummary,
} from '../../../models/access-analyzer/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import { type AnalysisParts, scopeOf } from './analysis.ts';
import { newRule } from './archive-rules.ts';
import { analyzerExists, quotaExceeded, unbuilt, validation } from './errors.ts';
import { onAnalyzer } from './operation.ts';
import { pageOfList } from './pages.ts';
import { analyzerArn } from './resources.ts';
import { cancelScans, orderScan } from './scans.ts';
import {
  accountScope,
  type Analyzer,
  analyzerId,
  analyzers,
  findings,
  organizationAnalyzers,
  scans,
  SHARED_SCOPE,
} from './state.ts';

type Operations = AccessAnalyzerOperations;
type CreateInput = Operations['CreateAnalyzer']['input'];

/** In each Region. Source: IAM User Guide, "IAM Access Analyzer quotas". */
const MOST = { ACCOUNT: 1, ORGANIZATION: 5 } as const;
const RULES_MAX = 100;

async function shown(context: Context, analyzer: Analyzer): Promise<AnalyzerSummary> {
  const view = context.unit.view(scopeOf(analyzer));
  const { items } = await view.list(scans, { prefix: `${analyzer.name}/`, limit: 1_000 });
  const done = items.map(({ document }) => document).sort((a, b) => b.at - a.at);
  const latest = done.find(({ last }) => last !== undefined);
  return {
    arn: analyzer.arn,
    name: analyzer.name,
    type: analyzer.type,
    createdAt: new Date(analyzer.created),
    status: 'ACTIVE',
    tags: analyzer.tags,
    ...(latest?.last === undefined
      ? {}
      : { lastResourceAnalyzed: latest.last, lastResourceAnalyzedAt: new Date(latest.at) }),
  };
}

function createAnalyzer(parts: AnalysisParts): OperationOf<Operations, 'CreateAnalyzer'> {
  return {
    name: 'CreateAnalyzer',
    access: 'write',
    authorize: async ({ analyzerName, tags }, { call }) => [
      {
        action: 'access-analyzer:CreateAnalyzer',
        resource: analyzerArn(call.scope.account, call.scope.region, analyzerName),
        conditions: tagConditions(tags),
      },
    ],
    handle: async (input, context) => {
      const { account, region } = context.call.scope;
      const type = typeOf(input);
      const { analyzerName: name, archiveRules = [] } = input;
      const view = context.unit.view(accountScope(account));
      const id = analyzerId(region, name);
      if ((await view.get(analyzers, id)) !== undefined) throw analyzerExists(name);
      const { items } = await view.list(analyzers, { prefix: `${region}/`, limit: 100 });
      const others = items.filter(({ document }) => document.type === type);
      if (others.length >= MOST[type]) throw quotaExceeded('Analyzer', name, MOST[type]);
      if (archiveRules.length > RULES_MAX) throw quotaExceeded('ArchiveRule', name, RULES_MAX);
      const { now } = context.call;
      const analyzer: Analyzer = {
        name,
        arn: analyzerArn(account, region, name),
        account,
        region,
        type,
        created: now,
        rules: archiveRules.map(({ ruleName, filter }) => newRule(ruleName, filter, now)),
        tags: input.tags ?? {},
      };
      view.put(analyzers, id, analyzer);
      if (type === 'ORGANIZATION') await registerInOrganization(context, analyzer, parts);
      orderScan(context.unit, analyzer, now);
      return { arn: analyzer.arn };
    },
  };
}

function typeOf({ type, configuration }: CreateInput): Analyzer['type'] {
  if (type !== 'ACCOUNT' && type !== 'ORGANIZATION') {
    throw unbuilt('CreateAnalyzer', `the type ${type}`);
  }
  if (configuration !== undefined) {
    throw validation('An analyzer of external access takes no configuration.');
  }
  return type;
}

/** Errors: ValidationException for whoever may not look at the organization. */
async function registerInOrganization(
  { unit }: Context,
  { account, region, name }: Analyzer,
  { organizations }: AnalysisParts,
): Promise<void> {
  const organization = await organizations.zoneOf(unit, account);
  const mayLook =
    organization?.managementAccount === account ||
    organization?.administrators.includes(account) === true;
  if (organization === undefined || !mayLook) {
    throw validation(
      'You must create an organization analyzer from the management account or a delegated ' +
        'administrator account of the organization.',
    );
  }
  const id = `${organization.id}/${region}/${account}/${name}`;
  unit.view(SHARED_SCOPE).put(organizationAnalyzers, id, { account, region, name });
}

async function unregister(context: Context, analyzer: Analyzer): Promise<void> {
  const { unit } = context;
  const view = unit.view(SHARED_SCOPE);
  const { account, region, name } = analyzer;
  const { items } = await view.list(organizationAnalyzers, { limit: 1_000 });
  for (const { id } of items) {
    if (id.endsWith(`/${region}/${account}/${name}`)) view.delete(organizationAnalyzers, id);
  }
}

export function analyzerOperations(parts: AnalysisParts): readonly AnyOperation[] {
  const listAnalyzers: OperationOf<Operations, 'ListAnalyzers'> = {
    name: 'ListAnalyzers',
    access: 'read',
    authorize: async (_input, { call: { scope } }) => [
      {
        action: 'access-analyzer:ListAnalyzers',
        resource: analyzerArn(scope.account, scope.region, '*'),
      },
    ],
    handle: async (input, context) => {
      const { account, region } = context.call.scope;
      const view = context.unit.view(accountScope(account));
      const { items } = await view.list(analyzers, { prefix: `${region}/`, limit: 100 });
      const wanted = items
        .map(({ document }) => document)
        .filter(({ type }) => input.type === undefined || type === input.type);
      const page = pageOfList(context.call, input, input.type ?? '', wanted);
      const all = await Promise.all(page.items.map((one) => shown(context, one)));
      return { analyzers: all, ...page.answer };
    },
  };
  return [
    createAnalyzer(parts),
    listAnalyzers,
    onAnalyzer({
      name: 'GetAnalyzer',
      access: 'read',
      of: ({ analyzerName }) => analyzerName,
      handle: async (_input, { analyzer }, context) => ({
        analyzer: await shown(context, analyzer),
      }),
    }),
    onAnalyzer({
      name: 'DeleteAnalyzer',
      access: 'write',
      of: ({ analyzerName }) => analyzerName,
      handle: async (_input, { analyzer, id, view }, context) => {
        const own = context.unit.view(scopeOf(analyzer));
        const where = { index: 'analyzer', prefix: `${analyzer.name}/` };
        for (const finding of await everyOf(own, findings, where)) own.delete(findings, finding.id);
        const { items } = await own.list(scans, { prefix: `${analyzer.name}/`, limit: 1_000 });
        for (const scan of items) own.delete(scans, scan.id);
        view.delete(analyzers, id);
        if (analyzer.type === 'ORGANIZATION') await unregister(context, analyzer);
        cancelScans(context.unit, analyzer, parts);
        return {};
      },
    }),
  ];
}
