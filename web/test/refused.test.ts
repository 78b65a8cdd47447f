import { expect, it } from 'vitest';
import { queryLeft, readHash, saidIn } from '../src/permalink';
import { movedOf, refusedOf } from '../src/refused';
import { isoOf } from '../src/days';
import { DAY, pageFrame } from './data';

const data = pageFrame();

it.each([
  ['', []],
  ['#on=2021-08-03&known=2021-08-05&place=gn%3A1&view=table&look=34.60,66.6,5.3', []],
  ['#on=2021-08-03&known=then&view=map', []],
  ['#on=2021-02-30', ['on=2021-02-30']],
  ['#on=1999-01-01', ['on=1999-01-01']],
  ['#place=gn:77&known=all', ['place=gn:77']],
  ['#look=91,0,3', ['look=91,0,3']],
  ['#place=Ain', []],
  ['#view=globe', ['view=globe']],
  ['#colour=red', ['colour=red']],
])('of %s: %o', (hash, parts) => {
  expect(refusedOf(hash, data)).toEqual(parts);
});

it('takes each of several groups that are compared', () => {
  const facets = { ...data.facets, side: { values: ['Rose'], at: [] } };
  const link = '#compare=groups&group=side%3ARose&group=none&group=side%3ABlue';
  expect(refusedOf(link, { ...data, facets })).toEqual(['group=side:Blue']);
});

it('tells no endless words', () => {
  expect(refusedOf(`#place=${'x'.repeat(500)}`, data)[0]).toHaveLength(60);
});

it.each([
  ['?on=2021-08-03', '', {}, ['2021-08-03', []]],
  ['?on=2021-08-03', '#on=2021-08-04', {}, ['2021-08-04', []]],
  ['?on=2021-08-03&bogus=1', '#known=all', {}, ['2021-08-03', ['bogus=1']]],
  ['?as_of=2021-08-03', '#on=2021-08-04', { as_of: '2021-08-03' }, ['2021-08-04', []]],
  ['?as_of=2021-08-03', '#on=2021-08-04', {}, ['2021-08-04', ['as_of=2021-08-03']]],
  ['?lang=fr', '#on=2021-08-04', {}, ['2021-08-04', []]],
])('takes the query as it takes what stands after it: %s%s', (search, hash, pins, [on, parts]) => {
  const said = saidIn({ search, hash }, pins);
  expect([isoOf(readHash(said, data).on), refusedOf(said, data)]).toEqual([on, parts]);
});

it.each([
  ['on=1999-01-01', DAY + 9, DAY],
  ['on=2099-01-01', DAY + 9, DAY + 9],
  ['known=2099-01-01', DAY + 6, DAY + 6],
])('tells which day stands for %s', (part, last, shown) => {
  expect(movedOf(part, { meta: { ...data.meta, known: DAY + 6 } })).toEqual({ part, last, shown });
});

it.each(['on=2021-02-30', 'place=Nowhere', 'colour=2021-08-03'])('tells no day that stands for %s', (part) => {
  expect(movedOf(part, data)).toBeNull();
});

it.each([
  ['', {}, ''],
  ['?as_of=2021-08-03&x=a%20b', { as_of: '2021-08-03' }, '?as_of=2021-08-03&x=a%20b'],
  ['?place=Kunduz&on=2021-08-03', {}, ''],
  ['?lang=fr&place=Kunduz&since=2021-08-01&party=Blue', { since: '2021-08-01' }, '?lang=fr&since=2021-08-01'],
])('of the query %s stays what stands not after "#": %s', (search, pins, left) => {
  expect(queryLeft(search, pins)).toBe(left);
});
