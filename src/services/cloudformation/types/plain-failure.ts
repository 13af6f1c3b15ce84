import { ServiceError } from '../../../core/errors.ts';

/** Why a step failed, in words that stand in its event as they are. */
export class PlainFailure extends ServiceError {
  constructor(text: string) {
    super('ResourceFailed', text);
  }
}
