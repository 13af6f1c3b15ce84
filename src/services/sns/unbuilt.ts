const PHONES = 'no messages go to phones: that needs a carrier';
const PUSH = 'no push notifications are sent: that needs the makers of phones';
const DATA_PROTECTION = 'data protection policies are not built';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  (
    [
      ['CheckIfPhoneNumberIsOptedOut', PHONES],
      ['CreatePlatformApplication', PUSH],
      ['CreatePlatformEndpoint', PUSH],
      ['CreateSMSSandboxPhoneNumber', PHONES],
      ['DeleteEndpoint', PUSH],
      ['DeletePlatformApplication', PUSH],
      ['DeleteSMSSandboxPhoneNumber', PHONES],
      ['GetDataProtectionPolicy', DATA_PROTECTION],
      ['GetEndpointAttributes', PUSH],
      ['GetPlatformApplicationAttributes', PUSH],
      ['GetSMSAttributes', PHONES],
      ['GetSMSSandboxAccountStatus', PHONES],
      ['ListEndpointsByPlatformApplication', PUSH],
      ['ListOriginationNumbers', PHONES],
      ['ListPhoneNumbersOptedOut', PHONES],
      ['ListPlatformApplications', PUSH],
      ['ListSMSSandboxPhoneNumbers', PHONES],
      ['OptInPhoneNumber', PHONES],
      ['PutDataProtectionPolicy', DATA_PROTECTION],
      ['SetEndpointAttributes', PUSH],
      ['SetPlatformApplicationAttributes', PUSH],
      ['SetSMSAttributes', PHONES],
      ['VerifySMSSandboxPhoneNumber', PHONES],
    ] as const
  ).map(([name, reason]) => [name, reason]),
);
