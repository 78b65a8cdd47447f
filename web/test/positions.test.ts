import { describe, expect, it } from 'vitest';
import { contradict, positionsOf } from '../src/positions';
import { apartOf, repeatingIn } from '../src/reasons';
import type { ClaimRow, Says } from '../src/types';
import { DAY, claim, pagePlace } from './data';

const on = (day: number, says: Says, given: Partial<ClaimRow> = {}): ClaimRow =>
  claim({ says, published: DAY + day, known: DAY + day, end: DAY + day, ...given });
const taken = (party: number): Says => ({ act: 'holds', party, change: true });
const held = (party: number): Says => ({ act: 'holds', party, change: false });
const not = (party: number): Says => ({ act: 'does not hold', party, change: false });

describe('contradict', () => {
  it.each([
    ['taken and held by another, the same day', on(3, taken(0)), on(3, held(1)), true],
    ['held by another after it was taken', on(3, taken(0)), on(5, held(1)), true],
    ['taken after another held it', on(3, held(1)), on(5, taken(0)), false],
    ['taken in turns', on(3, taken(0)), on(5, taken(1)), false],
    ['taken twice by the same', on(3, taken(0)), on(3, taken(0)), false],
    ['held and denied', on(3, held(0)), on(3, not(0)), true],
    ['somebody is inside, and nobody fights', on(3, { act: 'contested', party: 0, change: false }), on(3, { act: 'not contested', party: null, change: false }), true],
    ['somebody is near, and nobody fights inside', on(3, { act: 'contested', party: 0, change: false }, { precision: 'near' }), on(3, { act: 'not contested', party: null, change: false }), false],
    ['held by one, not by the other', on(3, held(0)), on(3, not(1)), false],
  ])('%s: %s', (_, a, b, expected) => {
    expect(contradict(a, b)).toBe(expected);
    expect(contradict(b, a)).toBe(expected);
  });
});

describe('positionsOf', () => {
  const claims = [
    on(5, held(1), { id: 'a', origin: 'side rose' }),
    on(4, taken(0), { id: 'b', origin: 'side blue', printed: 1 }),
    on(4, taken(0), { id: 'c', origin: 'side blue' }),
    on(4, taken(0), { id: 'd', origin: 'residents' }),
    on(4, taken(0), { id: 'rejected', judged: 'reject' }),
  ];
  const silence = { place: 0, party: 'Rose', quote: 'Rose did not comment.', known: DAY + 4, published: DAY + 4 };
  const part = pagePlace({ claims, silences: [silence] });

  it('groups by holder, counts reports and origins once, and says who is silent', () => {
    const found = positionsOf(part, DAY + 5, DAY + 5);
    expect(found.positions.map(({ key, claims: list, reports, origins }) => [key, list.length, reports, origins])).toEqual([
      ['holds:0', 3, 2, 2],
      ['holds:1', 1, 1, 1],
    ]);
    expect(found.disagree).toBe(true);
    expect(found.silent).toEqual([silence]);
  });

  it('counts no origin for what repeats another claim', () => {
    const origins = (repeating: string[]) => positionsOf(part, DAY + 5, DAY + 5, new Set(repeating)).positions.map((one) => one.origins);
    expect(origins(['d'])).toEqual([1, 1]);
    expect(origins(['a', 'b', 'c', 'd'])).toEqual([1, 1]);
  });

  it('has a place for who says that it has not fallen and names nobody', () => {
    const still = claim({ id: 'still', type: 'hold', says: null, origin: 'correction' });
    const others = [claim({ says: null }), { ...still, actor: 'Blue' }, { ...still, factuality: 'possible' }, { ...still, precision: 'part' }];
    const found = positionsOf(pagePlace({ claims: [...claims, still, ...others] }), DAY + 5, DAY + 5);
    expect(found.positions.map(({ key, claims: list }) => [key, list.length])).toEqual([['holds:0', 3], ['holds:1', 1], ['still', 1]]);
  });

  it('leaves out what was not known yet', () => {
    const found = positionsOf(part, DAY + 5, DAY + 4);
    expect(found.positions.map(({ key }) => key)).toEqual(['holds:0']);
    expect(found.disagree).toBe(false);
  });

  it('forgets after a week', () => {
    expect(positionsOf(part, DAY + 12, DAY + 12).positions).toEqual([]);
  });
});

describe('reports of one outlet', () => {
  const told = (id: string, given: Partial<ClaimRow>) => claim({ id, outlet: 'Wire', published: DAY, ...given });
  it.each<[string, ClaimRow[], [string, string][]]>([
    ['by their titles', [told('a', { printed: 1, title: 'One' }), told('b', { printed: 2, title: 'Two' })], [['a', 'One'], ['b', 'Two']]],
    ['by their days', [told('a', { printed: 1 }), told('b', { printed: 2, published: DAY + 1 })], [['a', '1 August 2021'], ['b', '2 August 2021']]],
    ['not in one report', [told('a', { printed: 1 }), told('b', { printed: 1 })], []],
  ])('are told apart %s', (_, claims, words) => {
    const anonymous = claims.map(({ claimer: _claimer, ...rest }) => rest);
    expect([...apartOf(anonymous)]).toEqual(words);
  });

  it('that repeat another one are found by the reasons', () => {
    const labels = ['Wire: Blue holds it; told (ratio 3)', 'Wire: Blue holds it; told (ratio 3); repeats what Wire says of 2021-08-08 (weight × 0.05)'];
    const row = { place: 0, on: DAY, as_of: DAY, explains: 'Blue', terms: [[0, 1, 'a'], [1, 0.05, 'b']] as [number, number, string | null][] };
    expect([...repeatingIn(pagePlace({ labels }), row)]).toEqual(['b']);
    expect(repeatingIn(pagePlace({ labels }), null).size).toBe(0);
  });
});
