import {
  DeleteAccountPasswordPolicyCommand,
  IAMClient,
  UpdateAccountPasswordPolicyCommand,
} from '@aws-sdk/client-iam';
import { expect, test } from 'vitest';
import {
  AddressDatabase,
  asnsOf,
  organizationsOf,
  placesOf,
} from '../../../src/firewall/addresses/address-database.ts';
import type { AddressKnowledge } from '../../../src/firewall/addresses/knowledge.ts';
import { mmdb } from '../../firewall/mmdb.ts';
import { startServer } from '../../server.ts';
import { found, guarded } from './bench.ts';

const PLACES = mmdb({
  '127.0.0.0/8': {
    country: { iso_code: 'CH', names: { en: 'Switzerland' } },
    city: { names: { en: 'Zurich' } },
  },
});
const NETWORKS = mmdb({
  '127.0.0.0/8': {
    autonomous_system_number: 64_496,
    autonomous_system_organization: 'Example Networks',
  },
});

async function remoteOf(addressKnowledge?: AddressKnowledge) {
  const server = await startServer(addressKnowledge === undefined ? {} : { addressKnowledge });
  try {
    const guard = await guarded(server);
    const iam = new IAMClient(server.client(guard.account));
    await iam.send(new UpdateAccountPasswordPolicyCommand({ MinimumPasswordLength: 14 }));
    await iam.send(new DeleteAccountPasswordPolicyCommand({}));
    const finding = await found(guard, 'Stealth:IAMUser/PasswordPolicyChange', 2);
    return finding.Service?.Action?.AwsApiCallAction?.RemoteIpDetails;
  } finally {
    await server.close();
  }
}

test('findings tell where an address is and whose, by the databases that are loaded', async () => {
  const networks = await AddressDatabase.open(NETWORKS);
  expect(
    await remoteOf({
      placeOf: placesOf(await AddressDatabase.open(PLACES)),
      asnOf: asnsOf(networks),
      organizationOf: organizationsOf(networks),
      lists: new Map(),
    }),
  ).toEqual({
    IpAddressV4: '127.0.0.1',
    Country: { CountryName: 'Switzerland' },
    City: { CityName: 'Zurich' },
    Organization: {
      Asn: '64496',
      AsnOrg: 'Example Networks',
      Org: 'Example Networks',
      Isp: 'Example Networks',
    },
  });
});

test('findings tell nothing of an address where no database is loaded', async () => {
  expect(await remoteOf()).toEqual({ IpAddressV4: '127.0.0.1' });
});
