export const CURRENT = 'AWSCURRENT';
export const PENDING = 'AWSPENDING';
export const PREVIOUS = 'AWSPREVIOUS';

/** Labels of all versions of a secret together. */
export const STAGES_MAX = 20;

/** The version that each label is on. */
export type Stages = Readonly<Record<string, string>>;

/** The labels of one version, sorted. */
export function stagesOf(stages: Stages, versionId: string): readonly string[] {
  return Object.entries(stages)
    .filter(([, id]) => id === versionId)
    .map(([stage]) => stage)
    .sort();
}

export function byVersion(stages: Stages): Readonly<Record<string, readonly string[]>> {
  const ids = [...new Set(Object.values(stages))].sort();
  return Object.fromEntries(ids.map((id) => [id, stagesOf(stages, id)]));
}

/**
 * Puts a label on a version, away from any other. The version that AWSCURRENT leaves becomes AWSPREVIOUS.
 */
export function withStage(stages: Stages, stage: string, versionId: string): Stages {
  const before = stages[stage];
  const moved = { ...stages, [stage]: versionId };
  if (stage !== CURRENT || before === undefined || before === versionId) return moved;
  return { ...moved, [PREVIOUS]: before };
}

export function withoutStage(stages: Stages, stage: string): Stages {
  const { [stage]: _removed, ...rest } = stages;
  return rest;
}

/** A rotation is in progress where AWSPENDING is on another version than AWSCURRENT. */
export function pendingVersion(stages: Stages): string | undefined {
  const pending = stages[PENDING];
  return pending !== undefined && pending !== stages[CURRENT] ? pending : undefined;
}

/** Labels that came to be on another version than before: what clients are told of. */
export function movedStages(
  before: Stages,
  after: Stages,
): readonly (readonly [stage: string, versionId: string])[] {
  return Object.entries(after).filter(
    ([stage, id]) => stage !== PENDING && stage !== PREVIOUS && before[stage] !== id,
  );
}
