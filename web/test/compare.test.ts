import { describe, expect, it } from 'vitest';
import { kindOf, readCompare, turnsOf, usualGroups, weekBefore, writeCompare } from '../src/compare';
import type { Compare, Group } from '../src/compare';
import { comparedWords } from '../src/compared';
import { citationOf, citedOf } from '../src/citation';
import { Histories } from '../src/histories';
import { makePage } from '../src/page';
import { readHash, writeHash } from '../src/permalink';
import type { Act, Cell, Column, Facets, Party } from '../src/types';
import { isDivided, seriesOf, voicedOf } from '../src/voices';
import { DAY, host, noFacets, pageFrame } from './data';

interface Row {
  place?: number;
  known?: number;
  day?: number;
  act?: Act | null;
  party?: number;
  change?: number;
  voice?: number;
  side?: string | null;
  claimer?: string | null;
  back?: number;
  judged?: string | null;
}

function column(values: (string | null | undefined)[]): Column {
  const distinct = [...new Set(values.filter((one) => one !== null && one !== undefined))];
  return { values: distinct, at: values.map((one) => (one === null || one === undefined ? -1 : distinct.indexOf(one))) };
}

const facetsOf = (rows: readonly Row[]): Facets => ({
  ...noFacets(),
  place: rows.map(({ place }) => place ?? 0),
  known: rows.map(({ known, day }) => known ?? day ?? DAY),
  published: rows.map(({ known, day }) => known ?? day ?? DAY),
  day: rows.map(({ day }) => day ?? DAY),
  back: rows.map(({ back }) => back ?? -1),
  party: rows.map(({ party }) => party ?? -1),
  change: rows.map(({ change }) => change ?? 0),
  voice: rows.map(({ voice }) => voice ?? 0),
  act: column(rows.map(({ act }) => (act === undefined ? 'holds' : act))),
  side: column(rows.map(({ side }) => side)),
  claimer: column(rows.map(({ claimer }) => claimer)),
  actor: column(rows.map(() => null)),
  judged: column(rows.map(({ judged }) => judged)),
});

// newest first
const ROWS: Row[] = [
  { day: DAY + 3, party: 1, side: 'Rose', claimer: 'spokesman' },
  { day: DAY + 2, party: 0, side: 'Blue', claimer: 'general' },
  { place: 1, day: DAY + 2, party: 1, claimer: 'residents' },
  { place: 1, day: DAY + 1, act: 'attacks', party: 1, side: 'Rose', claimer: 'spokesman' },
  { day: DAY + 1, party: 0, side: 'Rose', claimer: 'spokesman' },
];
const SIDES: Group[] = [{ kind: 'side', side: 'Rose' }, { kind: 'side', side: 'Blue' }, { kind: 'none' }];
const frame = (rows = ROWS) => pageFrame({ facets: facetsOf(rows) });

function voiced(groups: Group[], rows = ROWS, on = DAY + 5, known = DAY + 9, kept: Uint8Array | null = null, parties?: Party[]) {
  const view = { on, known, moment: 0, after: false, ahead: false, unmade: false, cells: new Int32Array() };
  const data = parties === undefined ? frame(rows) : { ...frame(rows), parties };
  return voicedOf(data, groups, view, kept).map(({ place, stand, said }) => [
    place,
    stand,
    said.map((group) => group.map((one) => `${one.against ? 'admits ' : ''}${one.says.act} ${one.says.party} ${one.day - DAY}`)),
  ]);
}

