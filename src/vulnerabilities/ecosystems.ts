import { comparePython } from './versions/python.ts';
import { compareSemantic } from './versions/semantic.ts';

/** Where packages come from, as OSV names it. */
export type Ecosystem = 'npm' | 'PyPI';

/** Negative: the first version comes before the second. Undefined: they can't be compared. */
export type Comparison = (left: string, right: string) => number | undefined;

interface EcosystemRules {
  readonly compare: Comparison;
  /** A package's name, so that two spellings of one are the same. */
  readonly nameOf: (name: string) => string;
}

const RULES: Readonly<Record<Ecosystem, EcosystemRules>> = {
  npm: { compare: compareSemantic, nameOf: (name) => name },
  PyPI: {
    compare: comparePython,
    nameOf: (name) => name.toLowerCase().replaceAll(/[-_.]+/g, '-'),
  },
};

export function rulesOf(ecosystem: Ecosystem): EcosystemRules {
  return RULES[ecosystem];
}

/** Undefined: packages of that kind are not read here. */
export function ecosystemNamed(name: string): Ecosystem | undefined {
  return name === 'npm' || name === 'PyPI' ? name : undefined;
}
