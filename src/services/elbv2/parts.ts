import type { ProbeTarget } from '../../contract/edge.ts';
import type { WebAclAssociations } from '../wafv2/port.ts';

/** What load balancing is given. */
export interface Elbv2Parts {
  /** How targets are asked whether they are well. */
  readonly probe: ProbeTarget;
  readonly webAcls: WebAclAssociations;
}
