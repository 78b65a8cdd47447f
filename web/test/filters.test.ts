import { describe, expect, it } from 'vitest';
import { Sieve, changed, isAsked, keepsSilence, readFilter, toggled, wanted, writeFilter } from '../src/filters';
import type { Filter } from '../src/filters';
import { makePage } from '../src/page';
import { citationOf, citedOf } from '../src/citation';
import { filterWords } from '../src/filtered';
import { speak } from '../src/messages';
import { readHash, writeHash } from '../src/permalink';
import { rowsOf } from '../src/table';
import { tallyOf } from '../src/tally';
import type { Column, Facets } from '../src/types';
import { DAY, claim, host, noFacets, pageFrame, pagePlace } from './data';

interface Row {
  place: number;
  known: number;
  day: number;
  actor: string | null;
  recipient: string | null;
  claimer: string | null;
  side: string | null;
  outlet: string | null;
}

const row = (given: Partial<Row>): Row => ({
  ...{ place: 0, known: DAY, day: DAY, actor: null, recipient: null, claimer: null, side: null, outlet: null },
  ...given,
});

const ROWS = [
  row({ known: DAY + 4, day: DAY + 3, actor: 'Rose', recipient: 'Blue', claimer: 'a Rose spokesman', side: 'Rose', outlet: 'Wire' }),
  row({ place: 1, known: DAY + 3, day: DAY + 3, actor: 'Blue', claimer: 'Spokesman', side: 'Blue', outlet: 'Gazette' }),
  row({ known: DAY + 1, day: DAY, actor: 'Blue', recipient: 'Blue', outlet: 'Wire' }),
  row({ known: DAY + 1, day: DAY + 1, claimer: 'residents', outlet: 'Gazette' }),
];

function column(values: (string | null)[]): Column {
  const distinct = [...new Set(values.filter((one) => one !== null))];
  return { values: distinct, at: values.map((one) => (one === null ? -1 : distinct.indexOf(one))) };
}

function facetsOf(rows: readonly Row[]): Facets {
  const of = (name: keyof Row): Column => column(rows.map((one) => one[name] as string | null));
  return {
    ...noFacets(),
    ...{ place: rows.map(({ place }) => place), known: rows.map(({ known }) => known), day: rows.map(({ day }) => day) },
    published: rows.map(({ known }) => known),
    ...{ actor: of('actor'), recipient: of('recipient'), claimer: of('claimer'), side: of('side'), outlet: of('outlet') },
  };
}

const facets = facetsOf(ROWS);
const sieve = new Sieve(facets, 2);
const all = DAY + 9;

describe('keep', () => {
  it.each<[Filter, number[]]>([
    [{}, [1, 1, 1, 1]],
    [{ party: 'Blue' }, [1, 1, 1, 0]],
    [{ party: 'rose' }, [1, 0, 0, 0]],
    [{ claimer: 'SPOKES' }, [1, 1, 0, 0]],
    [{ side: 'Blue' }, [0, 1, 0, 0]],
    [{ outlet: 'Wire', party: 'Blue' }, [1, 0, 1, 0]],
    [{ since: '2021-08-02', until: '2021-08-02' }, [0, 0, 0, 1]],
    [{ published_since: '2021-08-02', published_until: '2021-08-04' }, [0, 1, 1, 1]],
    [{ published_since: '2021-08-04', until: '2021-08-03' }, [0, 0, 0, 0]],
    [{ until: '2021-08-01' }, [0, 0, 1, 0]],
    [{ outlet: 'Nobody' }, [0, 0, 0, 0]],
    [{ type: 'capture' }, [0, 0, 0, 0]],
    [{ outlet: ['Wire', 'gazette'] }, [1, 1, 1, 1]],
    [{ outlet: ['Wire', 'Gazette'], side: ['Rose', 'Blue'] }, [1, 1, 0, 0]],
    [{ claimer: ['rose', 'resid'], outlet: 'Gazette' }, [0, 0, 0, 1]],
    [{ outlet: ['Nobody', 'None'] }, [0, 0, 0, 0]],
  ])('%o keeps %o', (filter, kept) => {
    expect([...sieve.keep(filter)]).toEqual(kept);
  });
});

describe('changes', () => {
  it('are counted of claims that say they came, with their years, whatever is filtered', () => {
    const rows = [row({}), row({ day: DAY - 2000 }), row({}), row({ known: DAY + 5 }), row({ place: 1 })];
    const told = column(['certain', 'probable', 'denied', 'certain', 'certain']);
    const found = new Sieve({ ...facetsOf(rows), change: [1, 1, 1, 1, 1], factuality: told }, 2);
    expect(found.changes(0, DAY)).toEqual({ claims: 2, years: [2016, 2021] });
    const undated = new Sieve({ ...facetsOf(rows), published: [-1, -1, -1, -1, -1], change: [1, 1, 1, 1, 1], factuality: told }, 2);
    expect(undated.changes(0, DAY)).toEqual({ claims: 1, years: [2016] }); // of the other one no day is told
    expect(new Sieve({ ...facetsOf(rows), change: [0, 0, 0, 0, 0], factuality: told }, 2).changes(0, DAY).claims).toBe(0);
  });
});

