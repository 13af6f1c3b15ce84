/** A small model of a key's life: what the service must do, told in as few rules as possible. */

export type ModelState =
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingReplicaDeletion'
  | 'PendingImport'
  | 'Gone';

export interface ModelMaterial {
  /** Which of the customer's secrets it is; undefined for material the service makes. */
  readonly secret?: number;
  isPresent: boolean;
  expires?: number;
}

/** A key in one Region. */
export interface ModelKey {
  readonly region: string;
  readonly isExternal: boolean;
  state: ModelState;
  isPrimary: boolean;
  dueDay?: number;
  materials: ModelMaterial[];
  pending?: ModelMaterial | undefined;
}

/** The error a call must end with; undefined: it succeeds. */
export type Expected = string | undefined;

const INVALID = 'KMSInvalidStateException';
const WINDOW_DAYS = 7;

export function newModelKey(region: string, isExternal: boolean, isPrimary: boolean): ModelKey {
  const materials = isExternal ? [] : [{ isPresent: true }];
  return {
    region,
    isExternal,
    isPrimary,
    materials,
    state: isExternal ? 'PendingImport' : 'Enabled',
  };
}

export function cryptoRefusal(key: ModelKey): Expected {
  if (key.state === 'Enabled') return undefined;
  if (key.state === 'Gone') return 'NotFoundException';
  return key.state === 'Disabled' ? 'DisabledException' : INVALID;
}

export function setEnabled(key: ModelKey, state: 'Enabled' | 'Disabled'): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  if (key.state !== 'Enabled' && key.state !== 'Disabled') return INVALID;
  key.state = state;
  return undefined;
}

function isWaiting(key: ModelKey): boolean {
  return key.state === 'PendingDeletion' || key.state === 'PendingReplicaDeletion';
}

export function schedule(key: ModelKey, siblings: readonly ModelKey[], day: number): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  if (isWaiting(key)) return INVALID;
  const hasReplicas = key.isPrimary && siblings.some((one) => one.state !== 'Gone');
  key.state = hasReplicas ? 'PendingReplicaDeletion' : 'PendingDeletion';
  if (!hasReplicas) key.dueDay = day + WINDOW_DAYS;
  return undefined;
}

export function cancel(key: ModelKey): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  if (!isWaiting(key)) return INVALID;
  key.state = 'Disabled';
  settle(key);
  return undefined;
}

/** A key whose materials are not all there waits for them. */
function settle(key: ModelKey): void {
  const isComplete = key.materials.length > 0 && key.materials.every((one) => one.isPresent);
  if (key.state === 'PendingImport' && isComplete) key.state = 'Enabled';
  else if ((key.state === 'Enabled' || key.state === 'Disabled') && !isComplete) {
    key.state = 'PendingImport';
  }
}

export function rotate(key: ModelKey, siblings: readonly ModelKey[]): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  if (!key.isPrimary) return 'UnsupportedOperationException';
  const refusal = cryptoRefusal(key);
  if (refusal !== undefined) return refusal;
  if (!key.isExternal) {
    for (const one of [key, ...siblings]) one.materials = [...one.materials, { isPresent: true }];
    return undefined;
  }
  if (key.pending === undefined) return INVALID;
  key.materials = [...key.materials, key.pending];
  key.pending = undefined;
  return undefined;
}

export function importRefusal(key: ModelKey): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  return isWaiting(key) ? INVALID : undefined;
}

export function importSecret(
  key: ModelKey,
  secret: number,
  isNew: boolean,
  expires: number | undefined,
): Expected {
  const known = [...key.materials, ...(key.pending ? [key.pending] : [])].find(
    (one) => one.secret === secret,
  );
  if (isNew === (known !== undefined)) return 'IncorrectKeyMaterialException';
  if (isNew && key.pending !== undefined) return INVALID;
  const arrived = known ?? { secret, isPresent: true };
  arrived.isPresent = true;
  if (expires === undefined) delete arrived.expires;
  else arrived.expires = expires;
  if (known === undefined) {
    if (key.materials.length === 0) key.materials = [arrived];
    else key.pending = arrived;
  }
  settle(key);
  return undefined;
}

/** Deletes one of the customer's secrets. */
export function deleteSecret(key: ModelKey, secret: number): Expected {
  if (key.state === 'Gone') return 'NotFoundException';
  if (key.pending?.secret === secret) {
    key.pending = undefined;
    return undefined;
  }
  const known = key.materials.find((one) => one.secret === secret);
  if (known === undefined) return 'NotFoundException';
  known.isPresent = false;
  delete known.expires;
  settle(key);
  return undefined;
}

/** Time passes for related keys: materials expire, waiting keys go, and the last replica frees its primary. */
export function pass(related: readonly ModelKey[], toDay: number): void {
  for (const key of related) {
    for (const one of [...key.materials, ...(key.pending ? [key.pending] : [])]) {
      if (one.expires === undefined || one.expires > toDay || one.secret === undefined) continue;
      if (key.state !== 'Gone') deleteSecret(key, one.secret);
    }
    if (key.state !== 'PendingDeletion' || (key.dueDay ?? 0) > toDay) continue;
    key.state = 'Gone';
    const rest = related.filter((one) => one.state !== 'Gone');
    const [last] = rest;
    if (rest.length !== 1 || last?.state !== 'PendingReplicaDeletion') continue;
    last.state = 'PendingDeletion';
    last.dueDay = (key.dueDay ?? 0) + WINDOW_DAYS;
  }
}
