import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Tags } from '../../core/tags.ts';
import type { SessionGrant, SessionSubject } from './port.ts';

/** What a token seals, in its shortest form: headers have a limit. */
export function grantToJson(grant: SessionGrant): JsonObject {
  return {
    k: grant.accessKeyId,
    s: grant.secretAccessKey,
    a: grant.account,
    i: grant.issued,
    e: grant.expires,
    w: subjectToJson(grant.subject),
    ...(grant.policies.length === 0 ? {} : { p: grant.policies }),
    ...(grant.policyArns.length === 0 ? {} : { m: grant.policyArns }),
    ...(Object.keys(grant.tags).length === 0 ? {} : { t: grant.tags }),
    ...(grant.transitiveTagKeys.length === 0 ? {} : { x: grant.transitiveTagKeys }),
    ...(grant.sourceIdentity === undefined ? {} : { o: grant.sourceIdentity }),
  };
}

function subjectToJson(subject: SessionSubject): JsonValue {
  switch (subject.type) {
    case 'role':
      return ['r', subject.name, subject.id, subject.arn, subject.sessionName];
    case 'user':
      return ['u', subject.name, subject.id];
    case 'root':
      return ['R'];
  }
}

/** Undefined: what was sealed is no session. */
export function grantFromJson(json: JsonObject): SessionGrant | undefined {
  const accessKeyId = json['k'];
  const secretAccessKey = json['s'];
  const account = json['a'];
  const issued = json['i'];
  const expires = json['e'];
  const subject = subjectFromJson(json['w']);
  const sourceIdentity = json['o'];
  if (
    typeof accessKeyId !== 'string' ||
    typeof secretAccessKey !== 'string' ||
    typeof account !== 'string' ||
    typeof issued !== 'number' ||
    typeof expires !== 'number' ||
    subject === undefined
  ) {
    return undefined;
  }
  return {
    accessKeyId,
    secretAccessKey,
    account,
    issued,
    expires,
    subject,
    policies: texts(json['p']),
    policyArns: texts(json['m']),
    tags: tagsOf(json['t']),
    transitiveTagKeys: texts(json['x']),
    ...(typeof sourceIdentity === 'string' ? { sourceIdentity } : {}),
  };
}

function subjectFromJson(json: JsonValue | undefined): SessionSubject | undefined {
  const [type, name, id, arn, sessionName] = texts(json);
  if (type === 'R') return { type: 'root' };
  if (name === undefined || id === undefined) return undefined;
  if (type === 'u') return { type: 'user', name, id };
  if (type !== 'r' || arn === undefined || sessionName === undefined) return undefined;
  return { type: 'role', name, id, arn, sessionName };
}

function texts(json: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(json)) return [];
  return json.filter((one: JsonValue) => typeof one === 'string');
}

function tagsOf(json: JsonValue | undefined): Tags {
  const tags: Record<string, string> = {};
  if (json === undefined || !isJsonObject(json)) return tags;
  for (const [key, value] of Object.entries(json)) if (typeof value === 'string') tags[key] = value;
  return tags;
}
