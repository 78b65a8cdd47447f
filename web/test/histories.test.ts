import { describe, expect, it } from 'vitest';
import { bandsOf } from '../src/bands';
import { cellOn, changedBetween, decodeHistories, momentOn, viewOf } from '../src/histories';
import { DAY, pageData } from './data';

const data = pageData();
const histories = decodeHistories(data);

describe('decodeHistories', () => {
  it('reads whole histories at the first moment', () => {
    expect(histories[0]).toEqual([
      [
        { from: DAY, cell: 1 },
        { from: DAY + 2, cell: 2 },
      ],
      [{ from: DAY, cell: 3 }],
    ]);
  });

  it('keeps what a change keeps and shares what did not change', () => {
    expect(histories[1]?.[0]).toEqual([
      { from: DAY, cell: 1 },
      { from: DAY + 3, cell: 3 },
    ]);
    expect(histories[1]?.[1]).toBe(histories[0]?.[1]);
  });
});

describe('momentOn', () => {
  it.each([
    [DAY, -1],
    [DAY + 1, 0],
    [DAY + 3, 0],
    [DAY + 4, 1],
    [DAY + 99, 1],
  ])('of day %i is %i', (day, moment) => {
    expect(momentOn(data.moments, day)).toBe(moment);
  });
});

describe('viewOf', () => {
  it.each([
    ['before anything was known', DAY, DAY, 0],
    ['that day', DAY + 1, DAY + 1, 1],
    ['a later day, nothing new known', DAY + 3, DAY + 3, 2],
    ['the same day with hindsight', DAY + 3, DAY + 9, 3],
    ['a day after the day of knowledge', DAY + 3, DAY + 1, 0],
  ])('%s', (_, on, known, cell) => {
    expect(viewOf(data, histories, on, known).cells[0]).toBe(cell);
  });

  it('finds nothing before the first segment', () => {
    expect(cellOn(histories[0]?.[0] ?? [], DAY - 1)).toBe(0);
  });
});

it('lists the places whose status or holder changed', () => {
  const [before, now] = [viewOf(data, histories, DAY + 1, DAY + 9), viewOf(data, histories, DAY + 5, DAY + 9)];
  expect(changedBetween(data, before, now)).toEqual([{ place: 0, before: 1, now: 3 }]);
});

describe('bandsOf', () => {
  it('joins what looks the same and ends with what was known', () => {
    const bands = bandsOf(data, histories[1]?.[0] ?? [], DAY + 5);
    expect(bands.map(({ from, to, words }) => [from - DAY, to - DAY, words])).toEqual([
      [0, 2, 'Held by Blue'],
      [3, 5, 'Leaning to Rose'],
    ]);
  });
});
