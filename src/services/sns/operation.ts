import type { SnsOperations } from '../../../models/sns/types.ts';
import type { Host } from '../../contract/host.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';

export type SnsOperation<N extends keyof SnsOperations> = OperationOf<SnsOperations, N>;

/** What SNS is given. */
export interface SnsParts {
  readonly host: Host;
  /** Knows the principals that topic policies name. */
  readonly principals: PrincipalDirectory;
}
