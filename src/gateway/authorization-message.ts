import { isJsonObject, type JsonObject } from '../core/json.ts';
import type { Decided } from './authorization.ts';

/** Seals JSON into text that only this installation opens. */
export interface MessageSealer {
  seal(content: JsonObject): string;
  open(text: string): JsonObject | undefined;
}

/** Apart from sessions, which the same key seals: a token must never be read as a message. */
const NAME = 'authorizationMessage';

/** The encoded message that EC2 appends to its denials: who may decode it sees what was weighed. */
export function encodeDenial(sealer: MessageSealer, { request, decision }: Decided): string {
  const { principal } = request;
  const weighed = decision.explain().filter(({ matched }) => matched);
  const message: JsonObject = {
    allowed: decision.allowed,
    explicitDeny: decision.reason.outcome === 'explicitDeny',
    matchedStatements: {
      items: weighed.map((statement) => ({
        statementId: statement.sid ?? '',
        effect: statement.effect.toUpperCase(),
        policyType: statement.policyType,
        ...(statement.policyArn === undefined ? {} : { policyArn: statement.policyArn }),
      })),
    },
    failures: { items: [] },
    context: {
      principal: {
        id: principal.principalId,
        ...(principal.userName === undefined ? {} : { name: principal.userName }),
        arn: principal.arn,
      },
      action: request.action,
      resource: request.resource,
      conditions: { items: [] },
    },
  };
  return sealer.seal({ [NAME]: message });
}

/** What `encodeDenial` sealed; undefined for anything else. */
export function decodeDenial(sealer: MessageSealer, text: string): JsonObject | undefined {
  const message = sealer.open(text)?.[NAME];
  return message !== undefined && isJsonObject(message) ? message : undefined;
}
