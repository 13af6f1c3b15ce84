import type { SqsOperations } from '../../../models/sqs/types.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import type { Service } from '../../../src/contract/service.ts';
import { ServiceError } from '../../../src/core/errors.ts';
import { loadModel } from '../../../src/model/load.ts';

type Send = SqsOperations['SendMessage'];

/** What was sent, by account and name. */
export const sent = new Map<string, Send['input'][]>();
/** Errors to answer with, by account and name, the first first. */
export const refusals = new Map<string, ServiceError[]>();

const sendMessage: Operation<Send['input'], Send['output']> = {
  name: 'SendMessage',
  access: 'write',
  authorize: async () => [],
  handle: async (input) => {
    const name = input.QueueUrl.split('/').slice(-2).join('/');
    const refusal = refusals.get(name)?.shift();
    if (refusal !== undefined) throw refusal;
    sent.set(name, [...(sent.get(name) ?? []), input]);
    return {};
  },
};

export const fakeQueues: Service = {
  id: 'sqs',
  principal: 'sqs.amazonaws.com',
  operations: [sendMessage],
  notImplemented: new Map(
    [...loadModel('sqs').operations.keys()]
      .filter((name) => name !== 'SendMessage')
      .map((name) => [name, 'it is fake']),
  ),
  collections: [],
  jobs: [],
};
