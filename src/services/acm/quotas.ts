import type { View } from '../../contract/view.ts';
import { limitExceeded } from './errors.ts';
import { counts, ONLY } from './state.ts';

/** Certificates of an account in a Region. */
const CERTIFICATES_MAX = 2_500;
/** Names of a certificate. */
export const NAMES_MAX = 10;

/** Errors: LimitExceededException. */
export async function countOneMore(view: View): Promise<void> {
  const { certificates = 0 } = (await view.get(counts, ONLY)) ?? {};
  if (certificates >= CERTIFICATES_MAX) {
    throw limitExceeded(
      `Error: you have reached your limit of ${CERTIFICATES_MAX} certificates in the last year.`,
    );
  }
  view.put(counts, ONLY, { certificates: certificates + 1 });
}

export async function countOneLess(view: View): Promise<void> {
  const { certificates = 1 } = (await view.get(counts, ONLY)) ?? {};
  view.put(counts, ONLY, { certificates: certificates - 1 });
}
