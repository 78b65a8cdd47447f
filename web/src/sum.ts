// The reasons of a sum in the language of the page. A reason comes as an English sentence made of parts ("The mayor:
// Blue holds it; told by residents (ratio 3)"); each part is known by the words of `terms` in English, and said in
// those of the language. A part that is not known stays as it came, and is marked as English where it is shown.
import { dayOf, longOf } from './days';
import { fill, language, named, numbered, t } from './messages';
import { en } from './messages/en';
import { partyWords } from './words';

/** A part of a reason: words of the page, or words as they were recorded. */
export interface Part {
  words: string;
  recorded: boolean;
}

const BETWEEN = '; ';
const NUMBERS = ['n', 'm'];
type Words = Readonly<Record<string, string>>;

const own = (words: string): Part => ({ words, recorded: false });
const recorded = (words: string): Part => ({ words, recorded: true });

/** A sentence with {names} as a pattern that finds what stands for them. */
function patternOf(sentence: string): RegExp {
  const escaped = sentence.replaceAll(/[\\^$.*+?()[\]|]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${NUMBERS.includes(name) ? '[\\d.]+' : '.+'})`)}$`);
}

const patternsOf = (words: Words): [string, RegExp][] => Object.entries(words).map(([key, sentence]) => [key, patternOf(sentence)]);
const keysOf = (words: Words): Map<string, string> => new Map(Object.entries(words).map(([key, sentence]) => [sentence, key]));

const FIXED = keysOf(en.terms.fixed);
const PATTERNS = patternsOf(en.terms.patterns);
const WEIGHTS = patternsOf(en.terms.weights).reverse(); // the longer ones first
const NAMED: Record<string, Map<string, string>> = {
  ...{ whose: keysOf(en.terms.whose), voice: keysOf(en.terms.voices), part: keysOf(en.terms.parts) },
  factuality: keysOf(en.claims.factuality),
};
const UNNAMED = /^somebody who is not named (?<act>.+)$/;
type Act = 'holdsNot' | 'holds' | 'attacks' | 'inside' | 'near' | 'notInside' | 'fighting' | 'fightingNear' | 'noFighting' | 'contested' | 'notContested';
const ACTS: [key: Act, pattern: RegExp][] = [
  ['inside', /^(?<party>.+) (?:is|are) inside it, not said to hold it$/],
  ['near', /^(?<party>.+) (?:is|are) near it, not said to be inside$/],
  ['notInside', /^(?<party>.+) (?:is|are) not inside it$/],
  ['holdsNot', /^(?<party>.+) do(?:es)? not hold it$/],
  ['holds', /^(?<party>.+) holds? it$/],
  ['attacks', /^(?<party>.+) attacks? it$/],
  ['fighting', /^there is fighting inside it$/],
  ['fightingNear', /^there is fighting near it$/],
  ['noFighting', /^there is no fighting inside it$/],
  ['contested', /^it is contested$/],
  ['notContested', /^it is not contested$/],
];

/** A reason in its parts, in the language of the page. */
export function reasonParts(label: string): Part[] {
  if (language.value === 'en') return [own(label)];
  const told = label.split(BETWEEN).map(partsOf);
  return told.flatMap((parts, index) => (index === 0 ? parts : [own(t().terms.join), ...parts]));
}

function partsOf(words: string): Part[] {
  const weight = WEIGHTS.map(([key, pattern]) => [key, pattern.exec(words)?.groups] as const).find(([, groups]) => groups !== undefined);
  if (weight?.[1] === undefined) return saidOf(words) ?? [recorded(words)];
  const [key, groups] = weight;
  const inner = saidOf(key === 'profile' ? `${groups['words']}` : (groups['words'] ?? ''));
  return inner === null ? [recorded(words)] : filled(t().terms.weights[key as keyof typeof en.terms.weights], { ...valuesOf(groups), words: inner });
}

/** What is known of the words; null where nothing is. */
function saidOf(words: string): Part[] | null {
  const fixed = FIXED.get(words);
  if (fixed !== undefined) return [own(t().terms.fixed[fixed as keyof typeof en.terms.fixed])];
  for (const [key, pattern] of PATTERNS) {
    const groups = pattern.exec(words)?.groups;
    const values = groups === undefined ? null : knownValues(groups);
    if (values !== null) return filled(t().terms.patterns[key as keyof typeof en.terms.patterns], values);
  }
  return null;
}

/** The values of a pattern; null where one that is of a closed list is not in it. */
function knownValues(groups: Record<string, string>): Record<string, Part[]> | null {
  const values = valuesOf(groups);
  return Object.values(values).includes(null) ? null : (values as Record<string, Part[]>);
}

const valuesOf = (groups: Record<string, string>): Record<string, Part[] | null> =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, valueOf(name, value)]));

function valueOf(name: string, value: string): Part[] | null {
  if (NUMBERS.includes(name)) return [own(plainNumber(value))];
  if (name === 'position') return positionOf(value);
  if (name === 'who') return [value.toLowerCase() === en.terms.report ? own(t().terms.report) : recorded(value)];
  if (name === 'day') {
    const day = dayOf(value);
    return day === null ? null : [own(longOf(day))];
  }
  const key = NAMED[name]?.get(value);
  if (NAMED[name] === undefined) return [recorded(value)];
  return key === undefined ? null : [own(listOf(name)[key] ?? value)];
}

function listOf(name: string): Words {
  const { whose, voices, parts } = t().terms;
  return { whose, voice: voices, part: parts, factuality: t().claims.factuality }[name] ?? {};
}

/** A number with as many digits behind the point as it was given with. */
function plainNumber(value: string): string {
  const digits = value.split('.')[1]?.length ?? 0;
  return numbered(Number(value), { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** What is said of a place, from its English words; null where they are none. */
function positionOf(words: string): Part[] | null {
  const unnamed = UNNAMED.exec(words)?.groups?.['act'];
  const given = unnamed === undefined ? words : `${t().positions.somebody} ${unnamed}`;
  for (const [key, pattern] of ACTS) {
    const found = pattern.exec(given);
    if (found === null) continue;
    const party = found.groups?.['party'];
    return [own(party === undefined ? t().positions[key] : fill(t().positions[key], { party: named(partyWords(party)) }))];
  }
  return null;
}

/** A sentence with its {names} filled in with parts. */
function filled(sentence: string, values: Record<string, Part[] | null>): Part[] {
  return sentence.split(/\{(\w+)\}/).flatMap((words, index) => {
    if (index % 2 === 1) return values[words] ?? [recorded(words)];
    return words === '' ? [] : [own(words)];
  });
}

/** Of what a sum is told: a party, that a place is contested, or a party that is not named. */
export const explainedWords = (state: string): string => (state === 'contested' ? t().marks.contested.label : partyWords(state));
