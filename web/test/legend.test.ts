import { expect, test } from 'vitest';
import { listed } from '../src/legend';

test('a legend lists parties and not the state that stands among them', () => {
  const parties = ['Taliban', 'contested', 'other'].map((name) => ({ name, colour: '#332288' }));
  expect(listed(parties).map(({ name }) => name)).toEqual(['Taliban', 'other']);
});
