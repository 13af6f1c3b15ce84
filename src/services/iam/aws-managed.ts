import type { ManagedPolicy } from './state.ts';

const PREFIX = 'arn:aws:iam::aws:policy/';
/** 2015-02-06, when AWS published its first managed policies. */
const PUBLISHED = Date.UTC(2015, 1, 6, 18, 40);

export function isAwsManaged(arn: string): boolean {
  return arn.startsWith(PREFIX);
}

interface Published {
  readonly path: string;
  readonly id: string;
  readonly description: string;
  readonly statements: readonly object[];
}

const allow = (action: string): object => ({ Effect: 'Allow', Action: action, Resource: '*' });

/** AWS's own policies whose content is known here exactly. Others can't be attached, and say so. */
const PUBLISHED_POLICIES: ReadonlyMap<string, Published> = new Map<string, Published>([
  [
    'AdministratorAccess',
    {
      path: '/',
      id: 'ANPAIWMBCKSKIEE64ZLYK',
      description: 'Provides full access to AWS services and resources.',
      statements: [allow('*')],
    },
  ],
  [
    'AmazonSQSFullAccess',
    {
      path: '/',
      id: 'ANPAI65L554VRJ33ECQS6',
      description: 'Provides full access to Amazon SQS via the AWS Management Console.',
      statements: [{ Action: ['sqs:*'], Effect: 'Allow', Resource: '*' }],
    },
  ],
]);

export function awsManagedPolicy(arn: string): ManagedPolicy | undefined {
  const name = arn.slice(arn.lastIndexOf('/') + 1);
  const published = PUBLISHED_POLICIES.get(name);
  if (published === undefined || arn !== `${PREFIX.slice(0, -1)}${published.path}${name}`) {
    return undefined;
  }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: published.statements });
  return {
    name,
    id: published.id,
    path: published.path,
    arn,
    description: published.description,
    created: PUBLISHED,
    updated: PUBLISHED,
    versions: [{ id: 'v1', text, created: PUBLISHED }],
    defaultVersion: 'v1',
    nextVersion: 2,
    tags: {},
  };
}

export function awsManagedPolicies(): readonly ManagedPolicy[] {
  return [...PUBLISHED_POLICIES].flatMap(([name, { path }]) => {
    const policy = awsManagedPolicy(`${PREFIX.slice(0, -1)}${path}${name}`);
    return policy === undefined ? [] : [policy];
  });
}
