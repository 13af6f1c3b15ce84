const GRANT_ID = /^[0-9a-f]{64}$/;

export function isGrantId(text: string): boolean {
  return GRANT_ID.test(text);
}