describe('choices', () => {
  const counted = (filter: Filter, name: 'party' | 'outlet' | 'claimer' | 'side', known = all) =>
    sieve.choices(filter, known)[name].map(({ value, count }) => [value, count]);

  it('counts under the other filters, not under its own', () => {
    expect(counted({ outlet: 'Wire' }, 'outlet')).toEqual([['Gazette', 2], ['Wire', 2]]);
    expect(counted({ outlet: 'Wire' }, 'party')).toEqual([['Blue', 2], ['Rose', 1]]);
    expect(counted({ outlet: 'Gazette', party: 'Blue' }, 'outlet')).toEqual([['Wire', 2], ['Gazette', 1]]);
  });

  it('counts a claim once for a party that does it and has it done to it', () => {
    expect(counted({}, 'party')).toEqual([['Blue', 3], ['Rose', 1]]);
  });

  it('counts what was known, in the days asked for', () => {
    expect(counted({}, 'outlet', DAY + 1)).toEqual([['Gazette', 1], ['Wire', 1]]);
    expect(counted({ since: '2021-08-04' }, 'outlet')).toEqual([['Gazette', 1], ['Wire', 1]]);
  });

  it('counts for a claimer those whose words have it in them', () => {
    expect(counted({}, 'claimer')).toEqual([['a Rose spokesman', 1], ['residents', 1], ['Spokesman', 2]]);
  });

  it('each count is the number kept when the value is chosen', () => {
    const others: Filter[] = [{}, { party: 'Blue' }, { outlet: 'Wire' }, { since: '2021-08-02' }];
    for (const filter of others) {
      for (const [name, choices] of Object.entries(sieve.choices(filter, all))) {
        for (const { value, count } of choices) {
          const kept = sieve.keep(changed(filter, name as 'party', value));
          expect([name, value, sieve.tally(kept, all).kept]).toEqual([name, value, count]);
        }
      }
    }
  });

  it('counts the same whatever is chosen of the facet itself', () => {
    expect(counted({ outlet: ['Wire', 'Gazette'] }, 'outlet')).toEqual(counted({}, 'outlet'));
    const chosen = sieve.choices({ outlet: ['Wire', 'gazette'] }, all).outlet.filter((one) => one.chosen);
    expect(chosen.map(({ value }) => value)).toEqual(['Gazette', 'Wire']);
  });

  it("lists words that are asked for beside the claimers' own", () => {
    const listed = sieve.choices({ claimer: ['spokes', 'Residents'] }, all).claimer;
    expect(listed.map(({ value, count, chosen }) => [value, count, chosen])).toEqual([
      ['spokes', 2, true],
      ['a Rose spokesman', 1, false],
      ['residents', 1, true],
      ['Spokesman', 2, false],
    ]);
  });

  it('lists a claimer once, however it is spelt', () => {
    const rows = [row({ claimer: 'Spokesman' }), row({ claimer: 'spokesman' }), row({ claimer: 'Spokesman' })];
    const { claimer } = new Sieve(facetsOf(rows), 1).choices({}, all);
    expect(claimer.map(({ value, count }) => [value, count])).toEqual([['Spokesman', 3]]);
  });

  it('is chosen and dropped value by value', () => {
    const one = toggled({ party: 'Blue' }, 'outlet', 'Wire');
    const two = toggled(one, 'outlet', 'Gazette');
    expect([one, two]).toEqual([{ party: 'Blue', outlet: 'Wire' }, { party: 'Blue', outlet: ['Wire', 'Gazette'] }]);
    expect(toggled(two, 'outlet', 'wire')).toEqual({ party: 'Blue', outlet: 'Gazette' });
    expect(toggled(toggled(two, 'outlet', 'Wire'), 'outlet', 'Gazette')).toEqual({ party: 'Blue' });
  });

  it('keeps a chosen value that nothing has any more', () => {
    const [chosen] = sieve.choices({ side: 'Rose', outlet: 'Gazette' }, all).side.filter((one) => one.chosen);
    expect(chosen).toEqual({ value: 'Rose', count: 0, chosen: true });
  });
});

