import { type Address, parseNetwork } from './address.ts';

const ROOT = 0;
/** Marks a node below which every address belongs to the set. */
const ALL = -1;
const NONE = 0;

/**
 * A set of networks as a binary trie: a look-up reads at most 32 nodes for IPv4 and 128 for IPv6, whatever the size of the
 * set; a network that covers another swallows it.
 */
export class NetworkTrie {
  /** Two children a node: the number of a node, `NONE`, or `ALL`. IPv4 and IPv6 have a trie each. */
  readonly #tries = { 4: [NONE, NONE], 6: [NONE, NONE] };

  /** What is no network in CIDR notation is left out. */
  constructor(networks: Iterable<string>) {
    for (const text of networks) {
      const network = parseNetwork(text);
      if (network !== undefined) this.#add(network.address, network.prefix);
    }
  }

  has(address: Address): boolean {
    const children = this.#tries[address.version];
    const bits = address.version === 4 ? 32 : 128;
    let node = ROOT;
    for (let at = 0; at < bits; at += 1) {
      const child = children[node * 2 + bitOf(address, at)] ?? NONE;
      if (child === ALL) return true;
      if (child === NONE) return false;
      node = child;
    }
    return false;
  }

  #add(address: Address, prefix: number): void {
    const children = this.#tries[address.version];
    if (prefix === 0) {
      children.splice(0, children.length, ALL, ALL);
      return;
    }
    let node = ROOT;
    for (let at = 0; at < prefix; at += 1) {
      const place = node * 2 + bitOf(address, at);
      const child = children[place] ?? NONE;
      if (child === ALL) return;
      if (at === prefix - 1) {
        children[place] = ALL;
      } else if (child === NONE) {
        const made = children.length / 2;
        children.push(NONE, NONE);
        children[place] = made;
        node = made;
      } else {
        node = child;
      }
    }
  }
}

function bitOf(address: Address, at: number): number {
  return ((address.words[at >> 5] ?? 0) >>> (31 - (at & 31))) & 1;
}
