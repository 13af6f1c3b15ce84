import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../config/up-config.ts';
import { askServer } from './control.ts';

const HELP = `holdfast bill [--month YYYY-MM] [--account ID] [--data DIR]

Prints what the accounts of a running server would pay AWS for a month, by
account, Region and usage type, with totals. Amounts are US dollars at AWS's
list prices. Only services that meter their use are billed: KMS.

  --month YYYY-MM   default: the running month of the server's clock
  --account ID      12 digits; default: all accounts
  --data DIR        the server's data directory; default: .holdfast
`;

const MONTH = /^[2-9]\d{3}-(0[1-9]|1[0-2])$/;
const ACCOUNT = /^\d{12}$/;

/** `holdfast bill`: asks the running server for a month's bill. */
export async function bill(argv: readonly string[]): Promise<number> {
  const { data, month, account, help } = readFlags(argv);
  if (help === true) {
    process.stdout.write(HELP);
    return 0;
  }
  const query = new URLSearchParams();
  if (month !== undefined) {
    if (!MONTH.test(month)) throw new UsageError(`--month wants YYYY-MM, not '${month}'`);
    query.set('month', month);
  }
  if (account !== undefined) {
    if (!ACCOUNT.test(account)) throw new UsageError(`--account wants 12 digits, not '${account}'`);
    query.set('account', account);
  }
  const directory = resolve(data ?? '.holdfast');
  const answer = await askServer(directory, 'GET', `/_holdfast/bill?${query.toString()}`);
  process.stdout.write(answer.body);
  return answer.status === 200 ? 0 : 1;
}

function readFlags(argv: readonly string[]) {
  const options = {
    data: { type: 'string' },
    month: { type: 'string' },
    account: { type: 'string' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
