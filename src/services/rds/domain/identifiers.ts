const IDENTIFIER = /^[A-Za-z](?:-?[A-Za-z0-9])*$/;
const IDENTIFIER_CHARACTERS_MAX = 63;
const CLASS = /^db\.[a-z0-9-]+\.[a-z0-9-]+$/;

export function identifierFault(member: string, identifier: string): string | undefined {
  if (identifier.length > IDENTIFIER_CHARACTERS_MAX) {
    return `The parameter ${member} is not a valid identifier because it is longer than ${IDENTIFIER_CHARACTERS_MAX} characters.`;
  }
  if (IDENTIFIER.test(identifier)) return undefined;
  return (
    `The parameter ${member} is not a valid identifier. Identifiers must begin with a letter; must contain only ` +
    'ASCII letters, digits, and hyphens; and must not end with a hyphen or contain two consecutive hyphens.'
  );
}

export function isInstanceClass(name: string): boolean {
  return name === 'db.serverless' || CLASS.test(name);
}
