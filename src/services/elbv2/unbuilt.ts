const REASON =
  'Trust stores are not kept here, and capacity reservations and IP pools stand for what no machine here has';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  [
    'AddTrustStoreRevocations',
    'CreateTrustStore',
    'DeleteSharedTrustStoreAssociation',
    'DeleteTrustStore',
    'DescribeCapacityReservation',
    'DescribeTrustStoreAssociations',
    'DescribeTrustStoreRevocations',
    'DescribeTrustStores',
    'GetResourcePolicy',
    'GetTrustStoreCaCertificatesBundle',
    'GetTrustStoreRevocationContent',
    'ModifyCapacityReservation',
    'ModifyIpPools',
    'ModifyTrustStore',
    'RemoveTrustStoreRevocations',
  ].map((name) => [name, REASON]),
);
