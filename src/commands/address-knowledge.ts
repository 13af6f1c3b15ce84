import { type UpConfig, UsageError } from '../config/up-config.ts';
import {
  AddressDatabase,
  asnsOf,
  organizationsOf,
  placesOf,
} from '../firewall/addresses/address-database.ts';
import { readAddressList } from '../firewall/addresses/address-list.ts';
import {
  ADDRESS_LISTS,
  type AddressKnowledge,
  type AddressListName,
} from '../firewall/addresses/knowledge.ts';
import type { NetworkTrie } from '../firewall/addresses/network-trie.ts';
import { bytesOf, told } from './operator-files.ts';

const DATABASE_BYTES_MAX = 1_073_741_824;
const LIST_BYTES_MAX = 16_777_216;

type Files = Pick<UpConfig, 'geoDatabase' | 'asnDatabase' | 'addressLists'>;

/** Reads what the firewall and GuardDuty are told of addresses. Errors: UsageError with a sentence that names option and file. */
export async function addressKnowledge(files: Files): Promise<AddressKnowledge> {
  const { geoDatabase: geo, asnDatabase: asn } = files;
  const opened =
    geo === undefined
      ? undefined
      : await told(`--geo-database ${geo}`, async () => {
          const database = await openDatabase(geo);
          return { database, placeOf: placesOf(database) };
        });
  const networks =
    asn === undefined
      ? undefined
      : await told(`--asn-database ${asn}`, async () => {
          const isSame = asn === geo && opened !== undefined;
          const database = isSame ? opened.database : await openDatabase(asn);
          return { asnOf: asnsOf(database), organizationOf: organizationsOf(database) };
        });
  return {
    ...(opened === undefined ? {} : { placeOf: opened.placeOf }),
    ...networks,
    lists: await readLists(files.addressLists),
  };
}

async function openDatabase(file: string): Promise<AddressDatabase> {
  return AddressDatabase.open(await bytesOf(file, DATABASE_BYTES_MAX));
}

async function readLists(
  files: Files['addressLists'],
): Promise<ReadonlyMap<AddressListName, NetworkTrie>> {
  const lists = new Map<AddressListName, NetworkTrie>();
  for (const [given, file] of files) {
    const name = ADDRESS_LISTS.find((one) => one === given);
    if (name === undefined) {
      const known = ADDRESS_LISTS.join(', ');
      throw new UsageError(`--address-list knows the lists ${known}; not '${given}'`);
    }
    const list = await told(`--address-list ${name}=${file}`, async () =>
      readAddressList((await bytesOf(file, LIST_BYTES_MAX)).toString('utf8')),
    );
    lists.set(name, list);
  }
  return lists;
}
