import { describe, expect, it } from 'vitest';
import { counted } from '../src/messages';
import { symbology } from '../src/symbology';
import type { Cell } from '../src/types';
import { positionKey } from '../src/positions';
import { actWords, claimerOf, colourOfPosition, cutAt, figureRange, percent, positionWords, probabilityWord, stateLine } from '../src/words';
import { claim, pageFrame } from './data';

const { parties, cells } = pageFrame();

it.each([
  [0.02, 'almost no chance'],
  [0.1, 'very unlikely'],
  [0.3, 'unlikely'],
  [0.5, 'roughly even chance'],
  [0.6, 'likely'],
  [0.8, 'very likely'],
  [0.95, 'almost certain'],
  [1, 'almost certain'],
])('%d is %s', (probability, word) => {
  expect(probabilityWord(probability)).toBe(word);
});

it('never says that something is certain', () => {
  expect([percent(0), percent(0.996), percent(0.5)]).toEqual(['\u2066< 1 %\u2069', '\u2066> 99 %\u2069', '50 %']);
  expect([percent(0.949), percent(0.95), percent(0.954)]).toEqual(['94.9 %', '95 %', '95 %']); // another word begins there
});

it.each([
  [0, false, `Unknown: ${symbology.unknown_reasons.none}`],
  [1, false, 'Held by Blue: almost certain (96 %)'],
  [2, false, 'Contested: Blue against Rose'],
  [3, false, 'Leaning to Rose: likely (70 %)'],
  [1, true, 'Held by Blue: almost certain (96 %), projection'],
])('cell %i, after %s: %s', (cell, after, line) => {
  expect(stateLine(cells[cell] as Cell, parties, after)).toBe(line);
});

describe('claimers', () => {
  it.each([
    [{ claimer: 'residents', outlet: 'Wire' }, 'residents'],
    [{ unnamed: true, outlet: 'Wire' }, 'somebody not named'],
    [{ outlet: 'Wire' }, 'Wire'],
    [{}, 'the report'],
  ])('%o is %s', (given, words) => {
    expect(claimerOf(claim(given))).toBe(words);
  });
});

it.each([
  [{ act: 'holds', party: 1, change: true } as const, 'Rose holds it'],
  [{ act: 'does not hold', party: 0, change: false } as const, 'Blue does not hold it'],
  [{ act: 'contested', party: null, change: false } as const, 'there is fighting inside'],
  [null, 'nothing of who holds it'],
])('%o says %s', (says, words) => {
  expect(positionWords(claim({ says, type: 'hold' }), parties)).toBe(words);
});

// Who entered, or took a part, is not said to fight; what is near a place is not inside it.
it.each([
  [{ type: 'clash', precision: 'near' }, 'there is fighting near it', 'near'],
  [{ type: 'entry', says: { act: 'contested', party: 1, change: false } }, 'Rose is inside it, not said to hold it', 'contested:1'],
  [{ type: 'entry', precision: 'near', says: { act: 'contested', party: 1, change: false } }, 'Rose is near it, not said to be inside', 'near:1'],
  [{ type: 'handover', precision: 'part', actor: 'gunmen' }, 'gunmen is inside it, not said to hold it', 'contested:null'],
  [{ type: 'entry', says: { act: 'not contested', party: 1, change: false } }, 'Rose is not inside it', 'not contested:1'],
  [{ type: 'clash', says: { act: 'not contested', party: null, change: false } }, 'there is no fighting inside', 'not contested'],
] as const)('%o says %s', (given, words, key) => {
  const told = claim({ says: { act: 'contested', party: null, change: false }, ...given });
  expect([positionWords(told, parties), positionKey(told)]).toEqual([words, key]);
});

it('says of the state that stands among the parties that a place is in it, in the colour of nobody', () => {
  const all = [...parties, { name: 'contested', colour: '#000000' }];
  const [yes, no] = (['holds', 'does not hold'] as const).map((act) => ({ act, party: 2, change: false }));
  expect([yes, no].map((says) => positionWords(claim({ says: says ?? null }), all))).toEqual(['it is contested', 'it is not contested']);
  expect([yes, { act: 'contested' as const, party: 0, change: false }, null].map((says) => colourOfPosition(says ?? null, all))).toEqual(Array(3).fill('var(--line)'));
  expect(colourOfPosition({ act: 'attacks', party: 0, change: false }, all)).toBe('#332288');
});

it.each([
  [20, 20, 20, '20'],
  [20, 20, null, '20 or more'],
  [24, null, 99, '24–99'],
  [null, 20, 20, 'up to 20'],
  [null, null, null, 'not said'],
])('figure %s %s %s is %s', (low, best, high, words) => {
  expect(figureRange({ kind: 'killed', who: null, low, best, high, text: '' })).toBe(words);
});

describe('cutAt', () => {
  it('counts code points, not UTF-16 units', () => {
    expect(cutAt('𐎠𐎡 fell today', [3, 7])).toEqual(['𐎠𐎡 ', 'fell', ' today']);
  });
  it('leaves a quotation without a trigger whole', () => {
    expect(cutAt('fell', undefined)).toEqual(['fell', '', '']);
  });
});

it('counts in words', () => {
  expect([counted(1, 'claim'), counted(0, 'claim')]).toEqual(['1 claim', '0 claims']);
});

it.each([
  ['capture', 'Rose', 'Blue', 'said · Rose, from Blue'],
  ['handover', 'Rose', 'Blue', 'said · Rose, from Blue'],
  ['hold', 'Rose', 'Blue', 'said · Rose, against Blue'],
  ['airstrike', undefined, 'Blue', 'said · against Blue'],
  ['capture', undefined, 'Blue', 'said · from Blue'],
  ['hold', 'Rose', undefined, 'said · Rose'],
  ['clash', undefined, undefined, 'said'],
])('%s of %s and %s: %s', (type, actor, recipient, words) => {
  expect(actWords({ type, label: 'said', ...(actor === undefined ? {} : { actor }), ...(recipient === undefined ? {} : { recipient }) })).toBe(words);
});
