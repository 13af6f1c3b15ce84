import type { ApiCall } from '../api-call.ts';
import type { SequenceSignal } from '../draft.ts';
import { DAY_MS } from '../../core/time.ts';
import type { Places } from '../world.ts';
import { agentFamily, networkOf } from './dimensions.ts';
import { dayOf, seen } from './histogram.ts';
import type { AccountMemory, ActorMemory, BucketMemory } from './memories.ts';
import { passwordRulesOf } from './password-rules.ts';
import { counted } from './volumes.ts';

const STEPS_MAX = 60;
const REMOTES_MAX = 50;

function aged<T extends { first: number | undefined; days: number; lastDay: number }>(
  memory: T,
  { time }: ApiCall,
) {
  const day = dayOf(time);
  return {
    ...memory,
    first: memory.first ?? time,
    days: memory.lastDay === day ? memory.days : memory.days + 1,
    lastDay: day,
  };
}

/** Name of what is counted of calls on buckets: one bucket's, or all. */
export function volumeName(api: string, bucket: string): string {
  return `${api} ${bucket}`;
}

export function learnActor(memory: ActorMemory, call: ApiCall, places: Places): ActorMemory {
  const day = dayOf(call.time);
  const { bucket } = call;
  const next = {
    ...aged(memory, call),
    apis: seen(memory.apis, call.name, day),
    networks: seen(memory.networks, networkOf(call.ip, places), day),
    agents: seen(memory.agents, agentFamily(call.agent), day),
  };
  const login =
    call.source === 'signin.amazonaws.com' &&
    call.name === 'ConsoleLogin' &&
    call.error === undefined
      ? { login: { at: call.time, ip: call.ip } }
      : {};
  if (bucket === undefined) return { ...next, ...login };
  const one = counted(memory.volumes, volumeName(call.name, bucket.name), day);
  return {
    ...next,
    ...login,
    buckets: seen(memory.buckets, bucket.name, day),
    volumes: call.isManagement ? memory.volumes : counted(one, volumeName(call.name, '*'), day),
  };
}

export function learnAccount(memory: AccountMemory, call: ApiCall, places: Places): AccountMemory {
  const day = dayOf(call.time);
  const rules = call.error === undefined ? passwordRulesOf(call) : undefined;
  return {
    ...aged(memory, call),
    apis: seen(memory.apis, call.name, day),
    networks: seen(memory.networks, networkOf(call.ip, places), day),
    agents: seen(memory.agents, agentFamily(call.agent), day),
    users: seen(memory.users, call.actor.userName, day),
    ...(rules === undefined ? {} : { passwordPolicy: rules }),
  };
}

export function learnBucket(memory: BucketMemory, call: ApiCall, places: Places): BucketMemory {
  const day = dayOf(call.time);
  const base = {
    ...aged(memory, call),
    networks: seen(memory.networks, networkOf(call.ip, places), day),
    agents: seen(memory.agents, agentFamily(call.agent), day),
    users: seen(memory.users, call.actor.userName, day),
    volumes: call.isManagement
      ? memory.volumes
      : counted(memory.volumes, volumeName(call.name, '*'), day),
  };
  const isBlocked = blockAfter(call);
  return isBlocked === undefined ? base : { ...base, isBlocked };
}

/** Undefined: the call leaves a bucket's block of public access as it is. New buckets have it on. */
function blockAfter({ name, error, parameters }: ApiCall): boolean | undefined {
  if (error !== undefined) return undefined;
  if (name === 'CreateBucket') return true;
  if (name === 'DeletePublicAccessBlock' || name === 'DeleteBucketPublicAccessBlock') return false;
  if (name !== 'PutPublicAccessBlock' && name !== 'PutBucketPublicAccessBlock') return undefined;
  const text = JSON.stringify(parameters);
  return ['blockPublicPolicy', 'restrictPublicBuckets'].every((part) =>
    new RegExp(`"${part}":true`, 'i').test(text),
  );
}

/** Adds the steps of an attack that may be under way; those of more than a day ago are forgotten. */
export function withSteps(
  memory: ActorMemory,
  steps: readonly SequenceSignal[],
  now: number,
): ActorMemory {
  const kept = memory.steps.filter(({ at }) => now - at <= DAY_MS);
  if (steps.length === 0 && kept.length === memory.steps.length) return memory;
  return { ...memory, steps: [...kept, ...steps].slice(-STEPS_MAX) };
}

export function withRemote(memory: ActorMemory, ip: string): ActorMemory {
  const known = Object.keys(memory.remotes).length;
  if (memory.remotes[ip] === undefined && known >= REMOTES_MAX) return memory;
  return { ...memory, remotes: { ...memory.remotes, [ip]: (memory.remotes[ip] ?? 0) + 1 } };
}
