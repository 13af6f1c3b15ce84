export type KeyState =
  | 'Creating'
  | 'Enabled'
  | 'Disabled'
  | 'PendingDeletion'
  | 'PendingReplicaDeletion'
  | 'PendingImport'
  | 'Unavailable'
  | 'Updating';

/** Operations that a key's state treats alike. */
export type KeyUse =
  /** Cryptographic operations. */
  | 'crypto'
  /** CreateGrant. */
  | 'grants'
  /** EnableKey, DisableKey. */
  | 'enablement'
  /** EnableKeyRotation, DisableKeyRotation, RotateKeyOnDemand. */
  | 'rotation'
  | 'scheduleDeletion'
  | 'cancelDeletion'
  /** GetParametersForImport. */
  | 'importParameters'
  /** ImportKeyMaterial. */
  | 'import'
  /** DeleteImportedKeyMaterial. */
  | 'deleteMaterial'
  /** ReplicateKey. */
  | 'replication'
  /** CreateAlias, UpdateAlias's new key, TagResource, UntagResource, UpdateKeyDescription. */
  | 'labels';

/** Why a state refuses a use. `disabled` has an error of its own; the others are an invalid state. */
export type StateRefusal =
  | 'disabled'
  | 'pending deletion'
  | 'pending replica deletion'
  | 'not pending deletion'
  | 'pending import'
  | 'unavailable'
  | 'creating'
  | 'updating';

type Row = Partial<Readonly<Record<KeyState, StateRefusal>>>;

const NOT_PENDING = 'not pending deletion';
const DELETION = {
  PendingDeletion: 'pending deletion',
  PendingReplicaDeletion: 'pending replica deletion',
} as const;

/** Source: AWS KMS Developer Guide, "Key states of AWS KMS keys". A state without an entry permits the use. */
const REFUSALS: Readonly<Record<KeyUse, Row>> = {
  crypto: {
    ...DELETION,
    Disabled: 'disabled',
    PendingImport: 'pending import',
    Unavailable: 'unavailable',
    Creating: 'creating',
  },
  grants: {
    ...DELETION,
    Disabled: 'disabled',
    PendingImport: 'pending import',
    Creating: 'creating',
  },
  enablement: {
    ...DELETION,
    PendingImport: 'pending import',
    Creating: 'creating',
    Updating: 'updating',
  },
  rotation: {
    ...DELETION,
    Disabled: 'disabled',
    PendingImport: 'pending import',
    Unavailable: 'unavailable',
    Creating: 'creating',
  },
  scheduleDeletion: { ...DELETION, Updating: 'updating' },
  cancelDeletion: {
    Creating: NOT_PENDING,
    Enabled: NOT_PENDING,
    Disabled: NOT_PENDING,
    PendingImport: NOT_PENDING,
    Unavailable: NOT_PENDING,
    Updating: NOT_PENDING,
  },
  importParameters: { ...DELETION, Creating: 'creating', Updating: 'updating' },
  import: { ...DELETION, Creating: 'creating' },
  deleteMaterial: { Creating: 'creating', Updating: 'updating' },
  replication: {
    ...DELETION,
    Disabled: 'disabled',
    PendingImport: 'pending import',
    Creating: 'creating',
    Updating: 'updating',
  },
  labels: DELETION,
};

/** Undefined: the state permits the use. */
export function stateRefusal(use: KeyUse, state: KeyState): StateRefusal | undefined {
  return REFUSALS[use][state];
}
