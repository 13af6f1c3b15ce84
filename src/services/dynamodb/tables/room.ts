import type { View } from '../../../contract/view.ts';
import { limitExceeded } from '../errors.ts';
import { tables } from '../state.ts';

const TABLES_MAX = 2_500;
const PAGE = 1_000;

/** Whether an account may have one more table in a Region. Errors: LimitExceededException. */
export async function requireRoom(view: View): Promise<void> {
  let count = 0;
  let last: Awaited<ReturnType<typeof view.list>>['last'];
  do {
    const page = await view.list(tables, {
      limit: PAGE,
      ...(last === undefined ? {} : { after: last }),
    });
    count += page.items.length;
    last = page.last;
  } while (last !== undefined);
  if (count >= TABLES_MAX) {
    throw limitExceeded(
      `Subscriber limit exceeded: There is a limit of ${TABLES_MAX} tables per subscriber`,
    );
  }
}
