import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { type Recorder, recorders } from './state.ts';

/** The scope of an account's recorders, whatever their Region. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}

export function recorderIn(unit: Unit, { account, region }: Scope): Promise<Recorder | undefined> {
  return unit.view(accountScope(account)).get(recorders, region);
}

export function putRecorder(unit: Unit, account: string, recorder: Recorder): void {
  unit.view(accountScope(account)).put(recorders, recorder.region, recorder);
}

/** The recorders of an account that record now. */
export async function recordingIn(unit: Unit, account: string): Promise<readonly Recorder[]> {
  const { items } = await unit.view(accountScope(account)).list(recorders, { limit: 100 });
  return items.map(({ document }) => document).filter(({ isRecording }) => isRecording);
}
