import type { Lab } from './lab.ts';

export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** Loaded when it is run: labs need AWS clients, which a runtime install lacks. */
  readonly load: () => Promise<Lab>;
}

export const LABS: readonly CatalogueEntry[] = [
  {
    name: 'audit',
    summary: 'a trail into a bucket, kept through crashes, and proof that nobody changed it',
    load: async () => (await import('./audit/lab.ts')).audit,
  },
  {
    name: 'encryption',
    summary: 'data in flight (TLS), at rest (sealed state), and encrypted on the client',
    load: async () => (await import('./encryption/lab.ts')).encryption,
  },
];
