import type { Charge } from './charges.ts';
import { unbuilt, validation } from './errors.ts';

/** What a charge is, by dimension. */
const DIMENSIONS: ReadonlyMap<string, (charge: Charge) => string> = new Map([
  ['LINKED_ACCOUNT', ({ account }: Charge) => account],
  ['OPERATION', ({ operation }: Charge) => operation],
  ['PAYER_ACCOUNT', ({ payer }: Charge) => payer],
  ['RECORD_TYPE', () => 'Usage'],
  ['REGION', ({ region }: Charge) => region],
  ['SERVICE', ({ service }: Charge) => service],
  ['SERVICE_CODE', ({ serviceCode }: Charge) => serviceCode],
  ['USAGE_TYPE', ({ usageType }: Charge) => usageType],
]);

/** Reads a dimension of charges. Errors: ValidationException, NotImplementedException. */
export function dimension(operation: string, key: string | undefined): (charge: Charge) => string {
  if (key === undefined) throw validation('A dimension needs a Key.');
  const found = DIMENSIONS.get(key);
  if (found === undefined) throw unbuilt(operation, `the dimension ${key}`);
  return found;
}
