/** The payload of jobs that are about one thing: its id. */
export function payloadOf(id: string): string {
  return JSON.stringify({ id });
}

export function idOf(payload: string): string {
  const value: unknown = JSON.parse(payload);
  if (typeof value === 'object' && value !== null && 'id' in value) {
    if (typeof value.id === 'string') return value.id;
  }
  throw new Error('the job says not what it is about');
}
