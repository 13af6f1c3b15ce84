import { PUBLISHED_POLICIES, type Published } from './aws-managed-documents.ts';
import { ROOT_TASK_POLICIES } from './root-task-policies.ts';
import type { ManagedPolicy } from './state.ts';

const PREFIX = 'arn:aws:iam::aws:policy';

export function isAwsManaged(arn: string): boolean {
  return arn.startsWith(`${PREFIX}/`);
}

/** One object each, so that what is worked out of a policy is worked out once. */
const POLICIES: ReadonlyMap<string, ManagedPolicy> = new Map(
  [...PUBLISHED_POLICIES, ...ROOT_TASK_POLICIES].map(([name, published]) => {
    const policy = managedPolicy(name, published);
    return [policy.arn, policy];
  }),
);

function managedPolicy(name: string, published: Published): ManagedPolicy {
  const { path, id = '', description, version, attachable } = published;
  const text = JSON.stringify({ Version: '2012-10-17', Statement: published.statements });
  const updated = Date.parse(published.updated);
  const defaultVersion = `v${version}`;
  return Object.freeze({
    name,
    id,
    path,
    arn: `${PREFIX}${path}${name}`,
    description,
    created: Date.parse(published.created),
    updated,
    // Earlier versions are not known here.
    versions: [{ id: defaultVersion, text, created: updated }],
    defaultVersion,
    nextVersion: version + 1,
    tags: {},
    ...(attachable === undefined ? {} : { attachable }),
  });
}

export function awsManagedPolicy(arn: string): ManagedPolicy | undefined {
  return POLICIES.get(arn);
}

export function awsManagedPolicies(): readonly ManagedPolicy[] {
  return [...POLICIES.values()];
}
