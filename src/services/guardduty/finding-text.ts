import type { Finding } from '../../../models/guardduty/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

/** Names that JSON texts write otherwise than by a lower first letter. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Latitude', 'lat'],
  ['Longitude', 'lon'],
]);

/** A finding as event buses, exported files and criteria have it: names begin in lower case. */
export function findingText(finding: Finding, additional: JsonObject): JsonObject {
  const plain: JsonValue = JSON.parse(JSON.stringify(finding));
  const lower = lowered(plain);
  const text = isJsonObject(lower) ? lower : {};
  const service = isJsonObject(text['service']) ? text['service'] : {};
  const value = JSON.stringify(additional);
  return {
    ...text,
    service: { ...service, additionalInfo: { ...additional, value, type: 'default' } },
  };
}

function lowered(value: JsonValue): JsonValue {
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([name, inner]): [string, JsonValue | undefined] => [
      nameOf(name),
      inner === undefined ? undefined : lowered(inner),
    ]);
    return Object.fromEntries(members);
  }
  return Array.isArray(value) ? value.map(lowered) : value;
}

/** Keys of maps that are types of resources stay as they are. */
function nameOf(name: string): string {
  if (name.includes(':')) return name;
  return NAMES.get(name) ?? `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}
