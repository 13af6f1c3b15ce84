import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

export function readPayload(payload: string): JsonObject {
  const value: JsonValue = JSON.parse(payload);
  if (!isJsonObject(value)) throw new Error('the job has no payload');
  return value;
}

export function keyIdOf(payload: string): string {
  const keyId = readPayload(payload)['keyId'];
  if (typeof keyId !== 'string') throw new Error('the job names no key');
  return keyId;
}
