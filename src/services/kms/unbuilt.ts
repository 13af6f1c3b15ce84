const stores = 'custom key stores are not built';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['CreateCustomKeyStore', stores],
  ['DescribeCustomKeyStores', stores],
  ['UpdateCustomKeyStore', stores],
  ['DeleteCustomKeyStore', stores],
  ['ConnectCustomKeyStore', stores],
  ['DisconnectCustomKeyStore', stores],
]);
