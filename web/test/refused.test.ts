import { expect, it } from 'vitest';
import { refusedOf } from '../src/refused';
import { pageFrame } from './data';

const data = pageFrame();

it.each([
  ['', []],
  ['#on=2021-08-03&known=2021-08-05&place=gn%3A1&view=table&look=34.60,66.6,5.3', []],
  ['#on=2021-08-03&known=then&view=map', []],
  ['#on=2021-02-30', ['on=2021-02-30']],
  ['#on=1999-01-01', ['on=1999-01-01']],
  ['#place=gn:77&known=all', ['place=gn:77']],
  ['#look=91,0,3', ['look=91,0,3']],
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
