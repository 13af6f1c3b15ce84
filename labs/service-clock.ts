/**
 * Moves the service time of a server in dev mode forward, by an ISO 8601 duration: `P1Y`. Resolves when all that fell due
 * on the way has been done. Errors: what the server answered.
 */
export async function advanceClock(url: string, duration: string): Promise<void> {
  const body = JSON.stringify({ advance: duration });
  const answer = await fetch(`${url}/_holdfast/clock`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the clock did not move: ${await answer.text()}`);
}
