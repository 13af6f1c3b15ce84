/** Engines that can be asked for. */
export const ENGINES = ['postgres', 'aurora-postgresql', 'mysql', 'mariadb'] as const;

export type Engine = (typeof ENGINES)[number];

export function engineOf(name: string): Engine | undefined {
  return ENGINES.find((engine) => engine === name.toLowerCase());
}

/** Their servers are made and run here; those of the others are registered. */
export function isPostgres(engine: Engine): boolean {
  return engine === 'postgres' || engine === 'aurora-postgresql';
}

export const LICENSES: Readonly<Record<Engine, string>> = {
  postgres: 'postgresql-license',
  'aurora-postgresql': 'postgresql-license',
  mysql: 'general-public-license',
  mariadb: 'general-public-license',
};

/** `15.18` → `15`: what parameter groups and data directories go by. */
export function majorOf(version: string): string {
  return version.split('.')[0] ?? version;
}

/** The installed version that a wish means: none is the newest, `15` the newest 15, `15.18` itself. */
export function chosenVersion(
  installed: readonly string[],
  wish: string | undefined,
): string | undefined {
  if (wish === undefined) return installed[0];
  return installed.find((version) => version === wish || majorOf(version) === wish);
}
