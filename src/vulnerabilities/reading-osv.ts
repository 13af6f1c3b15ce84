import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Advisory, Affected, Range, RangeEvent, Reference } from './advisory.ts';
import { ecosystemNamed, rulesOf } from './ecosystems.ts';

/** What a record may hold. More of anything is refused, never cut off unseen. */
const LISTED_MAX = 20_000;
const TEXT_MAX = 262_144;

/** What can't be read. The message names the record, and what is wrong with it. */
export class MalformedAdvisory extends Error {}

function listAt(object: JsonObject, name: string): readonly JsonValue[] {
  const value = object[name];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new MalformedAdvisory(`${name} is no list`);
  if (value.length > LISTED_MAX) {
    throw new MalformedAdvisory(`${name} has more than ${LISTED_MAX} entries`);
  }
  return value;
}

function textAt(object: JsonObject, name: string): string | undefined {
  const value = object[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new MalformedAdvisory(`${name} is no text`);
  if (value.length > TEXT_MAX) {
    throw new MalformedAdvisory(`${name} is longer than ${TEXT_MAX} characters`);
  }
  return value;
}

function textsAt(object: JsonObject, name: string): readonly string[] {
  return listAt(object, name).flatMap((value) => (typeof value === 'string' ? [value] : []));
}

function objectsAt(object: JsonObject, name: string): readonly JsonObject[] {
  return listAt(object, name).filter(isJsonObject);
}

function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : {};
}

function instantAt(object: JsonObject, name: string): number | undefined {
  const text = textAt(object, name);
  if (text === undefined) return undefined;
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) throw new MalformedAdvisory(`${name} is no time`);
  return instant;
}

const EVENTS = [
  ['introduced', 'introduced'],
  ['fixed', 'fixed'],
  ['last_affected', 'lastAffected'],
  ['limit', 'limit'],
] as const;

function eventsOf(range: JsonObject): readonly RangeEvent[] {
  return objectsAt(range, 'events').flatMap((event) =>
    EVENTS.flatMap(([member, kind]) => {
      const version = textAt(event, member);
      return version === undefined ? [] : [{ kind, version }];
    }),
  );
}

function rangesOf(affected: JsonObject): readonly Range[] {
  return objectsAt(affected, 'ranges').flatMap((range) => {
    const type = range['type'];
    if (type !== 'ECOSYSTEM' && type !== 'SEMVER') return [];
    return [{ type, events: eventsOf(range) }];
  });
}

/** Packages of other ecosystems are passed over. */
function affectedOf(record: JsonObject): readonly Affected[] {
  return objectsAt(record, 'affected').flatMap((affected) => {
    const named = objectAt(affected, 'package');
    // `Debian:11`: what stands behind the colon is a release of it.
    const ecosystem = ecosystemNamed(textAt(named, 'ecosystem')?.split(':')[0] ?? '');
    const name = textAt(named, 'name');
    if (ecosystem === undefined || name === undefined) return [];
    return [
      {
        ecosystem,
        name: rulesOf(ecosystem).nameOf(name),
        versions: textsAt(affected, 'versions'),
        ranges: rangesOf(affected),
      },
    ];
  });
}

/** Of the record, and where that says nothing of its packages. */
function vectorsOf(record: JsonObject): readonly string[] {
  const of = (object: JsonObject): readonly string[] =>
    objectsAt(object, 'severity').flatMap((severity) => textAt(severity, 'score') ?? []);
  const own = of(record);
  return own.length > 0 ? own : objectsAt(record, 'affected').flatMap(of);
}

function referencesOf(record: JsonObject): readonly Reference[] {
  return objectsAt(record, 'references').flatMap((reference) => {
    const url = textAt(reference, 'url');
    return url === undefined ? [] : [{ type: textAt(reference, 'type') ?? 'WEB', url }];
  });
}

/**
 * An advisory as OSV writes it. Undefined: it was withdrawn, or is of no package that is known here.
 * Errors: MalformedAdvisory.
 */
export function advisoryOf(record: JsonValue): Advisory | undefined {
  if (!isJsonObject(record)) throw new MalformedAdvisory('an advisory is no object');
  const id = textAt(record, 'id');
  if (id === undefined || !/^[\x21-\x7e]{1,128}$/.test(id)) {
    throw new MalformedAdvisory('an advisory has no id');
  }
  try {
    return read(record, id);
  } catch (error) {
    if (!(error instanceof MalformedAdvisory)) throw error;
    throw new MalformedAdvisory(`${id}: ${error.message}`, { cause: error });
  }
}

function read(record: JsonObject, id: string): Advisory | undefined {
  if (instantAt(record, 'withdrawn') !== undefined) return undefined;
  const affected = affectedOf(record);
  if (affected.length === 0) return undefined;
  const published = instantAt(record, 'published');
  const modified = instantAt(record, 'modified');
  const specific = objectAt(record, 'database_specific');
  const severity = specific['severity'];
  return {
    id,
    aliases: textsAt(record, 'aliases'),
    related: textsAt(record, 'related'),
    summary: textAt(record, 'summary') ?? '',
    details: textAt(record, 'details') ?? '',
    vectors: vectorsOf(record),
    weaknesses: textsAt(specific, 'cwe_ids'),
    references: referencesOf(record),
    affected,
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(typeof severity === 'string' ? { publisherSeverity: severity } : {}),
  };
}

/** Advisories of a file: one object, a list of them, or one a line. Errors: MalformedAdvisory. */
export function advisoriesIn(text: string): readonly Advisory[] {
  return recordsIn(text).flatMap((record) => advisoryOf(record) ?? []);
}

function recordsIn(text: string): readonly JsonValue[] {
  const whole = parsed(text);
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const record = parsed(line);
    if (record === undefined) throw new MalformedAdvisory(`line ${at + 1} is no JSON`);
    return [record];
  });
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
