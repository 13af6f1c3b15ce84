import type { AnalyzedResource } from '../../../models/access-analyzer/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import type { Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { accessTo, type AnalysisParts, RESOURCES_MAX, scan, scopeOf, zoneOf } from './analysis.ts';
import { notFound } from './errors.ts';
import { onAnalyzer } from './operation.ts';
import { pageOfList } from './pages.ts';
import type { SharedResource, SharedResources } from './port.ts';
import { type Analyzer, findings, placeOf, scans } from './state.ts';

const ofAnalyzer = { of: (input: { readonly analyzerArn: string }) => input.analyzerArn };

interface Held {
  readonly owner: string;
  readonly of: SharedResources;
  readonly resource: SharedResource;
}

/** The resources an analyzer looks at, of one type or all. */
async function heldBy(
  unit: Unit,
  analyzer: Analyzer,
  { shared, organizations }: AnalysisParts,
  type: string | undefined,
): Promise<readonly Held[]> {
  const held: Held[] = [];
  const zone = await zoneOf(unit, analyzer, organizations);
  for (const of of shared.filter((one) => type === undefined || one.type === type)) {
    for (const owner of zone.accounts) {
      const scope = { account: owner, region: analyzer.region };
      const all = await of.list(unit, scope, RESOURCES_MAX);
      held.push(...all.map((resource) => ({ owner, of, resource })));
    }
  }
  return held;
}

async function heldResource(
  unit: Unit,
  analyzer: Analyzer,
  parts: AnalysisParts,
  arn: string,
): Promise<Held> {
  const service = parseArn(arn)?.service;
  const some = parts.shared.filter(({ source }) => source === `${service}.amazonaws.com`);
  const all = await heldBy(unit, analyzer, { ...parts, shared: some }, undefined);
  const one = all.find(({ resource }) => resource.arn === arn);
  if (one === undefined) throw notFound('Resource', arn);
  return one;
}

/** As it is now; what was found of it, as it was found. */
async function shown(
  unit: Unit,
  analyzer: Analyzer,
  { owner, of, resource }: Held,
  { organizations, now }: AnalysisParts & { readonly now: Instant },
): Promise<AnalyzedResource> {
  const access = accessTo(resource, await zoneOf(unit, analyzer, organizations));
  const view = unit.view(scopeOf(analyzer));
  const prefix = placeOf(analyzer.name, of.type, owner);
  const all = await everyOf(view, findings, { index: 'place', prefix });
  const own = all.filter((finding) => finding.resource === resource.arn);
  const at = (await view.get(scans, prefix))?.at ?? now;
  const status = own.find((one) => one.status === 'ACTIVE')?.status ?? own[0]?.status;
  return {
    resourceArn: resource.arn,
    resourceType: of.type,
    resourceOwnerAccount: owner,
    createdAt: new Date(Math.min(at, ...own.map(({ created }) => created))),
    updatedAt: new Date(own.length === 0 ? at : Math.max(...own.map(({ updated }) => updated))),
    analyzedAt: new Date(at),
    isPublic: access.some((one) => one.isPublic),
    ...(access.length === 0
      ? {}
      : {
          actions: [...new Set(access.flatMap(({ actions }) => actions))],
          sharedVia: ['POLICY'],
        }),
    ...(status === undefined ? {} : { status }),
  };
}

export function analyzedResourceOperations(parts: AnalysisParts): readonly AnyOperation[] {
  return [
    onAnalyzer({
      name: 'ListAnalyzedResources',
      access: 'read',
      ...ofAnalyzer,
      handle: async (input, { analyzer }, { call, unit }) => {
        const all = await heldBy(unit, analyzer, parts, input.resourceType);
        const about = `${analyzer.name}/${input.resourceType ?? ''}`;
        const page = pageOfList(call, input, about, all);
        const analyzedResources = page.items.map(({ owner, of, resource }) => ({
          resourceArn: resource.arn,
          resourceOwnerAccount: owner,
          resourceType: of.type,
        }));
        return { analyzedResources, ...page.answer };
      },
    }),
    onAnalyzer({
      name: 'GetAnalyzedResource',
      access: 'read',
      ...ofAnalyzer,
      handle: async ({ resourceArn }, { analyzer }, { call, unit }) => {
        const held = await heldResource(unit, analyzer, parts, resourceArn);
        return { resource: await shown(unit, analyzer, held, { ...parts, now: call.now }) };
      },
    }),
    onAnalyzer({
      name: 'StartResourceScan',
      access: 'write',
      ...ofAnalyzer,
      handle: async ({ resourceArn }, { analyzer }, { call, unit }) => {
        const { of } = await heldResource(unit, analyzer, parts, resourceArn);
        await scan(unit, analyzer, of, { organizations: parts.organizations, now: call.now });
        return {};
      },
    }),
  ];
}
