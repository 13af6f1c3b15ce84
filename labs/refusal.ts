import { describeError, refusalOf, type Narrator } from './narration.ts';

/** Makes a call that must be refused: shows the answer, and checks its code and a part of its text. Gives the request's id. */
export async function mustRefuse(
  narrator: Narrator,
  claim: string,
  call: Promise<unknown>,
  expected: { readonly code: string; readonly text?: string },
): Promise<string> {
  const refusal = await refusalOf(call);
  narrator.show('answer', describeError(refusal ?? 'accepted'));
  const { code, text = '' } = expected;
  narrator.check(
    claim,
    refusal?.name === code && refusal.message.includes(text),
    () => `expected ${code}: ${text}`,
  );
  return requestIdOf(refusal);
}

function requestIdOf(refusal: Error | undefined): string {
  if (refusal === undefined || !('$metadata' in refusal)) return '';
  const metadata = refusal.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('requestId' in metadata)) return '';
  return String(metadata.requestId);
}
