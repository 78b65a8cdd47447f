import { describe, expect, it } from 'vitest';
import { isoOf } from '../src/days';
import { boundsOf, featuresOf, idOf, looksOf, placeOf, stateOf } from '../src/map/features';
import { BOX, SHAPES, fieldOf, isDot, isStripe, tile } from '../src/map/sdf';
import { decodeRing, middleOf, polygonsOf } from '../src/rings';
import { explanationFor, totalOf } from '../src/reasons';
import { findPlaces, folded, isNear, nearPlaces } from '../src/search';
import { markOf, radiusOf, symbology } from '../src/symbology';
import { COLUMNS, rowsOf, sorted, statusWords, tableOf } from '../src/table';
import { Histories, viewOf } from '../src/histories';
import type { Cell, PageFrame } from '../src/types';
import { DAY, noFacets, pageFrame, pagePlace } from './data';

const data = pageFrame();
const cell = (index: number): Cell => data.cells[index] as Cell;

describe('marks', () => {
  it('contested: the last holder is the fill, the challenger the stripes', () => {
    expect(markOf(cell(2), data.parties)).toEqual({
      status: 'contested',
      fill: '#332288',
      stripes: '#CC6677',
      claimed: '#CC6677',
      besieged: true,
      stale: false,
    });
  });
  it('unknown tells whether the last evidence is too old', () => {
    const told = (['none', 'weak', 'stale'] as const).map((reason): Cell => ['unknown', null, null, 0, reason, 0, null, []]);
    expect(told.map((one) => markOf(one, data.parties).stale)).toEqual([false, false, true]);
    expect(told.map((one) => stateOf(one, data.parties)['stale'])).toEqual([0, 0, 1]);
    const [edge, gap] = [[25, 0], [25 * Math.cos(Math.PI / 9), 25 * Math.sin(Math.PI / 9)]] as const;
    expect([edge, gap].map(([x, y]) => (SHAPES['stale']?.(x, y) ?? 0) < 0)).toEqual([true, false]);
  });
  it('unknown is never painted with a party', () => {
    expect(markOf(['unknown', 0, null, 0.5, 'weak', 0, null, []], data.parties).fill).toBe(symbology.unknown);
  });
  it('sets exactly one of the patterns', () => {
    const patterns = data.cells.map((row) => stateOf(row, data.parties));
    expect(patterns.map(({ filled, dashes, dots }) => [filled, dashes, dots])).toEqual([
      [0, 0, 1],
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(patterns.map(({ stripes }) => stripes)).toEqual([0, 0, 1, 0]);
  });
  it('grows with population, within bounds', () => {
    const sizes = [1000, 100_000, 10_000_000, 1e12].map(radiusOf);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(radiusOf(1e12)).toBeLessThan(14);
  });
});

describe('features', () => {
  it('gives ids back as places', () => {
    expect([0, 1].map((place) => placeOf(idOf(place), data))).toEqual([0, 1]);
    expect([undefined, 0, 3, 'x'].map((id) => placeOf(id, data))).toEqual([null, null, null, null]);
  });
  it('draws no dot for a place without coordinates or with an outline', () => {
    expect(featuresOf(data).places.map(({ id }) => id)).toEqual([1]);
    const outline = { name: 'Aïn', country: null, place: 0, rings: [[0, 0, 1000, 0, 0, 1000, -1000, -1000]] };
    const drawn = featuresOf(pageFrame({ outlines: [outline] }));
    expect(drawn.places).toEqual([]);
    expect(drawn.outlines[0]?.id).toBe(1);
  });
  it('bounds are of the places that have coordinates', () => {
    expect(boundsOf(data)).toEqual([2, 1, 2, 1]);
    expect(boundsOf(pageFrame({ places: [] }))).toBeNull();
    const outline = { name: 'Aïn', country: null, place: null, rings: [[1000, 2000, 3000, 0, 0, 1000]] };
    expect(boundsOf(pageFrame({ places: [], outlines: [outline] }))).toEqual([1, 2, 4, 3]);
  });
});

describe('rings', () => {
  const outer: [number, number][] = [[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]];
  const hole: [number, number][] = [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]];
  it('are sums of differences, in thousandths', () => {
    expect(decodeRing([68000, 36400, 1500, 0, 0, 900])).toEqual([[68, 36.4], [69.5, 36.4], [69.5, 37.3]]);
  });
  it('put holes into the ring before them', () => {
    expect(polygonsOf([outer, hole, outer])).toEqual([[outer, hole], [outer]]);
  });
  it('are named in the middle of the largest', () => {
    expect(middleOf([hole, outer])).toEqual([1.5, 1.5]);
    expect(middleOf([])).toBeNull();
  });
});

describe('pictures of marks', () => {
  it.each(Object.keys(SHAPES))('%s has an inside and stays clear of its box', (name) => {
    const { data: pixels } = fieldOf(SHAPES[name] as (x: number, y: number) => number);
    const alpha = (x: number, y: number): number => pixels[(y * BOX + x) * 4 + 3] as number;
    const inside = Array.from({ length: BOX * BOX }, (_, i) => alpha(i % BOX, Math.floor(i / BOX))).filter((a) => a > 191);
    expect(inside.length).toBeGreaterThan(100);
    expect([alpha(0, 0), alpha(BOX - 1, BOX - 1), alpha(0, BOX / 2)].every((a) => a < 128)).toBe(true);
  });
  it('a striped tile is half empty', () => {
    const { data: pixels } = tile('#CC6677', isStripe);
    const shown = ({ data: of }: { data: Uint8Array }): number => of.filter((a, i) => i % 4 === 3 && a === 255).length;
    expect(shown({ data: pixels })).toBe(128);
    expect(shown(tile('#CC6677', isDot))).toBeLessThan(40);
    expect([...pixels.slice(0, 3)]).toEqual([0xcc, 0x66, 0x77]);
  });
});

it('finds places whatever the accents', () => {
  expect(findPlaces(data.places, 'ain')).toEqual([0]);
  expect(findPlaces(data.places, 'NORTH')).toEqual([0]);
  expect(findPlaces(data.places, '  ')).toEqual([]);
});

describe('reasons', () => {
  const row = (on: number, as_of: number) => ({
    place: 0,
    on: DAY + on,
    as_of: DAY + as_of,
    explains: 'Blue',
    terms: [[0, -1, null], [1, 3.1972, 'c1']] as [number, number, string | null][],
  });
  const changed = pageFrame({ moments: [DAY], changes: [[[0, 0, DAY + 1, 1, DAY + 3, 1, DAY + 6, 1]]] });
  const history = new Histories(changed).at(0, 0);
  const explained = pagePlace({
    explanations: [row(1, 1), row(3, 3)],
    again: [
      [1, DAY + 3, DAY + 6, 0.5, 0.25],
      [0, DAY + 6, DAY + 6, 0, 0],
    ],
  });
  it.each([
    [0, 9, null],
    [2, 9, [1, 1]],
    [4, 4, [3, 3]],
    [4, 9, [3, 6]],
    [7, 9, [6, 6]],
    [5, 4, [3, 3]], // a projection has the reasons that were known
  ])('on %i as known on %i', (on, known, expected) => {
    const found = explanationFor(explained, history, DAY + on, DAY + known);
    expect(found === null ? null : [found.on - DAY, found.as_of - DAY]).toEqual(expected);
  });
  it('that are told again differ in their last two terms', () => {
    const found = explanationFor(explained, history, DAY + 4, DAY + 9);
    expect(found?.terms.map(([, nats]) => nats)).toEqual([0.5, 0.25]);
  });
  it('add up to the log-odds of the probability', () => {
    expect(totalOf(row(1, 1)).probability).toBeCloseTo(0.9, 3);
  });
});

describe('table', () => {
  const facets = { ...noFacets(), place: [0, 0], known: [DAY + 8, DAY + 1], published: [-1, DAY + 1], day: [DAY, DAY + 1] };
  const full = pageFrame({ facets });
  const view = viewOf(full, new Histories(full), DAY + 1, DAY + 1);
  const rows = rowsOf(full, view);
  it('counts what was known', () => {
    expect(rows.map(({ name, holder, claims: count, latest }) => [name, holder, count, latest < 0 ? '' : isoOf(latest)])).toEqual([
      ['Aïn', 'Blue', 1, '2021-08-02'],
      ['Bir', 'Rose', 0, ''],
    ]);
  });
  it('has projections on a day after the day of knowledge', () => {
    const histories = new Histories(full);
    const after = rowsOf(full, viewOf(full, histories, DAY + 2, DAY + 1));
    expect(after.map((row) => [statusWords(row), row.holder])).toEqual([['contested, projection', ''], ['leaning, projection', 'Rose']]);
  });
  it.each([
    ['name', true, ['Bir', 'Aïn']],
    ['probability', false, ['Bir', 'Aïn']],
    ['province', true, ['Aïn', 'Bir']],
    ['province', false, ['Aïn', 'Bir']],
  ] as const)('sorts by %s, down %s', (key, down, names) => {
    expect(sorted(rows, key, down).map(({ name }) => name)).toEqual(names);
  });
});

it.each([
  ['kundus', 'kunduz', true],
  ['kundoz', 'kunduz', true],
  ['kunudz', 'kunduz', true],
  ['kunduzz', 'kunduz', true],
  ['unduz', 'kunduz', true],
  ['kunduz', 'kunduz', true],
  ['kundos', 'kunduz', false],
  ['zudnuk', 'kunduz', false],
  ['kund', 'kunduz', false],
  ['', 'k', true],
])('%s and %s are near: %s', (one, other, near) => {
  expect([isNear(one, other), isNear(other, one)]).toEqual([near, near]);
});

it('finds near names by whole words first, and none for a few letters', () => {
  const places = ['Kandahar', 'Kandak', 'New Kandahar'].map((name, at) => ({ ...pageFrame().places[0]!, name, population: at }));
  expect(nearPlaces(places, 'Kandehar')).toEqual([2, 0]);
  expect(nearPlaces(places, 'Kenda')).toEqual([1, 0]);
  expect(nearPlaces(places, 'Kan')).toEqual([]);
});

it.each([
  ['Baghlan', 'Baghlān'],
  ['Łódz', 'lodz'],
  ['Ma‘rib', "Ma'rib"],
  ['Deir-ez-Zor', 'deir ez zor'],
  ['کابل', 'كابل'],
])('%s and %s are written alike to who looks for them', (one, other) => {
  expect(folded(one)).toBe(folded(other));
});

it('gives cells that are drawn alike one number', () => {
  const data = pageFrame();
  const [, held] = data.cells as [Cell, Cell];
  const sure: Cell = ['held', 0, null, 0.5, null, 0, null, []];
  const pressed: Cell = ['held', 0, null, 0.5, null, 1, null, []];
  expect(looksOf({ ...data, cells: [held, sure, pressed, data.cells[0] as Cell, held] })).toEqual([0, 0, 1, 2, 0]);
});

it('sorts by the order of the language, and keeps equal words by name', () => {
  const full = { ...pageFrame(), places: ['Öd', 'Oda', 'Zar', 'oda'].map((name, at) => ({ ...pageFrame().places[0]!, id: `${at}`, name, province: at % 2 === 0 ? 'B' : '' })) };
  const rows = rowsOf(full, viewOf(full, new Histories(full), DAY, DAY));
  expect(sorted(rows, 'name', false).map(({ place }) => place)).toEqual([0, 3, 1, 2]);
  expect(sorted(rows, 'name', true).map(({ place }) => place)).toEqual([2, 1, 3, 0]);
  expect(sorted(rows, 'province', false).map(({ place }) => place)).toEqual([0, 2, 3, 1]);
});

it('counts of the claims that were known those of days up to the day shown, kept or not', () => {
  const facets = { ...noFacets(), place: [0, 1, 0, 0, -1], known: [DAY + 5, DAY + 1, DAY + 3, DAY + 3, DAY], day: [DAY + 4, DAY, DAY + 2, DAY + 1, DAY] };
  const full = { ...pageFrame(), facets };
  const told = (on: number, known: number, kept: Uint8Array | null = null) =>
    rowsOf(full, viewOf(full, new Histories(full), DAY + on, DAY + known), kept).map(({ claims, latest }) => [claims, latest < 0 ? -1 : latest - DAY]);
  expect(told(3, 9)).toEqual([[2, 2], [1, 0]]);
  expect(told(4, 9)).toEqual([[3, 4], [1, 0]]);
  expect(told(1, 9)).toEqual([[1, 1], [1, 0]]);
  expect(told(4, 4)).toEqual([[2, 2], [1, 0]]);
  expect(told(0, 0)).toEqual([]); // both are first told of later
  expect(told(4, 9, Uint8Array.of(0, 0, 0, 1, 0))).toEqual([[1, 1]]);
  expect(told(0, 9, Uint8Array.of(0, 0, 0, 1, 0))).toEqual([[0, -1]]);
});

it('names no holder of a contested place, and which unknown it is', () => {
  const full = { ...pageFrame(), changes: [[[0, 0, DAY, 2], [1, 0, DAY, 0]]] as PageFrame['changes'], moments: [DAY] };
  const rows = rowsOf(full, viewOf(full, new Histories(full), DAY, DAY));
  expect(rows.map((row) => [statusWords(row), row.holder, row.probability, row.challenger])).toEqual([
    ['contested', '', 0.6, 'Blue, Rose'],
    ['unknown (no report says who holds it)', '', -1, ''],
  ]);
  const pressed = { ...full, cells: full.cells.map((cell, at): Cell => (at === 2 ? [...cell.slice(0, 7), [1, 2]] as unknown as Cell : cell)), parties: [...full.parties, { name: 'other', colour: '#000000' }] };
  expect(rowsOf(pressed, viewOf(pressed, new Histories(pressed), DAY, DAY))[0]?.challenger).toBe('Blue, Rose, a party not named');
  expect((['weak', 'stale'] as const).map((reason) => statusWords({ status: 'unknown', reason }))).toEqual(['unknown (weak)', 'unknown (stale)']);
});

it.each(COLUMNS.map(({ key }) => key))('orders the table by %s as all its rows are ordered, and makes the first ones', (key) => {
  const full = pageFrame();
  const view = viewOf(full, new Histories(full), DAY + 3, DAY + 4);
  const none = new Uint8Array(full.facets.place.length);
  for (const down of [false, true]) {
    const rows = sorted(rowsOf(full, view), key, down);
    expect(tableOf(full, view, null, { key, down, most: 2 })).toEqual({ rows: rows.slice(0, 2), all: rows.length, absent: 0 });
    expect(tableOf(full, view, null, { key, down, most: 2, find: 'BIR' }).rows.map(({ name }) => name)).toEqual(['Bir']);
    expect(tableOf(full, view, none, { key, down, most: 2 })).toEqual({ rows: [], all: 0, absent: rows.length });
  }
});
