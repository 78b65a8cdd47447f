import { afterEach, expect, it } from 'vitest';
import { speak } from '../src/messages';
import type { Cell, ClaimRow } from '../src/types';
import { whyNot } from '../src/whynot';
import { DAY, claim, pageFrame, pagePlace } from './data';

afterEach(() => speak('en'));

const limits = { held: 0.8, leaning: 0.6, origins: 2, moving: 45, quiet: 180 };
const { parties } = pageFrame();
const cell = (status: Cell[0], probability: number, reason: Cell[4] = null, holder: number | null = null): Cell => [status, holder, null, probability, reason, 0, null, []];
const told = (one: Cell, explains: string | null, claims: ClaimRow[] = [], on = DAY + 60): string =>
  whyNot(pagePlace({ claims }), parties, limits, { cell: one, explains, on, known: DAY + 90 }).join(' ');

it('says how old the last evidence is, and from when it is too old', () => {
  const claims = [claim({ id: 'a', end: DAY }), claim({ id: 'b', end: DAY + 2 }), claim({ id: 'c', says: null, end: DAY + 50 })];
  expect(told(cell('unknown', 0.97, 'stale'), 'Blue', claims)).toBe(
    'The last evidence of who holds it is of 3 August 2021, 58 days before the day shown. Evidence is too old after 180 days, and after 45 days where the war moves.',
  );
});

it.each([
  ['under the least probability', cell('unknown', 0.55, 'weak'), 'Blue', 'The likeliest, Blue, has 55 %: below 60 % nobody is named.'],
  ['contested under it', cell('unknown', 0.41, 'weak'), 'contested', 'The likeliest, contested, has 41 %: below 60 % nobody is named.'],
  ['without reasons', cell('unknown', 0.41, 'weak'), null, 'The likeliest has 41 %: below 60 % nobody is named.'],
  ['not named', cell('unknown', 0.9, 'weak'), 'other', 'The likeliest is a party that is not named.'],
  ['by the prior alone', cell('unknown', 0.9, 'weak'), 'Blue', 'No more is told for Blue than against it: it is likely by the prior alone.'],
  ['nothing told', cell('unknown', 0.9, 'none'), 'Blue', ''],
  ['held', cell('held', 0.97, null, 0), 'Blue', ''],
  ['less than held takes', cell('leaning', 0.71, null, 0), 'Blue', 'Not “held”: that takes 80 %.'],
])('says which rule it is: %s', (_, one, explains, words) => {
  expect(told(one, explains)).toBe(words);
});

it('says that nobody but its own side tells that a party took it, or that the sides say opposite things', () => {
  const boast = claim({ id: 'a', own: true });
  const against = claim({ id: 'b', own: true, says: { act: 'holds', party: 1, change: false } });
  const weak = cell('unknown', 0.79, 'weak');
  expect(told(weak, 'Blue', [boast])).toBe('Nobody but its own side says that Blue took the place.');
  expect(told(weak, 'Blue', [boast, against])).toMatch(/^The sides say opposite things/);
});

it('says who left where nobody is told to have come', () => {
  const left = claim({ id: 'a', says: { act: 'does not hold', party: 1, change: true } });
  const words = 'Told to hold it no longer: Rose. Nobody is told to have come.';
  expect(told(cell('unknown', 0.9, 'weak'), 'other', [left])).toBe(words);
  expect(told(cell('unknown', 0.7, 'weak'), 'Blue', [left])).toBe(words);
  expect(told(cell('unknown', 0.7, 'weak'), 'Blue', [left, claim({ id: 'b', own: true })])).not.toBe(words);
});

it('says that one origin alone is not enough, however likely it is', () => {
  const one = claim({ id: 'a', origin: 'x' });
  const again = claim({ id: 'b', origin: 'x' });
  const boast = claim({ id: 'c', origin: 'y', own: true });
  const against = claim({ id: 'd', origin: 'z', says: { act: 'holds', party: 1, change: false } });
  const leaning = cell('leaning', 0.93, null, 0);
  expect(told(leaning, 'Blue', [one, again, boast, against])).toMatch(/^Not “held”, however likely: .+ Only one says so\.$/);
  expect(told(leaning, 'Blue', [boast])).toMatch(/ None says so\.$/);
  expect(told(leaning, 'Blue', [one, claim({ id: 'e', origin: 'w' })])).toMatch(/pictures\.$/);
});

it('says it of projections too, and nothing on a page without the rules', () => {
  const asked = { cell: cell('unknown', 0.97, 'stale'), explains: 'Blue', on: DAY + 99, known: DAY + 90 };
  expect(whyNot(pagePlace(), parties, limits, asked)).toHaveLength(1);
  expect(whyNot(pagePlace(), parties, undefined, { ...asked, on: DAY + 60 })).toEqual([]);
});
