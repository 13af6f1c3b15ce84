import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { hubResource } from './arns.ts';
import { invalidInput, limitExceeded, notFound } from './errors.ts';
import { onHub } from './operation.ts';
import { accountScope, type AggregatorDocument, aggregators, ONLY } from './state.ts';

const MODES = new Set([
  'ALL_REGIONS',
  'ALL_REGIONS_EXCEPT_SPECIFIED',
  'SPECIFIED_REGIONS',
  'NO_REGIONS',
]);

function arnOf(account: string, { id, region }: AggregatorDocument): string {
  return hubResource({ account, region }, `finding-aggregator/${id}`);
}

function checked(
  mode: string,
  regions: readonly string[] | undefined,
  home: string,
): readonly string[] {
  if (!MODES.has(mode)) throw invalidInput(`Invalid parameter RegionLinkingMode: ${mode}`);
  const needsRegions = mode === 'ALL_REGIONS_EXCEPT_SPECIFIED' || mode === 'SPECIFIED_REGIONS';
  if (needsRegions !== (regions !== undefined && regions.length > 0)) {
    throw invalidInput(
      `Regions must ${needsRegions ? '' : 'not '}be given with the RegionLinkingMode ${mode}.`,
    );
  }
  if (regions?.includes(home) === true)
    throw invalidInput('The aggregation Region cannot be a linked Region.');
  return regions ?? [];
}

async function held({ unit, call }: Context): Promise<AggregatorDocument | undefined> {
  return unit.view(accountScope(call.scope.account)).get(aggregators, ONLY);
}

async function aggregatorAt(context: Context, arn: string): Promise<AggregatorDocument> {
  const known = await held(context);
  if (known === undefined || arnOf(context.call.scope.account, known) !== arn) {
    throw notFound(`Finding aggregator ${arn} was not found.`);
  }
  return known;
}

function shown(account: string, aggregator: AggregatorDocument) {
  const { region, mode, regions } = aggregator;
  return {
    FindingAggregatorArn: arnOf(account, aggregator),
    FindingAggregationRegion: region,
    RegionLinkingMode: mode,
    Regions: regions,
  };
}

const on = ({ FindingAggregatorArn }: { readonly FindingAggregatorArn: string }): string =>
  FindingAggregatorArn;

/** One Region that has the findings of others too: those that come in from then on. */
export const aggregatorOperations: readonly AnyOperation[] = [
  onHub({
    name: 'CreateFindingAggregator',
    access: 'write',
    handle: async ({ RegionLinkingMode: mode, Regions }, { scope }, context) => {
      if ((await held(context)) !== undefined)
        throw limitExceeded('A finding aggregator already exists.');
      const { account, region } = scope;
      const regions = checked(mode, Regions, region);
      const aggregator = { id: await context.once(uuid), region, mode, regions };
      context.unit.view(accountScope(account)).put(aggregators, ONLY, aggregator);
      return shown(account, aggregator);
    },
  }),
  onHub({
    name: 'GetFindingAggregator',
    access: 'read',
    on,
    handle: async ({ FindingAggregatorArn }, { scope }, context) =>
      shown(scope.account, await aggregatorAt(context, FindingAggregatorArn)),
  }),
  onHub({
    name: 'ListFindingAggregators',
    access: 'read',
    handle: async (_input, { scope }, context) => {
      const known = await held(context);
      const arns = known === undefined ? [] : [arnOf(scope.account, known)];
      return { FindingAggregators: arns.map((FindingAggregatorArn) => ({ FindingAggregatorArn })) };
    },
  }),
  onHub({
    name: 'UpdateFindingAggregator',
    access: 'write',
    on,
    handle: async (input, { scope }, context) => {
      const known = await aggregatorAt(context, input.FindingAggregatorArn);
      if (known.region !== scope.region) {
        throw invalidInput('A finding aggregator is changed in its aggregation Region.');
      }
      const mode = input.RegionLinkingMode;
      const next = { ...known, mode, regions: checked(mode, input.Regions, known.region) };
      context.unit.view(accountScope(scope.account)).put(aggregators, ONLY, next);
      return shown(scope.account, next);
    },
  }),
  onHub({
    name: 'DeleteFindingAggregator',
    access: 'write',
    on,
    handle: async ({ FindingAggregatorArn }, { scope }, context) => {
      await aggregatorAt(context, FindingAggregatorArn);
      context.unit.view(accountScope(scope.account)).delete(aggregators, ONLY);
      return {};
    },
  }),
];