describe('what groups say', () => {
  it('is every position that each took, and whether they differ', () => {
    expect(voiced(SIDES)).toEqual([
      [0, 'differ', [['holds 1 3', 'holds 0 1'], ['holds 0 2'], []]],
      [1, 'agree', [['attacks 1 1'], [], ['holds 1 2']]],
    ]);
  });

  it('is what had been said by the day and was known', () => {
    expect(voiced(SIDES, ROWS, DAY + 2)[0]).toEqual([0, 'agree', [['holds 0 1'], ['holds 0 2'], []]]);
    expect(voiced(SIDES, ROWS, DAY + 5, DAY + 1)[0]).toEqual([0, 'alone', [['holds 0 1'], [], []]]);
  });

  it('is what was said within a week, of no baseline', () => {
    expect(voiced(SIDES, ROWS, DAY + 9)).toEqual([[0, 'alone', [['holds 1 3'], [], []]]]);
    expect(voiced(SIDES, [{ ...ROWS[0], voice: -1 }, ...ROWS.slice(1)])[0]?.[1]).toBe('agree');
  });

  it.each<[string, Row]>([
    ['taken back by then', { back: DAY + 4 }],
    ['rejected', { judged: 'reject' }],
    ['of nothing', { act: null }],
  ])('leaves out what was %s', (_, given) => {
    const rows = [{ ...ROWS[0], ...given }, ...ROWS.slice(1)];
    expect(voiced(SIDES, rows)[0]).toEqual([0, 'agree', [['holds 0 1'], ['holds 0 2'], []]]);
  });

  it('counts what is taken back later', () => {
    expect(voiced(SIDES, [{ ...ROWS[0], back: DAY + 8 }, ...ROWS.slice(1)], DAY + 5, DAY + 7)[0]?.[1]).toBe('differ');
  });

  it('obeys the filter', () => {
    expect(voiced(SIDES, ROWS, DAY + 5, DAY + 9, Uint8Array.from([0, 1, 1, 1, 1]))[0]?.[1]).toBe('agree');
  });

  it('may be of chosen claimers', () => {
    const groups: Group[] = [{ kind: 'claimers', names: ['general', 'residents'] }, { kind: 'claimers', names: ['spokesman'] }];
    expect(voiced(groups)).toEqual([
      [0, 'differ', [['holds 0 2'], ['holds 1 3', 'holds 0 1']]],
      [1, 'agree', [['holds 1 2'], ['attacks 1 1']]],
    ]);
    expect(voiced([{ kind: 'claimers', names: [] }, { kind: 'claimers', names: ['nobody'] }])).toEqual([]);
  });

  it('has admissions first, who is not named after who is, and an attack last', () => {
    const parties = ['Blue', 'Rose', 'other'].map((name) => ({ name, colour: '#000000' }));
    const rows: Row[] = [
      { day: DAY + 1, party: 2 },
      { act: 'attacks', party: 1 },
      { party: 0 },
      { party: 1 },
      { day: DAY - 1, party: 1, voice: 1 },
    ];
    const told = voiced([{ kind: 'none' }, { kind: 'side', side: 'x' }], rows, DAY + 5, DAY + 9, null, parties);
    expect(told).toEqual([[0, 'alone', [['admits holds 1 -1', 'holds 0 0', 'attacks 1 0', 'holds 2 1'], []]]]);
  });

  it.each<[string, Row, string]>([
    ['held by another one', { party: 1 }, 'differ'],
    ['taken later', { party: 1, change: 1 }, 'agree'],
    ['taken on that day', { party: 1, change: 1, day: DAY }, 'differ'],
    ['held by who is not named', { party: 2 }, 'agree'],
  ])('differs or not: %s', (_, given, stand) => {
    const parties = ['Blue', 'Rose', 'other'].map((name) => ({ name, colour: '#000000' }));
    const rows: Row[] = [{ day: DAY + 1, ...given }, { party: 0, side: 'Blue' }];
    expect(voiced([{ kind: 'none' }, { kind: 'side', side: 'Blue' }], rows, DAY + 5, DAY + 9, null, parties)[0]?.[1]).toBe(stand);
  });
});

it.each<[string, Row[], boolean]>([
  ['one position', [{ party: 0 }, { party: 0, day: DAY + 1 }], false],
  ['an admission and a denial', [{ party: 1, voice: 1 }, { party: 0 }], true],
  ['one that a change ended', [{ party: 1, change: 1, day: DAY + 1 }, { party: 0 }], false],
])('a group may contradict itself: %s', (_, rows, divided) => {
  const view = { on: DAY + 5, known: DAY + 9, moment: 0, after: false, ahead: false, unmade: false, cells: new Int32Array() };
  const [found] = voicedOf(frame(rows), [{ kind: 'none' }], view, null);
  expect(isDivided(frame(rows), found?.said[0] ?? [])).toBe(divided);
});

describe('what one group said of a place', () => {
  const view = { on: DAY + 9, known: DAY + 9, moment: 0, after: false, ahead: false, unmade: false, cells: new Int32Array() };
  const told = (group: Group, rows = ROWS, given = {}) =>
    seriesOf(frame(rows), group, 0, { ...view, ...given }, null).map(({ says, claimer, day, claims }) => [day - DAY, `${says.act} ${says.party}`, claimer, claims]);

  it('is told day by day, the latest first', () => {
    expect(told({ kind: 'claimers', names: ['spokesman'] })).toEqual([
      [3, 'holds 1', 'spokesman', 1],
      [1, 'holds 0', 'spokesman', 1],
    ]);
    expect(told({ kind: 'none' })).toEqual([]);
  });

  it('says the same of a day once, and nothing that was not known or speaks of a later day', () => {
    const rows: Row[] = [{ day: DAY + 3, party: 1, claimer: 'a' }, { day: DAY + 3, party: 1, claimer: 'a' }, { day: DAY + 3, party: 1, claimer: 'b' }];
    expect(told({ kind: 'none' }, rows)).toEqual([[3, 'holds 1', 'b', 1], [3, 'holds 1', 'a', 2]]);
    expect(told({ kind: 'none' }, rows, { on: DAY + 2 })).toEqual([]);
    expect(told({ kind: 'none' }, rows, { known: DAY - 1 })).toEqual([]);
  });
});

