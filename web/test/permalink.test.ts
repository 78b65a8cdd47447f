import { describe, expect, it } from 'vitest';
import { dayOf, isoOf, stretchOf } from '../src/days';
import { initial, readHash, writeHash } from '../src/permalink';
import { DAY, pageFrame } from './data';

const data = pageFrame();

describe('readHash', () => {
  it.each(['', '#', '#on=2021-02-30', '#on=x&known=1&place=no&view=<b>', '#place=__proto__', '#%E0%A4%A'])(
    'takes the default for %s',
    (hash) => {
      expect(readHash(hash, data)).toEqual(initial(data));
    },
  );

  it('reads what fits', () => {
    expect(readHash('#on=2021-08-03&known=2021-08-05&place=gn%3A1&view=table', data)).toEqual({
      on: DAY + 2,
      known: DAY + 4,
      place: 'gn:1',
      pane: 'table',
      look: null,
      lang: null,
    });
  });

  it('opens on the last day with reports', () => {
    expect(readHash('', data).on).toBe(DAY + 4);
  });

  it.each([
    ['34.6,-66.612,5.3', [34.6, -66.612, 5.3]],
    ['0,0,0', [0, 0, 0]],
    ['91,0,3', null],
    ['34,181,3', null],
    ['34,66,15', null],
    ['1e1,2,3', null],
    ['34.6,66.6', null],
    ['NaN,0,1', null],
  ])('looks with %s at %o', (words, look) => {
    expect(readHash(`#look=${words}`, data).look).toEqual(look);
  });

  it.each([
    ['aïn', 'gn:1'],
    ['Ain', 'gn:1'],
    ['Ai', null],
    ['Twin', null], // two are called so
    ['Bir', 'gn:2'], // the settlement, not its district
  ])('takes the place that is called %s for %s', (name, place) => {
    const more = ['gn:3', 'gn:4'].map((id) => ({ ...data.places[0], id, name: 'Twin' }));
    const places = [...data.places, ...more, { ...data.places[1], id: 'gn:5', kind: 'district' }] as typeof data.places;
    expect(readHash(`#place=${name}`, { ...data, places }).place).toBe(place);
  });

  it('moves days into the range', () => {
    expect(readHash('#on=1999-01-01', data).on).toBe(DAY);
    expect(readHash('#on=2099-01-01', data).on).toBe(DAY + 9);
  });
});

it.each([
  { on: DAY, known: 'then', place: null, pane: 'map', look: null, lang: null },
  { on: DAY + 3, known: 'all', place: 'gn:2', pane: 'table', look: [34.6, -66.612, 5.3], lang: 'fa' },
  { on: DAY + 9, known: DAY + 5, place: 'gn:1', pane: 'map', look: null, lang: null },
] as const)('what is written is read: %o', (shown) => {
  expect(readHash(writeHash(shown), data)).toEqual(shown);
});

describe('days', () => {
  it.each(['1969-12-31', '1970-01-01', '2020-02-29', '2021-08-01'])('%s', (iso) => {
    expect(isoOf(dayOf(iso) as number)).toBe(iso);
  });
  it.each(['2021-02-29', '2021-8-1', '', '2021-13-01'])('%s is none', (iso) => {
    expect(dayOf(iso)).toBeNull();
  });
  it.each([
    [undefined, undefined, null],
    [undefined, DAY, 'by 1 August 2021'],
    [DAY, undefined, 'from 1 August 2021'],
    [DAY, DAY, '1 August 2021'],
    [DAY, DAY + 2, '1 Aug – 3 August 2021'],
  ])('%s to %s is %s', (start, end, words) => {
    expect(stretchOf(start, end)).toBe(words);
  });
});
