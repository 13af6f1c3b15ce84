import type { Draft } from '../draft.ts';
import type { Flow } from './flow.ts';

/** The machine behind an interface: its instance, or else the interface itself. */
export function machineOf({ instance, interfaceId }: Flow): string {
  return instance ?? interfaceId;
}

/** A finding on the machine whose interface saw the flow; it is the actor of what it sends. */
export function draftOfFlow(
  flow: Flow,
  draft: Pick<Draft, 'type' | 'severity' | 'title' | 'description'> & Partial<Draft>,
): Draft {
  return {
    key: machineOf(flow),
    at: flow.end,
    role: flow.direction === 'OUTBOUND' ? 'ACTOR' : 'TARGET',
    action: { kind: 'flow', flow },
    feature: 'FLOW_LOGS',
    ...draft,
  };
}
