import type { JobKind } from '../../contract/service.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { everyOf } from '../../listing/every-document.ts';
import { EXPIRE_JOB, KEPT_MS, PUBLISH_JOB, sessionIn, tell } from './finding-keeping.ts';
import { findings } from './state.ts';

/** Tells of what happened again since the last time. */
const publish: JobKind = {
  kind: PUBLISH_JOB,
  run: async (_payload, { unit, scope, now }) => {
    const session = await sessionIn(unit, scope);
    if (session === undefined) return;
    const where = { index: 'pending', prefix: 'pending' };
    for (const document of await everyOf(unit.view(scope), findings, where)) {
      const published = { ...document, isPending: false };
      unit.view(scope).put(findings, document.id, published);
      tell({ unit, scope, session, now }, published);
    }
  },
};

/** Findings are kept for 90 days after they were last updated. */
const expire: JobKind = {
  kind: EXPIRE_JOB,
  run: async (payload, { unit, scope, now, id }) => {
    const value: JsonValue = JSON.parse(payload);
    const name = isJsonObject(value) ? value['id'] : undefined;
    if (typeof name !== 'string') throw new Error('the job names no finding');
    const document = await unit.view(scope).get(findings, name);
    if (document === undefined) return;
    const due = document.updated + KEPT_MS;
    if (due <= now) unit.view(scope).delete(findings, name);
    else unit.order({ id, kind: EXPIRE_JOB, scope, due, payload });
  },
};

export const findingJobs: readonly JobKind[] = [publish, expire];
