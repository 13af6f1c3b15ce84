/**
 * Input that does not have its declared form. Codecs throw it; each protocol turns it into the
 * error of its own name (SerializationException, MalformedInput, MalformedXML).
 */
export class MalformedValue extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MalformedValue';
  }
}

const NOUNS: ReadonlyMap<string, string> = new Map([
  ['string', 'a String'],
  ['boolean', 'a Boolean'],
  ['byte', 'a Byte'],
  ['short', 'a Short'],
  ['integer', 'an Integer'],
  ['long', 'a Long'],
  ['float', 'a Float'],
  ['double', 'a Double'],
  ['bigInteger', 'a BigInteger'],
  ['bigDecimal', 'a BigDecimal'],
  ['blob', 'a Blob'],
  ['timestamp', 'milliseconds since epoch'],
]);

/** The sentence AWS's parsers answer with when `value` stands where a `type` belongs. */
export function mismatch(value: unknown, type: string): MalformedValue {
  if (Array.isArray(value)) return new MalformedValue('Start of list found where not expected');
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return new MalformedValue(`NUMBER_VALUE can not be converted to ${NOUNS.get(type) ?? type}`);
    case 'string':
      return new MalformedValue(`STRING_VALUE can not be converted to ${NOUNS.get(type) ?? type}`);
    case 'boolean': {
      const token = value ? 'TRUE_VALUE' : 'FALSE_VALUE';
      return new MalformedValue(`${token} can not be converted to ${NOUNS.get(type) ?? type}`);
    }
    default:
      return value === null || value === undefined
        ? new MalformedValue(`NULL_VALUE can not be converted to ${NOUNS.get(type) ?? type}`)
        : new MalformedValue('Start of structure or map found where not expected.');
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
