import { SQUARE, squaresIn } from '../src/map/keep';
import { expect, test } from 'vitest';
import { listed } from '../src/legend';
import { nameOf } from '../src/words';

test('a legend lists parties and not the state that stands among them', () => {
  const parties = ['Taliban', 'contested', 'other'].map((name) => ({ name, colour: '#332288' }));
  expect(listed(parties).map(({ name }) => name)).toEqual(['Taliban', 'other']);
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
