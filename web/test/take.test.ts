import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../src/messages';
import { en } from '../src/messages/en';
import { makePage } from '../src/page';
import { clocksOf, fileName, namedOf, queryOf } from '../src/take/asked';
import { briefOf } from '../src/take/brief';
import { cell, table } from '../src/take/csv';
import { linksOf, servedOf } from '../src/take/links';
import { geojsonOf, madeOf } from '../src/take/made';
import { claimRows, stateRows } from '../src/take/rows';
import { drawingOf } from '../src/take/svg/draw';
import { toldOf } from '../src/take/told';
import { clean, widthOf, wrapped } from '../src/take/text';
import { placesWanted } from '../src/take/wanted';
import { framesOf } from '../src/ui/Animation';
import type { Page } from '../src/page';
import { DAY, claim, host, noFacets, pageFrame, pagePlace } from './data';

const column = (...values: string[]) => ({ values, at: values.map((_, index) => index) });
const EVIL = '=1+1 </text><script>alert(1)</script>';
const FRAME = pageFrame({
  facets: {
    ...noFacets(),
    ...{ place: [0, 1], known: [DAY + 3, DAY + 1], published: [DAY + 3, DAY + 1], day: [DAY + 3, DAY + 1] },
    ...{ outlet: column('Wire', 'Post'), actor: column('Blue', 'Rose'), recipient: column('Rose', 'Blue') },
    ...{ claimer: column('a mayor', 'A Mayor of Bir'), side: column('Blue', 'Rose'), type: column('capture', 'hold') },
  },
});
const PARTS = [
  pagePlace({ claims: [claim({ outlet: 'Wire', claimer: EVIL, quote: 'Fell, "they" said.\nYes.' })] }),
  pagePlace({ place: 1, id: 'gn:2', claims: [claim({ id: 'c2', place: 1, outlet: 'Post', known: DAY + 1, published: DAY + 1 })] }),
];

afterEach(() => speak('en'));

/** A page with filters as it may have them. */
function filtered(filters: Record<string, string | string[]> = {}, hash = '#on=2021-08-05&known=2021-08-05'): Page {
  const page = makePage(host({ frame: FRAME, part: (place) => PARTS[place] as never, pins: {} }), hash);
  return Object.assign(page, { filter: { value: filters } });
}

describe('filters', () => {
  it.each([
    [{}, [0, 1]],
    [{ outlet: 'wire' }, [0]],
    [{ party: 'ROSE' }, [0, 1]],
    [{ claimer: 'mayor of' }, [1]],
    [{ type: 'hold', side: 'Rose' }, [1]],
    [{ type: 'hold', side: 'Blue' }, []],
    [{ since: '2021-08-03' }, [0]],
    [{ until: '2021-08-03' }, [1]],
    [{ place: 'gn:2' }, [1]],
    [{ place: 'North' }, [0]],
    [{ country: 'x' }, [0]],
    [{ outlet: ['wire', 'POST'] }, [0, 1]],
    [{ outlet: ['wire', 'none'], party: ['Rose', 'Blue'] }, [0]],
  ] as [Record<string, string | string[]>, number[]][])('%o want %o', (filters, places) => {
    const wanted = placesWanted(FRAME, filters, DAY + 9);
    expect([...wanted]).toEqual(places);
  });

  it('want nothing that was not known', () => {
    expect([...placesWanted(FRAME, { party: 'Rose' }, DAY + 1)]).toEqual([1]);
  });

  it('of the page are read where there are any', () => {
    expect(queryOf(makePage(host(), ''))).toEqual({});
    expect(queryOf(filtered({ party: 'Rose', outlet: '' }))).toEqual({ party: 'Rose' });
  });
});

