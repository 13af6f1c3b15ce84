import type { DBEngineVersion, RdsOperations } from '../../../models/rds/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { chosenVersion, ENGINES, isPostgres, majorOf } from './domain/engines.ts';
import { filtered } from './instance-listing.ts';
import { pageOf } from './pages.ts';
import type { DatabaseServers } from './servers.ts';

interface Listed {
  /** Sorts as listings do. */
  readonly id: string;
  readonly engine: string;
  readonly version: string;
}

type Matches = (version: Listed, value: string) => boolean;

const FILTERS: ReadonlyMap<string, Matches> = new Map<string, Matches>([
  ['db-parameter-group-family', (listed, value) => familyOf(listed) === value],
  ['engine', ({ engine }, value) => engine === value],
  ['engine-mode', (_listed, value) => value === 'provisioned'],
  ['engine-version', ({ version }, value) => version === value],
  ['status', (_listed, value) => value === 'available'],
]);

/** What can be made on this machine: the PostgreSQL versions that are installed. */
export function createDescribeEngineVersions(
  servers: DatabaseServers,
): OperationOf<RdsOperations, 'DescribeDBEngineVersions'> {
  return {
    name: 'DescribeDBEngineVersions',
    access: 'read',
    authorize: async () => [{ action: 'rds:DescribeDBEngineVersions', resource: '*' }],
    handle: async (input, context) => {
      const installed = await context.once(() => servers.versions());
      const all = ENGINES.filter(isPostgres).flatMap((engine) =>
        installed.map((version) => ({ id: `${engine} ${version}`, engine, version })),
      );
      const wanted = all
        .filter(({ engine }) => input.Engine === undefined || engine === input.Engine)
        .filter(({ version }) => isWanted(installed, version, input.EngineVersion))
        .filter(({ version }) => input.DefaultOnly !== true || version === installed[0])
        .filter((one) => [undefined, familyOf(one)].includes(input.DBParameterGroupFamily))
        .sort((left, right) => (left.id < right.id ? -1 : 1));
      const page = pageOf(context.call, input, filtered(FILTERS, wanted, input.Filters));
      return { DBEngineVersions: page.items.map(shown), ...page.answer };
    },
  };
}

function isWanted(installed: readonly string[], version: string, wish: string | undefined) {
  return wish === undefined || version === wish || chosenVersion(installed, wish) === version;
}

function familyOf({ engine, version }: Pick<Listed, 'engine' | 'version'>): string {
  return `${engine}${majorOf(version)}`;
}

function shown(listed: Listed): DBEngineVersion {
  const { engine, version } = listed;
  const isAurora = engine === 'aurora-postgresql';
  return {
    Engine: engine,
    EngineVersion: version,
    MajorEngineVersion: majorOf(version),
    DBParameterGroupFamily: familyOf(listed),
    DBEngineDescription: isAurora ? 'Aurora PostgreSQL' : 'PostgreSQL',
    DBEngineVersionDescription: `${isAurora ? 'Aurora PostgreSQL' : 'PostgreSQL'} ${version}`,
    ValidUpgradeTarget: [],
    SupportedEngineModes: ['provisioned'],
    SupportedFeatureNames: [],
    Status: 'available',
    SupportsReadReplica: false,
    SupportsLogExportsToCloudwatchLogs: false,
  };
}
