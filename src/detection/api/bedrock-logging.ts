import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';

const TYPE = 'DefenseEvasion:IAMUser/BedrockLoggingDisabled';

/** Calls of models are no longer logged. */
export const bedrockLogging: ApiDetector = {
  types: [TYPE],
  names: new Set(['DeleteModelInvocationLoggingConfiguration']),
  detect: (call) =>
    call.source === 'bedrock.amazonaws.com' && call.error === undefined
      ? [
          ofCall(call, {
            type: TYPE,
            severity: SEVERITY.medium,
            title: 'Amazon Bedrock model invocation logging was disabled.',
            description: `Logging of model invocations was disabled by ${nameOf(call)} calling ${call.name}.`,
          }),
        ]
      : [],
};
