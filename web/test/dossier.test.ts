import { describe, expect, it } from 'vitest';
import { handsOf } from '../src/hands';
import { Histories } from '../src/histories';
import { tollsOf, widest } from '../src/tolls';
import type { CountRow, TollRow } from '../src/types';
import { DAY, claim, pageFrame, pagePlace } from './data';

describe('changes of hands', () => {
  const data = pageFrame();
  const histories = new Histories(data);

  it('are those of the history that was known', () => {
    expect(handsOf(data, histories.at(0, 0), DAY + 9)).toEqual([]); // contested, the last holder stays
    expect(handsOf(data, histories.at(0, 1), DAY + 9)).toEqual([{ day: DAY + 3, from: 0, to: 1, fromLikely: false, toLikely: true }]);
  });

  it('are not those after a day', () => {
    expect(handsOf(data, histories.at(0, 1), DAY + 2)).toEqual([]);
  });

  it('pass over days without a holder', () => {
    const passing = pageFrame({ moments: [DAY], changes: [[[0, 0, DAY, 1, DAY + 1, 0, DAY + 2, 1, DAY + 3, 0, DAY + 4, 3]]] });
    expect(handsOf(passing, new Histories(passing).at(0, 0), DAY + 9)).toEqual([{ day: DAY + 4, from: 0, to: 1, fromLikely: false, toLikely: true }]);
  });
});

const row = (id: string, low: number | null, high: number | null, given: Partial<CountRow> = {}): CountRow => ({
  ...{ claim: id, low, best: null, high, text: `${low}` },
  ...given,
});

describe('counts', () => {
  it.each<[CountRow[], ReturnType<typeof widest>]>([
    [[row('a', 20, 20), row('b', 30, 40)], { low: 20, best: null, high: 40 }],
    [[row('a', 20, null), row('b', 30, 40)], { low: 20, best: null, high: null }],
    [[row('a', 1, 2, { best: 2 }), row('b', 2, 2, { best: 2 })], { low: 1, best: 2, high: 2 }],
    [[row('a', 1, 2, { best: 1 }), row('b', 2, 2, { best: 2 })], { low: 1, best: null, high: 2 }],
  ])('%o are %o', (rows, range) => {
    expect(widest(rows)).toEqual(range);
  });

  const told = [row('b', 30, 30), row('a', 20, 20, { corrected: 'b' }), row('c', 35, 35)];
  const toll: TollRow = { kind: 'killed', who: 'civilians', event: 'attack', told };
  const part = pagePlace({
    claims: [claim({ id: 'c', known: DAY + 5 }), claim({ id: 'b', known: DAY + 3 }), claim({ id: 'a', known: DAY + 1 })],
    tolls: [toll],
  });
  const shown = (known: number, of = part) =>
    tollsOf(of, known).map(({ range, counts }) => [range.low, range.high, counts.map(({ row: one, stands }) => `${one.claim}${stands ? '' : '-'}`)]);

  it('are ranges over what was known and stands, first known first', () => {
    expect(shown(DAY + 1)).toEqual([]);
    expect(shown(DAY + 4)).toEqual([[30, 30, ['a-', 'b']]]);
    expect(shown(DAY + 5)).toEqual([[30, 35, ['a-', 'b', 'c']]]);
  });

  it('are not those of claims that were set aside or that a filter leaves out', () => {
    const [c, b, a] = part.claims as [ReturnType<typeof claim>, ReturnType<typeof claim>, ReturnType<typeof claim>];
    expect(shown(DAY + 9, { ...part, claims: [c, { ...b, judged: 'reject' }, a] })).toEqual([[20, 35, ['a', 'c']]]);
    expect(shown(DAY + 9, { ...part, claims: [c, b] })).toEqual([[30, 35, ['b', 'c']]]);
    expect(shown(DAY + 9, { ...part, claims: [c] })).toEqual([]);
  });
});
