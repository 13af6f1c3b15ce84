import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

export function readPayload(payload: string): JsonObject {
  const value: JsonValue = JSON.parse(payload);
  if (!isJsonObject(value)) throw new Error('the job has no payload');
  return value;
}

export function textIn(payload: string, name: string): string {
  const value = readPayload(payload)[name];
  if (typeof value !== 'string') throw new Error(`the job names no ${name}`);
  return value;
}
