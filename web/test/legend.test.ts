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