describe('names and links', () => {
  it('say day, knowledge and record', () => {
    expect(fileName('map', namedOf(filtered()))).toBe('map_on-2021-08-05_as-known-2021-08-05_ledger-3');
    const all = filtered({}, '#on=2021-08-05&known=all');
    expect(fileName('map', namedOf(all))).toBe('map_on-2021-08-05_as-known-all_ledger-3');
    expect(clocksOf(all)).toEqual({ on: '2021-08-05', recorded: '3' });
  });

  it('carry clocks and filters', () => {
    const links = Object.fromEntries(linksOf(filtered({ party: 'Rose & Co' })).map((one) => [one.form, 'href' in one ? one.href : '']));
    const asked = 'on=2021-08-05&as_of=2021-08-05&recorded=3&party=Rose+%26+Co';
    expect(links['states']).toBe(`api/control.csv?${asked}`);
    expect(links['png']).toBe(`api/map.png?${asked}&title=Test`);
    expect(links['html']).toBe(`map.html?${asked}`);
    const [html] = linksOf(filtered({ since: '2021-08-02', until: '2021-08-04' })).filter(({ form }) => form === 'html');
    expect(html).toMatchObject({ href: 'map.html?on=2021-08-05&as_of=2021-08-05&recorded=3&claims_since=2021-08-02&claims_until=2021-08-04' });
  });

  it('repeat a parameter of several values', () => {
    const page = filtered({ outlet: ['Wire', 'Post'], party: 'Rose' });
    const [states] = linksOf(page).filter(({ form }) => form === 'states');
    expect(states).toMatchObject({ href: 'api/control.csv?on=2021-08-05&as_of=2021-08-05&recorded=3&outlet=Wire&outlet=Post&party=Rose' });
    expect(servedOf(page).feeds(null).json).toBe('feeds/changes.json?outlet=Wire&outlet=Post&party=Rose');
    expect(toldOf(FRAME, namedOf(page)).asked).toContain('the outlet is Wire or Post; the party is Rose');
    expect(JSON.parse(geojsonOf(page))).toMatchObject({ filters: { outlet: ['Wire', 'Post'], party: 'Rose' } });
  });

  it('keep an earlier moment of knowledge that the address pins', () => {
    const page = (pinned: string): Page => makePage(host({ pins: { as_of: pinned } }), '#on=2021-08-02&known=2021-08-05');
    expect(clocksOf(page('2021-08-03T10:00:00Z'))['as_of']).toBe('2021-08-03T10:00:00Z');
    expect(clocksOf(page('2021-08-09'))['as_of']).toBe('2021-08-05');
  });

  it('of animations and feeds', () => {
    const given = servedOf(filtered({ outlet: 'Wire' }));
    const course = { from: '2021-08-01', to: '2021-08-05', step: 2 };
    expect(given.animation({ ...course, then: true }).href).toBe(
      'api/map.webp?from=2021-08-01&to=2021-08-05&step=2&then=true&recorded=3&outlet=Wire',
    );
    expect(given.animation({ ...course, then: false })).toEqual({
      name: 'map_on-2021-08-01-to-2021-08-05_as-known-2021-08-05_ledger-3.webp',
      href: 'api/map.webp?from=2021-08-01&to=2021-08-05&step=2&as_of=2021-08-05&recorded=3&outlet=Wire',
    });
    expect(given.feeds('gn:1').atom).toBe('feeds/changes.atom?outlet=Wire&place=gn%3A1');
    expect(servedOf(filtered()).feeds(null).json).toBe('feeds/changes.json');
  });

  it.each([
    ['2021-08-01', '2021-08-01', 1, 1],
    ['2021-08-01', '2021-08-08', 3, 4],
    ['2021-08-02', '2021-08-01', 1, null],
    ['', '2021-08-01', 1, null],
    ['2021-08-01', '2021-08-02', Number.NaN, null],
    ['2021-08-01', '2021-08-02', 0, null],
  ])('from %s to %s by %d: %o pictures', (from, to, step, frames) => {
    expect(framesOf(from, to, step)).toBe(frames);
  });
});

describe('tables', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['@x', "'@x"],
    ['-5', "'-5"],
    [-5, '-5'],
    [true, 'true'],
    [null, ''],
    [['a', 'b'], 'a; b'],
    [' =1', "' =1"],
    ['\uff1d1', "'\uff1d1"],
    ['a\u202eb\u2069', 'a\\u202eb\\u2069'],
    ['\u200f=1', '\\u200f=1'],
    ['a\u0000b', 'a\ufffdb'],
  ])('a cell of %o is %o', (value, words) => {
    expect(cell(value as never)).toBe(words);
  });

  it('quote what they must', () => {
    expect(table(['a'], [{ a: 'x, "y"\n' }], { note: 'n' })).toBe('a,filters,note,licence\r\n"x, ""y""\n",,n,\r\n');
  });

  it('hold states as they are shown', () => {
    const [first, second] = stateRows(filtered());
    expect(first).toMatchObject({ place: 'Aïn', status: 'leaning', holder: 'Rose', challenger: 'Blue', probability: 0.7 });
    expect(second).toMatchObject({ place: 'Bir', lat: null, status: 'leaning' });
    expect(stateRows(filtered({}, '#on=2021-08-04&known=2021-08-04'))[0]).toMatchObject({
      ...{ status: 'contested', holder: null, last_holder: 'Blue', challenger: 'Rose', besieged: true, pressed_by: ['Rose'] },
    });
  });

  it('have projections on days after the day of knowledge, and say so', () => {
    const page = filtered({}, '#on=2021-08-06&known=2021-08-04');
    expect(stateRows(page)[0]).toMatchObject({ status: 'contested', unknown_reason: null, last_holder: 'Blue', challenger: 'Rose' });
    expect(toldOf(page.data, namedOf(page)).clocks).toBe('True on 6 August 2021, as known on 4 August 2021, projection');
  });

  it('hold wanted claims that were known, newest first', () => {
    expect(claimRows(filtered(), PARTS).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(claimRows(filtered({ outlet: 'Post' }), PARTS).map(({ id }) => id)).toEqual(['c2']);
    expect(claimRows(filtered({}, '#on=2021-08-05&known=2021-08-02'), PARTS).map(({ id }) => id)).toEqual(['c2']);
    expect(claimRows(filtered({}, '#on=2021-08-02&known=2021-08-09'), PARTS).map(({ id }) => id)).toEqual(['c2']);
  });
});