describe('two moments', () => {
  const data = frame();
  const histories = new Histories(data);
  const at = (day: number, known: number | 'then' | 'all' = 'then') => ({ on: DAY + day, known });

  it('lists what changed with its kind', () => {
    const { turns } = turnsOf(data, histories, { a: at(1), b: at(2) }, null);
    expect(turns).toEqual([{ place: 0, before: 1, now: 2, kind: 'contested' }]);
    expect(turnsOf(data, histories, { a: at(0), b: at(1) }, null).turns.map(({ kind }) => kind)).toEqual(['known', 'known']);
  });

  it('compares knowledge of one day', () => {
    const { turns } = turnsOf(data, histories, { a: at(3, DAY + 3), b: at(3, 'all') }, null);
    expect(turns).toEqual([{ place: 0, before: 2, now: 3, kind: 'settled' }]);
  });

  it('leaves out places that are not selected', () => {
    expect(turnsOf(data, histories, { a: at(1), b: at(2) }, Uint8Array.from([0, 1])).turns).toEqual([]);
  });

  const cell = (status: Cell[0], holder: number | null = null): Cell => [status, holder, null, 0.9, null, 0, null, []];
  it.each<[Cell, Cell, string]>([
    [cell('held', 0), cell('held', 1), 'holder'],
    [cell('held', 0), cell('leaning', 1), 'holder'],
    [cell('held', 0), cell('leaning', 0), 'status'],
    [cell('unknown'), cell('contested', 0), 'contested'],
    [cell('contested', 0), cell('held', 1), 'settled'],
    [cell('contested', 0), cell('contested', 1), 'holder'],
    [cell('contested', 0), cell('unknown'), 'unknown'],
    [cell('unknown'), cell('leaning', 1), 'known'],
  ])('%o to %o is %s', (was, is, kind) => {
    expect(kindOf(was, is)).toBe(kind);
  });
});

describe('the address', () => {
  const data = frame();
  const read = (words: string): Compare | null => readCompare(new URLSearchParams(words), data);

  it.each<[string, Compare]>([
    ['days', weekBefore(DAY + 9, 'then', data)],
    ['a fixed day', { kind: 'days', a: { on: DAY, known: DAY + 3 }, b: { on: DAY + 1, known: 'all' } }],
    ['groups', usualGroups(data, DAY + 9)],
    ['claimers', { kind: 'groups', groups: [{ kind: 'claimers', names: ['general', 'spokesman'] }, { kind: 'claimers', names: [] }] }],
  ])('%s: what is written is read', (_, compare) => {
    const words = new URLSearchParams();
    writeCompare(compare, words);
    expect(read(words.toString())).toEqual(compare);
    const hash = writeHash({ ...readHash('', data), compare });
    expect(readHash(hash, data).compare).toEqual(compare);
  });

  it.each([
    '',
    'compare=all',
    'compare=days&a=2021-08-01~then',
    'compare=days&a=2021-08-01~soon&b=2021-08-02~all',
    'compare=days&a=2021-02-30~then&b=2021-08-02~all',
    'compare=groups&group=none',
    'compare=groups&group=none&group=side:Martians',
    'compare=groups&group=none&group=by:<b>',
    'compare=groups&group=none&group=constructor',
  ])('%s compares nothing', (words) => {
    expect(read(words)).toBeNull();
    expect('compare' in readHash(`#${words}`, data)).toBe(false);
  });

  it('moves days into the range, and takes four groups at most', () => {
    expect(read('compare=days&a=1999-01-01~then&b=2099-01-01~2099-01-01')).toEqual({
      kind: 'days',
      a: { on: DAY, known: 'then' },
      b: { on: DAY + 9, known: DAY + 9 },
    });
    expect(read(`compare=groups${'&group=none'.repeat(9)}`)).toHaveProperty('groups.length', 4);
  });
});

describe('the page', () => {
  it('rings what differs, and says so in a citation', () => {
    const page = makePage(host({ frame: frame() }), '#known=all&on=2021-08-05&compare=groups&group=side:Rose&group=side:Blue');
    expect(page.side.value).toBe('compare');
    expect(page.ringed.value).toEqual([0]);
    const words = citationOf(citedOf(page, new URL('https://x.org/map'), new Date()));
    expect(words).toContain('Compared: side: Rose / side: Blue; they contradict each other at 1 place.');
    expect(words).toContain('compare=groups');
    page.side.value = null;
    expect(page.ringed.value).toEqual([]);
    expect(comparedWords(page)).toBeNull();
    expect(page.shown.value.compare).toBeUndefined();
  });

  it('rings what changed between two moments', () => {
    const page = makePage(host({ frame: frame() }), '#compare=days&a=2021-08-02~then&b=2021-08-03~then');
    expect(page.ringed.value).toEqual([0]);
    expect(comparedWords(page)).toBe(
      'Compared: true on 2 August 2021, as known on 2 August 2021 with true on 3 August 2021, as known on 3 August 2021; 1 place changed.',
    );
  });
});
