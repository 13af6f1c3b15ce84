import { parseAddress, parseNetwork } from './address.ts';
import { NetworkTrie } from './network-trie.ts';

const NETWORKS_MAX = 200_000;

/**
 * A list of networks: one in CIDR notation (or one address) a line; from `#` on a line is a comment. Errors: an Error with a
 * sentence that names the line, for what is neither; for more than 200,000.
 */
export function readAddressList(text: string): NetworkTrie {
  const networks: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const [entry = ''] = line.split('#', 1);
    const written = entry.trim();
    if (written === '') continue;
    const network = networkOf(written);
    if (network === undefined) {
      throw new Error(`line ${index + 1} is neither a network (192.0.2.0/24) nor an address`);
    }
    networks.push(network);
    if (networks.length > NETWORKS_MAX) {
      throw new Error(`it names more than ${NETWORKS_MAX} networks`);
    }
  }
  return new NetworkTrie(networks);
}

function networkOf(written: string): string | undefined {
  if (written.includes('/')) return parseNetwork(written) === undefined ? undefined : written;
  if (parseAddress(written) === undefined) return undefined;
  return `${written}/${written.includes(':') ? 128 : 32}`;
}
