/** The letters of zones where they are not a, b and c. Source: AWS, "Availability Zones". */
const LETTERS: Readonly<Record<string, string>> = {
  'us-east-1': 'abcdef',
  'us-west-1': 'ac',
  'us-west-2': 'abcd',
  'ca-central-1': 'abd',
  'ap-northeast-1': 'acd',
  'ap-northeast-2': 'abcd',
};

const DIRECTIONS: readonly (readonly [word: string, letters: string])[] = [
  ['north', 'n'],
  ['south', 's'],
  ['central', 'c'],
  ['east', 'e'],
  ['west', 'w'],
];

export interface Zone {
  /** `us-east-1a`. */
  readonly name: string;
  /** `use1-az1`: the same for every account here. */
  readonly id: string;
}

export function zonesOf(region: string): readonly Zone[] {
  const letters = LETTERS[region] ?? 'abc';
  const prefix = prefixOf(region);
  return Array.from(letters, (letter, index) => ({
    name: `${region}${letter}`,
    id: `${prefix}-az${index + 1}`,
  }));
}

export function isZoneOf(region: string, name: string): boolean {
  return zonesOf(region).some((zone) => zone.name === name);
}

/** `us-gov-west-1` is `usgw1`, `ap-northeast-2` is `apne2`. */
function prefixOf(region: string): string {
  const [area = '', ...words] = region.split('-');
  return area + words.map(shortened).join('');
}

function shortened(word: string): string {
  if (word === 'gov') return 'g';
  let short = word;
  for (const [direction, letters] of DIRECTIONS) short = short.replace(direction, letters);
  return short;
}
