const grants = 'grants are not built';
const imports = 'imported key material is not built';
const multiRegion = 'replicas of multi-Region keys are not built';
const stores = 'custom key stores are not built';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map([
  ['CreateGrant', grants],
  ['ListGrants', grants],
  ['ListRetirableGrants', grants],
  ['RetireGrant', grants],
  ['RevokeGrant', grants],
  ['GetParametersForImport', imports],
  ['ImportKeyMaterial', imports],
  ['DeleteImportedKeyMaterial', imports],
  ['ReplicateKey', multiRegion],
  ['UpdatePrimaryRegion', multiRegion],
  ['CreateCustomKeyStore', stores],
  ['DescribeCustomKeyStores', stores],
  ['UpdateCustomKeyStore', stores],
  ['DeleteCustomKeyStore', stores],
  ['ConnectCustomKeyStore', stores],
  ['DisconnectCustomKeyStore', stores],
  ['GetKeyLastUsage', 'the use of keys is not followed'],
]);
