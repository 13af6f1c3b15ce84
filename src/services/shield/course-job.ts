import type { UnitJob } from '../../contract/service.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { type AttackParts, COURSE_JOB, followCourse } from './attack-course.ts';

/** Looks after each minute of an attack, and until the rules against it are gone. */
export function createCourseJob(parts: AttackParts): UnitJob {
  return {
    kind: COURSE_JOB,
    run: async (payload, { unit, now, scope: { account } }) => {
      const value: JsonValue = JSON.parse(payload);
      const resource = isJsonObject(value) ? value['resource'] : undefined;
      if (typeof resource !== 'string') throw new Error('the job names no resource');
      await followCourse(unit, now, { account, resource }, parts);
    },
  };
}
