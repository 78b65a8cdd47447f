import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../src/messages';
import { en } from '../src/messages/en';
import { shownSigns, tongueOf } from '../src/recorded';
import { explainedWords, reasonParts } from '../src/sum';
import { actWords, typeWords, valueWords } from '../src/words';

afterEach(() => speak('en'));

const ontology = (name: string): string => readFileSync(new URL(`../../src/whoholds/data/${name}.toml`, import.meta.url), 'utf-8');
const labelsIn = (name: string): string[] => [...ontology(name).matchAll(/^label = "(.+)"$/gm)].map(([, label]) => label ?? '');
const wordsOf = (label: string): string => reasonParts(label).map(({ words }) => words).join('');
const leftOf = (label: string): string[] => reasonParts(label).flatMap(({ words, recorded }) => (recorded ? [words] : []));

// What the explanations are made of, each with what stays as it is recorded.
const REASONS: [label: string, left: string[]][] = [
  ['before any report (prior)', []],
  ['before any report (prior): 0.90 for whose territory it is; it counts for more than all that is told', []],
  ['before any report (prior): 0.60 for the holder by the baseline', []],
  ['all the time between reports and since the last (ageing)', []],
  ['later reports', []],
  ['what is told of the places around (neighbours)', []],
  ['The mayor: Blue holds it; told by residents (ratio 3); could not be verified (power 0.5)', ['The mayor']],
  ['Two drivers: Blue rebels do not hold it; told by a monitor (ratio 2.5)', ['Two drivers']],
  ['Post: there is fighting inside it; counted as fighting inside the place (ratio 4); told as possible (power 0.25)', ['Post']],
  ['Post: Blue is inside it, not said to hold it; counted as fighting inside the place (ratio 4)', ['Post']],
  ['Post: Blue rebels are near it, not said to be inside; counted as fighting in the outskirts (ratio 1.5)', ['Post']],
  ['Post: somebody who is not named is inside it, not said to hold it', ['Post']],
  ['Post: there is fighting near it; the same voice said before that Blue is not inside it (weight × 1.50)', ['Post']],
  ['The report: somebody who is not named does not hold it; readers err too: counted as ratio 19', []],
  ['A clerk: it is contested; told by residents that somebody holds a place, without a day (ratio 2)', ['A clerk']],
  ['A clerk: on the day before, not yet (ratio 4, power 1); no more than the claim itself', ['A clerk']],
  ['A clerk: Blue attacks it; repeats what the report says of 2021-08-01 (weight × 0.05)', ['A clerk']],
  ['A clerk: Blue holds it; the same voice said before that it is not contested (weight × 1.50)', ['A clerk']],
  ['A clerk: Blue holds it; the same voice said so 3 days before (weight × 0.31)', ['A clerk']],
  ['A clerk: Blue holds it; this family of claimers has given its 1.5 nats of boasts (weight × 0.20)', ['A clerk']],
  ['A clerk: Blue holds it; told by residents; its claimer is graded B by an analyst (ratio 6)', ['A clerk', 'B']],
  ["A clerk: Blue holds it; its governor's office speaks for the whole (profile centre, power 0.9)", ['A clerk', 'centre']],
  ['A clerk: Blue holds it; more than half of it speaks for the whole (profile most, power 0.6)', ['A clerk', 'most']],
  ['A clerk: Blue holds it; told of the time before the change', ['A clerk']],
  ['words that nobody knows (ratio 3)', ['words that nobody knows (ratio 3)']],
];

describe.each(['fr', 'es', 'uk', 'fa', 'ar'] as const)('in %s', (code) => {
  it.each(REASONS)('says "%s"', async (label, left) => {
    await speak(code);
    expect(leftOf(label)).toEqual(left);
  });

  it('has words for every reason of the table of ratios', async () => {
    await speak(code);
    const labels = labelsIn('ontology/control');
    expect(labels.length).toBeGreaterThan(30);
    expect(labels.filter((label) => leftOf(`${label} (ratio 2)`).length > 0)).toEqual([]);
  });

  it('has words for every kind of part', async () => {
    await speak(code);
    const parts = labelsIn('lexicon/en/parts');
    expect(parts.filter((part) => leftOf(`its ${part} speaks for the whole (profile p, power 1)`).length !== 1)).toEqual([]);
  });
});

it('knows every type of event by the words of the ontology', () => {
  expect(Object.values(en.terms.types)).toEqual(labelsIn('ontology/events'));
  expect(Object.keys(en.terms.types)).toEqual([...ontology('ontology/events').matchAll(/^\[(\w+)\]$/gm)].map(([, type]) => type));
});

it('stays as it is recorded in English', () => {
  expect(REASONS.map(([label]) => wordsOf(label))).toEqual(REASONS.map(([label]) => label));
});

it('says reasons in the order and with the numbers of the language', async () => {
  await speak('fr');
  expect(wordsOf('The mayor: Blue holds it; told by residents (ratio 2.5)')).toBe(
    'The mayor\u00a0: Blue le tient\u00a0; dit par la population (ratio 2,5)',
  );
  await speak('fa');
  expect(wordsOf('later reports')).toBe('گزارش‌های بعدی');
  expect(wordsOf('Post: Blue holds it; told as denied (power 0.5)')).toContain('۰٫۵');
});

it('says of what a sum is told', async () => {
  await speak('es');
  expect([explainedWords('contested'), explainedWords('other'), explainedWords('Blue')]).toEqual(['en disputa', 'una parte no nombrada', 'Blue']);
});

it('titles claims and chooses types in the language', async () => {
  const claim = { type: 'airstrike', label: 'air strike', actor: 'Blue' };
  expect([actWords(claim), valueWords('type', 'airstrike')]).toEqual(['air strike · Blue', 'airstrike']);
  await speak('fr');
  expect([actWords(claim), valueWords('type', 'airstrike'), typeWords('later', 'later kind')]).toEqual([
    'frappe aérienne · Blue',
    'frappe aérienne',
    'later',
  ]);
});

it('names recorded words as English where the page is in another language', async () => {
  expect(tongueOf('The town fell.')).toEqual({});
  await speak('fa');
  expect([tongueOf('The town fell.'), tongueOf('شهر'), tongueOf('12')]).toEqual([{ lang: 'en' }, { lang: '' }, {}]);
});

it('writes out what would turn the direction of a quotation, and leaves its own letters alone', () => {
  expect(shownSigns('The town\u202e fell\u2066.')).toBe('The town⟨U+202E⟩ fell⟨U+2066⟩.');
  expect(shownSigns('می‌گوید \u200fشهر')).toBe('می‌گوید \u200fشهر');
});
