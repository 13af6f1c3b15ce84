import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Tags } from '../../core/tags.ts';
import type { Federation, SessionGrant, SessionSubject } from './port.ts';

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
    ...(grant.mfaAt === undefined ? {} : { f: grant.mfaAt }),
    ...(grant.federation === undefined ? {} : { d: federationToJson(grant.federation) }),
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
    case 'federated': {
      const { name, userName, userId } = subject;
      return userName === undefined || userId === undefined
        ? ['f', name]
        : ['f', name, userName, userId];
    }
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
  const mfaAt = json['f'];
  const federation = federationFromJson(json['d']);
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
    ...(typeof mfaAt === 'number' ? { mfaAt } : {}),
    ...(federation === undefined ? {} : { federation }),
  };
}

function subjectFromJson(json: JsonValue | undefined): SessionSubject | undefined {
  const [type, name, id, arn, sessionName] = texts(json);
  if (type === 'R') return { type: 'root' };
  if (type === 'f' && name !== undefined) {
    if (id === undefined || arn === undefined) return { type: 'federated', name };
    return { type: 'federated', name, userName: id, userId: arn };
  }
  if (name === undefined || id === undefined) return undefined;
  if (type === 'u') return { type: 'user', name, id };
  if (type !== 'r' || arn === undefined || sessionName === undefined) return undefined;
  return { type: 'role', name, id, arn, sessionName };
}

function federationToJson({ kind, provider, conditions }: Federation): JsonValue {
  return { k: kind, p: provider, c: conditions };
}

function federationFromJson(json: JsonValue | undefined): Federation | undefined {
  if (!isJsonObject(json)) return undefined;
  const { k: kind, p: provider, c: kept } = json;
  if ((kind !== 'web' && kind !== 'saml') || typeof provider !== 'string') return undefined;
  const entries = Object.entries(isJsonObject(kept) ? kept : {});
  const conditions = Object.fromEntries(entries.map(([key, value]) => [key, texts(value)]));
  return { kind, provider, conditions };
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
