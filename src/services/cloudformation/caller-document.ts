import type { Caller, CallerSession } from '../../contract/identity.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { PrincipalIdentity } from '../../policy/types.ts';

/** A caller as it is kept while a stack is worked on. It holds no credentials: its permissions are looked up with each call. */
export function callerToJson(caller: Caller): JsonObject {
  const { conditions, identity, session, ...rest } = caller;
  return {
    ...rest,
    identity: { ...identity },
    conditions: Object.fromEntries(conditions),
    ...(session === undefined ? {} : { session: { ...session } }),
  };
}

export function callerFromJson(json: JsonObject): Caller {
  const { accessKeyId, userIdentity, conditions, session } = json;
  return {
    identity: identityOf(objectIn(json['identity'])),
    userIdentity: objectIn(userIdentity),
    conditions: new Map(
      Object.entries(objectIn(conditions)).map(([key, values]) => [key, texts(values)]),
    ),
    tags: textsByName(json['tags']),
    ...(typeof accessKeyId === 'string' ? { accessKeyId } : {}),
    ...(isJsonObject(session) ? { session: sessionOf(session) } : {}),
  };
}

const TYPES: readonly PrincipalIdentity['type'][] = [
  'Root',
  'IAMUser',
  'AssumedRole',
  'FederatedUser',
  'WebIdentity',
  'Saml',
  'AWSService',
  'Anonymous',
];

function identityOf(json: JsonObject): PrincipalIdentity {
  const type = TYPES.find((one) => one === json['type']);
  if (type === undefined) throw new Error('the caller of a stack is of no known type');
  const { roleArn, roleId, userName, service, userArn, userId, canonicalUserId } =
    textsByName(json);
  return {
    type,
    account: String(json['account']),
    arn: String(json['arn']),
    principalId: String(json['principalId']),
    ...(roleArn === undefined ? {} : { roleArn }),
    ...(roleId === undefined ? {} : { roleId }),
    ...(userName === undefined ? {} : { userName }),
    ...(service === undefined ? {} : { service }),
    ...(userArn === undefined ? {} : { userArn }),
    ...(userId === undefined ? {} : { userId }),
    ...(canonicalUserId === undefined ? {} : { canonicalUserId }),
  };
}

function sessionOf(json: JsonObject): CallerSession {
  const { sourceIdentity } = json;
  return {
    issued: Number(json['issued']),
    expires: Number(json['expires']),
    tags: textsByName(json['tags']),
    transitiveTagKeys: texts(json['transitiveTagKeys']),
    policies: texts(json['policies']),
    policyArns: texts(json['policyArns']),
    ...(typeof sourceIdentity === 'string' ? { sourceIdentity } : {}),
  };
}

function objectIn(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textsByName(value: JsonValue | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(objectIn(value)).flatMap(([name, text]) =>
    typeof text === 'string' ? [[name, text] as const] : [],
  );
  return Object.fromEntries(entries);
}
