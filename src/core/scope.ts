/**
 * Where a document lives. Collections are regional, per account, or shared by the whole installation
 * (`global`: the owner of an access key, the organization, the installation's own settings).
 */
export type ScopeKind = 'regional' | 'account' | 'global';

export interface Scope {
  /** 12 digits. */
  readonly account: string;
  /** For example `eu-west-1`. */
  readonly region: string;
}

/** The store's key for a scope: stable, unambiguous, sortable. */
export function scopeKey(kind: ScopeKind, scope: Scope): string {
  switch (kind) {
    case 'regional':
      return `${scope.account}/${scope.region}`;
    case 'account':
      return scope.account;
    case 'global':
      return '';
  }
}
