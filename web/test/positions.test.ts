import { describe, expect, it } from 'vitest';
import { contradict, positionsOf } from '../src/positions';
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

  it('leaves out what was not known yet', () => {
    const found = positionsOf(part, DAY + 5, DAY + 4);
    expect(found.positions.map(({ key }) => key)).toEqual(['holds:0']);
    expect(found.disagree).toBe(false);
  });

  it('forgets after a week', () => {
    expect(positionsOf(part, DAY + 12, DAY + 12).positions).toEqual([]);
  });
});
