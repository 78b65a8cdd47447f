import { describe, expect, it } from 'vitest';
import { bandsOf } from '../src/bands';
import { Histories, changedBetween, lastUpTo, segmentOn, segmentsOf, shownHistory, viewOf } from '../src/histories';
import { knownOf, lastKnown } from '../src/known';
import type { Knowledge } from '../src/permalink';
import { DAY, pageFrame } from './data';

const data = pageFrame();
const histories = new Histories(data);
const told = (place: number, moment: number): [number, number][] =>
  segmentsOf(histories.at(place, moment)).map(({ from, cell }) => [from - DAY, cell]);

describe('histories', () => {
  it('are whole at the first moment', () => {
    expect(told(0, 0)).toEqual([
      [0, 1],
      [2, 2],
    ]);
    expect(told(1, 0)).toEqual([[0, 3]]);
  });

  it('keep what a change keeps', () => {
    expect(told(0, 1)).toEqual([
      [0, 1],
      [3, 3],
    ]);
    expect(histories.at(1, 1)).toEqual(histories.at(1, 0));
    expect(histories.at(0, 1)?.before).toEqual(histories.at(0, 0)?.before);
  });

  it('are empty before anything was known and for a place of which nothing is', () => {
    expect(histories.at(0, -1)).toBeNull();
    expect(histories.at(7, 1)).toBeNull();
  });

  it('read forwards and backwards are the same', () => {
    const changes = Array.from({ length: 40 }, (_, moment): [number, number, ...number[]][] => [
      [moment % 3, moment % 4, DAY + (moment % 4) * 2, moment % 3, DAY + 8, 1],
    ]);
    const long = pageFrame({ moments: changes.map((_, moment) => DAY + moment), changes });
    const read = (from: Histories) => (moment: number) => [0, 1, 2].map((place) => segmentsOf(from.at(place, moment)));
    const moments = changes.map((_, moment) => moment);
    const forwards = moments.map(read(new Histories(long)));
    expect(moments.toReversed().map(read(new Histories(long))).toReversed()).toEqual(forwards);
    expect(forwards[39]?.[0]?.length).toBe(4); // three were to be kept, and there were two
  });
});

describe('what a page can know', () => {
  const { meta } = pageFrame();
  it.each<[string, Knowledge, number, number | undefined, number]>([
    ['that day', 'then', DAY + 2, undefined, DAY + 2],
    ['that day, after the cut', 'then', DAY + 6, DAY + 4, DAY + 4],
    ['all', 'all', DAY + 2, undefined, meta.last],
    ['all up to the cut', 'all', DAY + 2, DAY + 4, DAY + 4],
    ['a day after the cut', DAY + 5, DAY + 2, DAY + 4, DAY + 4],
  ])('%s', (_, known, on, cut, day) => {
    expect(knownOf(known, on, { ...meta, ...(cut === undefined ? {} : { known: cut }) })).toBe(day);
    expect(lastKnown({ ...meta, ...(cut === undefined ? {} : { known: cut }) })).toBe(cut ?? meta.last);
  });

  it('is nothing before its first day of knowledge: no later knowledge stands for what is still being made', () => {
    const late = pageFrame({ meta: { ...meta, knows_from: DAY + 2 } });
    expect(knownOf('then', DAY + 1, late.meta)).toBe(DAY + 1);
    const early = viewOf(late, new Histories(late), DAY + 1, DAY + 1);
    expect([early.unmade, early.ahead, early.known]).toEqual([true, true, DAY + 1]);
    expect(new Set(early.cells)).toEqual(new Set([1]));
    expect(viewOf(late, new Histories(late), DAY + 3, DAY + 3).unmade).toBe(false);
  });
});

describe('a day after the day of knowledge', () => {
  const { meta, cells, changes, moments, ...rest } = pageFrame();
  const settled = moments.at(-1) ?? 0;
  const frame = { meta: { ...meta, ahead: 2, settled }, cells, changes, moments, ...rest };
  const first = moments[0] ?? 0;
  it.each([
    ['worked out', first + 2, first, false],
    ['so late that it is not', first + 3, first, true],
    ['by all that is told', first + 9, settled, false],
    ['by nothing', first + 9, first - 1, false],
  ])('%s', (_, on, known, late) => {
    const view = viewOf(frame, new Histories(frame), on, known);
    expect([view.ahead, [...new Set(view.cells)].join() === '1']).toEqual([late, late]);
    expect(shownHistory(new Histories(frame), view, 0) === null).toBe(late || known < first);
  });
});

describe('lastUpTo', () => {
  it.each([
    [DAY, -1],
    [DAY + 1, 0],
    [DAY + 3, 0],
    [DAY + 4, 1],
    [DAY + 99, 1],
  ])('of day %i is %i', (day, moment) => {
    expect(lastUpTo(data.moments, day)).toBe(moment);
  });
});

describe('viewOf', () => {
  it.each([
    ['before anything was known', DAY, DAY, 0],
    ['that day', DAY + 1, DAY + 1, 1],
    ['a later day, nothing new known', DAY + 3, DAY + 3, 2],
    ['the same day with hindsight', DAY + 3, DAY + 9, 3],
    ['a day after the day of knowledge', DAY + 3, DAY + 1, 2],
  ])('%s', (_, on, known, cell) => {
    expect(viewOf(data, histories, on, known).cells[0]).toBe(cell);
  });

  it('finds nothing before the first segment', () => {
    expect(segmentOn(histories.at(0, 0), DAY - 1)).toBeNull();
  });
});

it('lists the places whose status or holder changed', () => {
  const [before, now] = [viewOf(data, histories, DAY + 1, DAY + 9), viewOf(data, histories, DAY + 5, DAY + 9)];
  expect(changedBetween(data, before, now)).toEqual([{ place: 0, before: 1, now: 3 }]);
});

describe('bandsOf', () => {
  it('joins what looks the same and ends with what was known', () => {
    const bands = bandsOf(data, histories.at(0, 1), DAY + 5);
    expect(bands.map(({ from, to, words }) => [from - DAY, to - DAY, words])).toEqual([
      [0, 2, 'Held by Blue'],
      [3, 5, 'Leaning to Rose'],
    ]);
  });
});

it('gives the same cells whatever was asked for before', () => {
  const many = 60;
  const dice = (number: number): number => (number * 7919 + 104729) % 1009;
  const changes = Array.from({ length: many }, (_, moment) =>
    [0, 1, 2, 3].flatMap((place): [number, number, ...number[]][] =>
      dice(moment * 4 + place) % 3 === 0 ? [[place, dice(moment + place) % 3, DAY + moment, dice(place + moment * 2) % 4]] : [],
    ),
  );
  const frame = pageFrame({ moments: changes.map((_, moment) => DAY + moment), changes, places: [0, 1, 2, 3].map(() => pageFrame().places[0]!) });
  const used = new Histories(frame);
  for (let turn = 0; turn < 300; turn += 1) {
    const [on, known] = [DAY + (dice(turn) % many), DAY + (dice(turn + 500) % many)];
    expect(viewOf(frame, used, on, known)).toEqual(viewOf(frame, new Histories(frame), on, known));
  }
  for (const order of [1, -1]) {
    const days = Array.from({ length: many + 10 }, (_, day) => DAY - 5 + day).sort((a, b) => order * (a - b));
    for (const on of days) expect(used.cells(on, many - 1)).toEqual(new Histories(frame).cells(on, many - 1));
  }
});
