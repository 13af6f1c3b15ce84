import { addressRange } from '../../core/address-range.ts';
import { type Operator, withNegation } from './operator.ts';

export const IP_OPERATORS: readonly Operator[] = withNegation(
  'IpAddress',
  'NotIpAddress',
  addressRange,
);
