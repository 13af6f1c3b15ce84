import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

/** The members of a CloudTrail record that lookups ask for. */
export interface RecordSummary {
  readonly eventID: string;
  readonly eventName: string;
  readonly eventSource: string;
  /** `2026-11-24T12:00:00Z`. */
  readonly eventTime: string;
  readonly readOnly: boolean;
  readonly accessKeyId: string | undefined;
  readonly userIdentity: JsonObject;
  readonly resources: readonly { readonly type: string; readonly ARN: string }[];
}

export function readRecord(text: string): RecordSummary {
  const record: JsonValue = JSON.parse(text);
  const members = isJsonObject(record) ? record : {};
  const identity = members['userIdentity'];
  const userIdentity = isJsonObject(identity) ? identity : {};
  const accessKeyId = userIdentity['accessKeyId'];
  return {
    eventID: textOf(members['eventID']),
    eventName: textOf(members['eventName']),
    eventSource: textOf(members['eventSource']),
    eventTime: textOf(members['eventTime']),
    readOnly: members['readOnly'] === true,
    accessKeyId: typeof accessKeyId === 'string' ? accessKeyId : undefined,
    userIdentity,
    resources: resourcesOf(members['resources']),
  };
}

/** The name lookups know a caller by: the user, the role's session, or `root`. */
export function userNameOf(record: RecordSummary): string | undefined {
  const { userIdentity } = record;
  if (userIdentity['type'] === 'Root') return 'root';
  if (typeof userIdentity['userName'] === 'string') return userIdentity['userName'];
  const session = textOf(userIdentity['principalId']).split(':')[1];
  return session === undefined || session === '' ? undefined : session;
}

function resourcesOf(value: JsonValue | undefined): RecordSummary['resources'] {
  if (!Array.isArray(value)) return [];
  return value
    .filter(isJsonObject)
    .map((resource) => ({ type: textOf(resource['type']), ARN: textOf(resource['ARN']) }));
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
