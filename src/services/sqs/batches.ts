import { ServiceError } from '../../core/errors.ts';
import { emptyBatch, idsNotDistinct, invalidBatchEntryId, tooManyEntries } from './errors.ts';

const ENTRIES_MAX = 10;
const ENTRY_ID = /^[\w-]{1,80}$/;

interface Entry {
  readonly Id: string;
}

/** One to ten entries of different ids. Errors: those of batches as a whole. */
export function requireBatch(entries: readonly Entry[], noun: string): void {
  if (entries.length === 0) throw emptyBatch(noun);
  if (entries.length > ENTRIES_MAX) throw tooManyEntries(entries.length);
  const seen = new Set<string>();
  for (const { Id } of entries) {
    if (!ENTRY_ID.test(Id)) throw invalidBatchEntryId();
    if (seen.has(Id)) throw idsNotDistinct(Id);
    seen.add(Id);
  }
}

export interface Failed {
  readonly Id: string;
  readonly SenderFault: boolean;
  readonly Code: string;
  readonly Message: string;
}

/** Each entry in turn: what one does wrong fails it alone. `work` throws before it writes. */
export async function eachEntry<E extends Entry, R>(
  entries: readonly E[],
  work: (entry: E) => Promise<R>,
): Promise<{ readonly Successful: readonly R[]; readonly Failed: readonly Failed[] }> {
  const Successful: R[] = [];
  const failures: Failed[] = [];
  for (const entry of entries) {
    try {
      Successful.push(await work(entry));
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      failures.push(failedEntry(entry.Id, error));
    }
  }
  return { Successful, Failed: failures };
}

export function failedEntry(Id: string, error: ServiceError): Failed {
  const { queryCode, code, message, fault } = error;
  return { Id, SenderFault: fault === 'client', Code: queryCode ?? code, Message: message };
}
