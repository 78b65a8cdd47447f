import { SQUARE, squaresIn } from '../src/map/keep';
import { expect, test } from 'vitest';
import { listed } from '../src/legend';
import { lastReport } from '../src/since';
import { nameOf } from '../src/words';
import { DAY, noFacets } from './data';

test('a legend lists parties and not the state that stands among them', () => {
  const parties = ['Taliban', 'contested', 'other'].map((name) => ({ name, colour: '#332288' }));
  expect(listed({ parties, facets: noFacets() }, DAY).map(({ name }) => name)).toEqual(['Taliban', 'other']);
});

test('a legend lists no party of which nothing was known yet', () => {
  const parties = ['Taliban', 'Front', 'Army', 'never named'].map((name) => ({ name, colour: '#332288' }));
  const columns = { actor: { values: ['Front'], at: [-1, 0, 0] }, recipient: { values: ['Taliban'], at: [0, -1, -1] }, party: [2, -1, -1] };
  const facets = { ...noFacets(), ...columns, known: [DAY, DAY + 8, DAY + 5] };
  const names = (by: number): string[] => listed({ parties, facets }, by).map(({ name }) => name);
  expect(names(DAY + 4)).toEqual(['Taliban', 'Army', 'never named']);
  expect(names(DAY + 5)).toEqual(['Taliban', 'Front', 'Army', 'never named']);
});

test('the last report by a day is told, whether or not claims are in it', () => {
  const reports: [number, number][] = [[DAY, 2], [DAY + 4, 1], [DAY + 9, 1]];
  expect(lastReport({ reports }, DAY + 8)).toBe(DAY + 4);
  expect(lastReport({ reports }, DAY - 1)).toBeNull();
});

test('who is not named is told in words', () => {
  const parties = ['Taliban', 'other'].map((name) => ({ name, colour: '#332288' }));
  expect([0, 1, null].map((party) => nameOf(parties, party))).toEqual(['Taliban', 'a party not named', null]);
});

test.each([
  [240, 290],
  [90, 32],
  [48, 48],
])('covers a box of %i by %i with squares, from edge to edge', (width: number, height: number) => {
  const middles = squaresIn({ left: 10, top: 20, width, height });
  const spans = (at: 0 | 1): number[] => [...new Set(middles.map((one) => one[at]))].sort((a, b) => a - b);
  for (const [at, start, length] of [[0, 10, width], [1, 20, height]] as const) {
    const found = spans(at);
    expect((found[0] as number) - SQUARE / 2).toBeLessThanOrEqual(start);
    expect((found.at(-1) as number) + SQUARE / 2).toBeGreaterThanOrEqual(start + length);
    expect(found.slice(1).every((one, number) => one - (found[number] as number) <= SQUARE)).toBe(true);
  }
});
