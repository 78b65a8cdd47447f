import { expect, it } from 'vitest';
import { bibtexOf, citationOf, citedOf, permalinkOf, placeOfFile, risOf } from '../src/citation';
import { momentOf } from '../src/days';
import { embedAddress, snippetOf } from '../src/embed';
import { makePage } from '../src/page';
import { linksOf, servedOf } from '../src/take/links';
import { host, pageFrame } from './data';

const NOW = new Date('2021-09-02T10:05:00Z');
const HASH = 'ab12'.repeat(16);
const FILE = new URL('file:///home/somebody/a%20map.html');
const WEB = new URL('https://example.org/war/?since=2021-08-01#on=x');
const VIEW = '#on=2021-08-03&known=all&place=gn:1';
const served = () => host({ offers: linksOf, served: servedOf, pins: { since: '2021-08-01' } });

it('names the place, both clocks, the record, the method, the data and the file', () => {
  const cited = citedOf(makePage(host(), VIEW), FILE, NOW);
  expect(citationOf(cited)).toBe(
    'Aïn: Held by Blue: almost certain (96 %). “Test”, true on 3 August 2021, as known on 10 August 2021. ' +
      `Made by whoholds 0 on 2021-09-01; ledger 3, method m. Data: SHA-256 ${HASH}. ` +
      'a%20map.html#on=2021-08-03&known=2021-08-10&place=gn%3A1 (read on 2021-09-02 at 10:05 UTC).',
  );
});

it('says of a day after the day of knowledge that what is shown is a projection', () => {
  const cited = (hash: string) => citedOf(makePage(host(), hash), FILE, NOW).what;
  const note = 'Projection from 3 August 2021, the day of knowledge. Nothing published later counts, and with each later day this is less certain.';
  expect(cited('#on=2021-08-05&known=2021-08-03')).toBe(note);
  expect(cited('#on=2021-08-05&known=2021-08-03&place=gn:1')).toMatch(/^Aïn: Contested: .*, projection\.?$/);
  expect(cited('#on=2021-08-03&known=2021-08-05')).toBe('');
});

it.each([
  ['2021-08-08T12:00:00+00:00', '2021-08-08 12:00'],
  ['2021-08-08T12:00:30+04:30', '2021-08-08 07:30:30'],
  ['2021-08-08T12:00', '2021-08-08 12:00'],
  ['2021-08-08', null],
  [undefined, null],
])('the address pins %s: %s', (iso, moment) => {
  expect(momentOf(iso)).toBe(moment);
  const page = makePage(host({ served: servedOf, pins: iso === undefined ? {} : { as_of: iso } }), VIEW);
  const told = moment === null ? '' : ` Only what had been published by ${moment} UTC.`;
  expect(citedOf(page, WEB, NOW).view).toBe(`“Test”, true on 3 August 2021, as known on 10 August 2021.${told}`);
});

it('keeps the address of a page of the web, and no folder of a disk', () => {
  expect(placeOfFile(new URL('https://example.org/maps/a.html?x=1#on=2'))).toBe('https://example.org/maps/a.html');
  expect(placeOfFile(new URL('file:///C:/Users/somebody/map.html'))).toBe('map.html');
});

it('pins the state of the record in the link of a server', () => {
  const link = permalinkOf(makePage(served(), VIEW), WEB);
  expect(link).toBe('https://example.org/war/?since=2021-08-01&recorded=3#on=2021-08-03&known=2021-08-10&place=gn%3A1');
  const inside = permalinkOf(makePage(served(), VIEW), new URL('https://example.org/war/embed?recorded=3'));
  expect(inside).toBe(link);
});

it('takes nothing of a hostile title for a command of TeX or a line of RIS', () => {
  const data = pageFrame();
  const title = 'A\r\nER  - }\\input{x} $5 & 10% #_^~';
  const page = makePage(host({ frame: { ...data, meta: { ...data.meta, title } } }), '');
  const cited = citedOf(page, FILE, NOW);
  expect(bibtexOf(cited)).toContain(
    'title = {{A ER - \\}\\textbackslash{}input\\{x\\} \\$5 \\& 10\\% \\#\\_\\textasciicircum{}\\textasciitilde{}}}',
  );
  const lines = risOf(cited).split('\r\n');
  expect(lines.filter((line) => line.startsWith('ER  - '))).toEqual(['ER  - ']);
  expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
});

it('gives BibTeX and RIS with link and day of reading', () => {
  const cited = citedOf(makePage(served(), VIEW), WEB, NOW);
  expect(bibtexOf(cited)).toMatch(/^@misc\{whoholds-2021-08-03-known-2021-08-10,\n/);
  expect(bibtexOf(cited)).toContain(`url = {${cited.link}}`);
  expect(bibtexOf(cited)).toContain('urldate = {2021-09-02}');
  expect(risOf(cited)).toContain('Y2  - 2021/09/02/10:05 UTC\r\n');
  expect(risOf(cited)).toContain(`UR  - ${cited.link}\r\n`);
});

it('embeds the map as it is, or as it will be', () => {
  const page = makePage(served(), '#on=2021-08-03&known=then&view=table');
  expect(embedAddress(page, WEB, false)).toBe(
    'https://example.org/war/embed?since=2021-08-01&recorded=3#on=2021-08-03&known=2021-08-03',
  );
  expect(embedAddress(page, WEB, true)).toBe('https://example.org/war/embed?since=2021-08-01#on=2021-08-03&known=then');
});

it('lets no title out of the attribute', () => {
  const html = snippetOf('https://example.org/embed?a=1&b=2', '"><script>alert(1)</script>');
  expect(html).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
  expect(html).toContain('src="https://example.org/embed?a=1&amp;b=2"');
  expect(html).toContain('sandbox="');
});
