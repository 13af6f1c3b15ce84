import { parseArn } from '../../core/arn.ts';
import { invalidInput } from './errors.ts';

const COMMON = ['instance', 'image', 'security-group', 'network-interface'];

/** The kinds of resource each EC2 scenario must name. Source: SimulateCustomPolicy, ResourceHandlingOption. */
const SCENARIOS: ReadonlyMap<string, readonly string[]> = new Map([
  ['EC2-VPC-InstanceStore', COMMON],
  ['EC2-VPC-InstanceStore-Subnet', [...COMMON, 'subnet']],
  ['EC2-VPC-EBS', [...COMMON, 'volume']],
  ['EC2-VPC-EBS-Subnet', [...COMMON, 'subnet', 'volume']],
]);

/** Errors: InvalidInput for an unknown scenario, and for one whose resources are not all there. */
export function assertScenario(option: string | undefined, resources: readonly string[]): void {
  if (option === undefined) return;
  const needed = SCENARIOS.get(option);
  if (needed === undefined) throw invalidInput(`Invalid resource handling option: ${option}`);
  const given = new Set(resources.map((arn) => parseArn(arn)?.resource.split('/')[0]));
  const missing = needed.filter((kind) => !given.has(kind));
  if (missing.length > 0) {
    throw invalidInput(`${option} requires resources of these types: ${missing.join(', ')}`);
  }
}
