import type { AcmOperation } from './authorization.ts';
import { conflict } from './errors.ts';
import { certificates, ONLY, settings } from './state.ts';
import { orderTending, WARNED_BEFORE_DAYS } from './tending-order.ts';

const PAGE = 500;

export const getAccountConfiguration: AcmOperation<'GetAccountConfiguration'> = {
  name: 'GetAccountConfiguration',
  access: 'read',
  authorize: async () => [{ action: 'acm:GetAccountConfiguration', resource: '*' }],
  handle: async (_input, { view }) => {
    const chosen = await view.get(settings, ONLY);
    return {
      ExpiryEvents: { DaysBeforeExpiry: chosen?.warnedBeforeDays ?? WARNED_BEFORE_DAYS },
    };
  },
};

/** The same token with other contents is a mistake of the caller's. */
export const putAccountConfiguration: AcmOperation<'PutAccountConfiguration'> = {
  name: 'PutAccountConfiguration',
  access: 'write',
  authorize: async () => [{ action: 'acm:PutAccountConfiguration', resource: '*' }],
  handle: async ({ ExpiryEvents, IdempotencyToken: token }, { unit, view, call }) => {
    const warned = ExpiryEvents?.DaysBeforeExpiry ?? WARNED_BEFORE_DAYS;
    const known = await view.get(settings, ONLY);
    if (known?.token === token) {
      if (known.warnedBeforeDays !== warned) {
        throw conflict('The idempotency token was used with other parameters.');
      }
      return {};
    }
    view.put(settings, ONLY, { warnedBeforeDays: warned, token });
    let after: { readonly key: string; readonly id: string } | undefined;
    do {
      const page = await view.list(certificates, { limit: PAGE, ...(after ? { after } : {}) });
      for (const { document } of page.items) {
        if (document.status === 'ISSUED') await orderTending(unit, document, call.now);
      }
      after = page.last;
    } while (after !== undefined);
    return {};
  },
};
