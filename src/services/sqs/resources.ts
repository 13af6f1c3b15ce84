import type { FindContext, ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { queueDoesNotExist } from './errors.ts';
import { type QueueDocument, queues } from './state.ts';

export function queueArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'sqs', ...scope, resource: name });
}

/** By `account/name`, in the call's Region. */
export const queueKind: ResourceKind<QueueDocument> = {
  name: 'sqs:queue',
  policyMode: 'optional',
  find: (path, context) => {
    const slash = path.indexOf('/');
    const place = { account: path.slice(0, slash), region: context.scope.region };
    return find(place, path.slice(slash + 1), context);
  },
  policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text,
  tags: ({ document }) => document?.tags ?? {},
};

async function find(scope: Scope, name: string, { unit }: FindContext) {
  const document = await unit.view(scope).get(queues, name);
  return { arn: queueArn(scope, name), scope, id: name, document, missing: queueDoesNotExist() };
}

/** `account/name` of a queue's URL, whatever its host; undefined: it is no URL of a queue. */
export function pathOfUrl(url: string): string | undefined {
  const match = /^https?:\/\/[^/?#\s]+\/(?:[^?#]*\/)?(\d{12})\/([\w-]{1,80}(?:\.fifo)?)\/?$/.exec(
    url,
  );
  const [, account, name] = match ?? [];
  return account === undefined || name === undefined ? undefined : `${account}/${name}`;
}

/** `account/name` of a queue's ARN in a Region. */
export function pathOfArn(arn: string, region: string): string | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'sqs' || parsed.region !== region) return undefined;
  return `${parsed.account}/${parsed.resource}`;
}
