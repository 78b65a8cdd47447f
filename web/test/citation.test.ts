import { expect, it } from 'vitest';
import { citationOf, placeOfFile } from '../src/citation';
import { makePage } from '../src/page';
import { host } from './data';

const NOW = new Date('2021-09-02T10:00:00Z');

it('names the place, both clocks, the record, the method and the file', () => {
  const page = makePage(host(), '#on=2021-08-03&known=all&place=gn:1');
  expect(citationOf(page, new URL('file:///home/somebody/a%20map.html'), NOW)).toBe(
    'Aïn: Held by Blue: almost certain (96 %). “Test”, true on 3 August 2021, as known on 10 August 2021. ' +
      'Made by whoholds 0 on 2021-09-01; ledger 3, method m. ' +
      'a%20map.html#on=2021-08-03&known=2021-08-10&place=gn%3A1 (read on 2021-09-02).',
  );
});

it('keeps the address of a page of the web, and no folder of a disk', () => {
  expect(placeOfFile(new URL('https://example.org/maps/a.html?x=1#on=2'))).toBe('https://example.org/maps/a.html');
  expect(placeOfFile(new URL('file:///C:/Users/somebody/map.html'))).toBe('map.html');
});