it('points say what names them', () => {
  const told = JSON.parse(geojsonOf(filtered({ outlet: 'Wire' }))) as { features: unknown[] };
  expect(told).toMatchObject({ type: 'FeatureCollection', on: '2021-08-05', recorded: 3, filters: { outlet: 'Wire' } });
  expect(told.features).toHaveLength(1);
  expect(told.features[0]).toMatchObject({ id: 'gn:1', geometry: { type: 'Point', coordinates: [2, 1] } });
});

it('a brief quotes as text, and says what was wanted', () => {
  const brief = briefOf(filtered({ outlet: 'Wire' }), PARTS);
  expect(brief).toContain('**True on 5 August 2021, as known on 5 August 2021**');
  expect(brief).toContain('Only places with claims where the outlet is Wire');
  expect(brief).toContain('## Aïn (North, X)');
  expect(brief).toContain('“Fell, "they" said. Yes.” (Wire, 4 August 2021, happened by 4 August 2021) [c:c1]');
  expect(brief).toContain('\\<script\\>');
  expect(brief).not.toContain('<script>');
  expect(brief).not.toContain('Bir');
});

describe('the drawing', () => {
  it('says what it shows, and escapes names', () => {
    const data = { ...FRAME, places: FRAME.places.map((row) => ({ ...row, name: EVIL })) };
    const svg = drawingOf(makePage(host({ frame: data }), '#on=2021-08-04&known=2021-08-04'));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('True on 4 August 2021, as known on 4 August 2021');
    expect(svg).toContain('Method m · ledger 3.');
    expect(svg).toContain('data-state="contested"');
    expect(svg).toContain('Not on the map, but counted: 1');
  });

  it('obeys filters and says so', () => {
    const svg = drawingOf(filtered({ outlet: 'Post' }));
    expect(svg).toContain('Only places with claims where the outlet is Post');
    expect(svg).not.toContain('Aïn');
  });
});

it('all forms that can be made are offered, with names that tell them apart', () => {
  const offers = madeOf(filtered(), () => Promise.resolve('<!doctype html>'));
  expect(offers.map(({ form }) => form)).toEqual(['png', 'svg', 'html', 'brief', 'states', 'claims', 'geojson']);
  expect(new Set(offers.map(({ name }) => name)).size).toBe(offers.length);
});

describe('words in a file', () => {
  it('have no marks that turn them, and an end', () => {
    expect(clean('a\u202eb\u0000\n c')).toBe('ab c');
    expect(clean('x'.repeat(100), 10)).toBe('xxxxxxxxx…');
  });
  it('are broken between names, not in them', () => {
    const lines = wrapped('of \u2068a b c d\u2069 and more words that are long', 12, 60);
    expect(lines.join(' ')).toContain('\u2068a b c d\u2069');
    expect(lines.some((line) => line.includes('\u2068') !== line.includes('\u2069'))).toBe(false);
    expect(widthOf('WWW', 10)).toBeGreaterThan(widthOf('iii', 10));
  });
});

it('draws and tells in the language of the page', async () => {
  await speak('es');
  const data = (banner: string) => ({ ...FRAME, meta: { ...FRAME.meta, banner } });
  const drawn = (banner: string): string => drawingOf(makePage(host({ frame: data(banner) }), '#on=2021-08-04&known=2021-08-04'));
  const svg = drawn(en.app.banner);
  expect(drawn('Invented reports')).toContain('Invented reports');
  expect(svg).toContain('Las provincias se dibujan');
  expect(svg).toContain('controlado: ');
  expect(svg).toContain('no hechos verificados');
  expect(svg).not.toMatch(/Assessed|orientation|places|Reports/);
  const brief = briefOf(filtered({ factuality: 'denied', since: '2021-08-03' }), PARTS);
  expect(brief).toContain('la factualidad es desmentido; el día no es anterior al 3 de agosto de 2021');
});
