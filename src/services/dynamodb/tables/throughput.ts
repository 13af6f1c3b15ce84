import type {
  BillingMode,
  OnDemandThroughput,
  ProvisionedThroughput,
} from '../../../../models/dynamodb/types.ts';
import { invalid } from '../domain/invalid.ts';
import type { OnDemandLimits, Throughput } from '../state.ts';
import { invalidParameter } from '../domain/invalid.ts';

const UNITS_MAX = 1_000_000_000_000;
const NONE: Throughput = { read: 0, write: 0 };

/** Of a table. Errors: ValidationException. */
export function tableThroughput(
  billing: BillingMode,
  given: ProvisionedThroughput | undefined,
): Throughput {
  if (billing === 'PAY_PER_REQUEST') {
    if (given === undefined) return NONE;
    throw invalidParameter(
      'Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST',
    );
  }
  if (given === undefined) {
    throw invalidParameter(
      'ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED',
    );
  }
  return unitsOf(given);
}

/** Of a global secondary index. Errors: ValidationException. */
export function indexThroughput(
  billing: BillingMode,
  index: string,
  given: ProvisionedThroughput | undefined,
): Throughput {
  if (billing === 'PAY_PER_REQUEST') {
    if (given === undefined) return NONE;
    throw invalidParameter(
      `ProvisionedThroughput should not be specified for index: ${index} when BillingMode is PAY_PER_REQUEST`,
    );
  }
  if (given === undefined) {
    throw invalidParameter(`ProvisionedThroughput must be specified for index: ${index}`);
  }
  return unitsOf(given);
}

export function unitsOf({
  ReadCapacityUnits: read,
  WriteCapacityUnits: write,
}: ProvisionedThroughput) {
  for (const [name, value] of [
    ['ReadCapacityUnits', read],
    ['WriteCapacityUnits', write],
  ] as const) {
    if (value > UNITS_MAX) {
      throw invalid(`Given value ${value} for ${name} is out of bounds`);
    }
  }
  return { read, write };
}

/** Minus one takes a limit away. */
export function onDemandLimits(given: OnDemandThroughput | undefined): OnDemandLimits | undefined {
  const { MaxReadRequestUnits: read = -1, MaxWriteRequestUnits: write = -1 } = given ?? {};
  if (read < 0 && write < 0) return undefined;
  return { ...(read < 0 ? {} : { read }), ...(write < 0 ? {} : { write }) };
}

export function onDemandMembers({ read = -1, write = -1 }: OnDemandLimits) {
  return { MaxReadRequestUnits: read, MaxWriteRequestUnits: write };
}