describe('the address', () => {
  const read = (words: string): Filter => readFilter(new URLSearchParams(words), facets);

  it.each<[string, Filter]>([
    ['', {}],
    ['party=blue&outlet=Wire', { party: 'Blue', outlet: 'Wire' }],
    ['party=Green&outlet=<b>', {}],
    ['claimer=spokes', { claimer: 'spokes' }],
    ['outlet=Wire&outlet=gazette&outlet=None&outlet=wire', { outlet: ['Wire', 'Gazette'] }],
    ['claimer=spokes&claimer=residents', { claimer: ['spokes', 'residents'] }],
    [`claimer=${'s'.repeat(201)}`, {}],
    ['since=2021-08-02&until=2021-13-01', { since: '2021-08-02' }],
    ['since=2021-08-09&until=2021-08-02', {}],
    ['published_since=2021-08-01&published_until=2021-08-02&since=x', { published_since: '2021-08-01', published_until: '2021-08-02' }],
    ['published_since=2021-08-09&published_until=2021-08-02', {}],
    ['type=__proto__&side=constructor', {}],
  ])('%s', (words, filter) => {
    expect(read(words)).toEqual(filter);
  });

  it('what is written is read', () => {
    const filter: Filter = { party: 'Rose', side: 'Rose', claimer: 'a Rose & co', outlet: 'Wire', since: '2021-08-02' };
    const words = new URLSearchParams();
    const several: Filter = { ...filter, claimer: 'spokesman', outlet: ['Gazette', 'Wire'] };
    writeFilter(several, words);
    expect(words.getAll('outlet')).toEqual(['Gazette', 'Wire']);
    expect(read(words.toString())).toEqual(several);
  });

  it('goes with what is shown', () => {
    const data = pageFrame({ facets });
    const hash = writeHash({ ...readHash('', data), filter: { outlet: 'Wire' } });
    expect(hash).toContain('outlet=Wire');
    expect(readHash(hash, data).filter).toEqual({ outlet: 'Wire' });
    expect(readHash('#outlet=Other', data).filter).toBeUndefined();
  });
});

describe('the page', () => {
  const page = makePage(host({ frame: pageFrame({ facets }) }), '#known=all&outlet=Gazette&party=Blue');

  it('selects the places of claims that were known', () => {
    expect([...(page.selected.value ?? [])]).toEqual([0, 1]);
    page.known.value = DAY + 1;
    expect([...(page.selected.value ?? [])]).toEqual([0, 0]);
    page.known.value = 'all';
  });

  it('has rows and counts for these alone', () => {
    const rows = rowsOf(page.data, page.view.value, page.kept.value);
    expect(rows.map(({ name, claims }) => [name, claims])).toEqual([['Bir', 1]]);
    const { statuses } = tallyOf(page.data, page.view.value, page.selected.value);
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('leaves the states as they are', () => {
    const cells = page.view.value.cells;
    page.filter.value = {};
    expect(page.view.value.cells).toEqual(cells);
    expect(page.selected.value).toBeNull();
    expect(isAsked(page.filter.value)).toBe(false);
  });

  it('says in a citation what is left out', () => {
    page.filter.value = { outlet: 'Wire' };
    const words = citationOf(citedOf(page, new URL('https://x.org/map'), new Date()));
    expect(words).toContain('Filtered: ');
    expect(words).toContain('outlet=Wire');
    page.filter.value = {};
    expect(citationOf(citedOf(page, new URL('https://x.org/map'), new Date()))).not.toContain('Filtered');
  });
});

it('keeps in the part of a place what it keeps in the columns', () => {
  const part = pagePlace({ claims: [claim({ id: 'a' }), claim({ id: 'b' }), claim({ id: 'c' })] });
  const filter = { outlet: 'Wire' };
  const shown = wanted({ ...part, left_out: 2 }, filter, sieve, sieve.keep(filter));
  expect([shown.claims.map(({ id }) => id), shown.left_out]).toEqual([['a', 'b'], 3]);
});

it.each<[Filter, boolean]>([
  [{ party: 'blue' }, true],
  [{ party: 'Rose' }, false],
  [{ outlet: 'Wire' }, false],
  [{ since: '2021-08-03' }, false],
  [{ published_since: '2021-08-03' }, false],
  [{ until: '2021-08-02', side: 'Rose' }, true],
])('a silence under %o', (filter, kept) => {
  expect(keepsSilence(filter, { place: 0, party: 'Blue', quote: 'q', known: DAY + 1 })).toBe(kept);
});

it('sieves and counts 100,000 claims quickly', () => {
  const many = Array.from({ length: 100_000 }, (_, n) =>
    row({ place: n % 5000, known: DAY + (n % 10), outlet: `outlet ${n % 300}`, claimer: `claimer ${n % 2000}`, actor: n % 3 === 0 ? 'Rose' : 'Blue' }),
  );
  const large = new Sieve(facetsOf(many), 5000);
  const start = performance.now();
  const filter = { party: 'Rose', outlet: 'outlet 7' };
  const kept = large.keep(filter);
  large.places(kept, all);
  large.choices(filter, all);
  expect(performance.now() - start).toBeLessThan(400); // some 30 ms on an idle machine
  expect(large.tally(kept, all)).toEqual({ kept: many.filter((one, n) => n % 3 === 0 && one.outlet === 'outlet 7').length, all: 100_000 });
});

it.each([
  ['en', 'Outlet: Wire or Post'],
  ['fr', 'Média\u00a0: Wire ou Post'],
  ['ar', '\u2068Wire\u2069 أو \u2068Post\u2069'],
] as const)('says several values in %s', async (code, words) => {
  await speak(code);
  expect(filterWords({ outlet: ['Wire', 'Post'] })).toContain(words);
  await speak('en');
});
