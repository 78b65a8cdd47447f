import { describe, expect, it, vi } from 'vitest';
import { Desk, Refused } from '../src/writing/desk';
import type { Judged } from '../src/writing/desk';
import { sumOf, takeIn, uploadsOf } from '../src/writing/intake';
import type { Item, Outcome, Send } from '../src/writing/intake';
import { changed, judgingOf } from '../src/writing/judging';
import { lineReader } from '../src/writing/lines';
import { sizeOf } from '../src/writing/size';
import { inForce, standing } from '../src/writing/standing';
import { DAY, claim, pageFrame } from './data';

const item = (name: string, size = 10): Item => ({ file: new File(['x'.repeat(size)], name), name, state: 'waiting', rows: [], why: null });
const limits = { most: 100_000, tooLarge: 'too large', tooLargeServer: 'too large there', unreadable: 'unreadable' };
const told = (file: number, outcome: Outcome['outcome'], more: Partial<Outcome> = {}): Outcome => ({ file, outcome, claims: 1, published: '2021-08-09', ...more });
const run = (items: Item[], send: Send, stop = new AbortController().signal) => takeIn(items, send, limits, stop, () => undefined);

describe('lines of an answer', () => {
  it('are told when they are whole, wherever the pieces end', () => {
    const rows: unknown[] = [];
    const reader = lineReader((row) => rows.push(row));
    reader.take('{"a": 1}\n{"a"');
    expect(rows).toEqual([{ a: 1 }]);
    reader.take(': 2}\n\n{"a": 3}');
    reader.end();
    expect(rows).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
  });

  it('that are no JSON are an error', () => {
    expect(() => lineReader(() => undefined).take('<html>\n')).toThrow();
  });
});

describe('judgements in force', () => {
  const row = (seq: number, verdict: Judged['verdict'], one = 'c1'): Judged => ({
    ...{ claim: one, place: null, place_id: null, quote: null, verdict, reason: 'r', amended: null, seq, at: '2026-01-01T00:00:00+00:00' },
  });
  it.each([
    ['accept', [['in force', true]]],
    ['accept reject', [['replaced', false], ['in force', true]]],
    ['reject accept amend undo', [['replaced', false], ['in force', true], ['taken back', false], [null, false]]],
    ['accept reset reject', [['taken back', false], [null, false], ['in force', true]]],
    ['accept reject undo', [['in force', true], ['taken back', false], [null, false]]],
    ['accept undo', [['taken back', false], [null, false]]],
    ['accept reset', [['taken back', false], ['in force', true]]],
    ['accept reset undo', [['in force', true], ['taken back', false], [null, false]]],
    ['undo accept', [[null, false], ['in force', true]]],
  ])('%s', (words, wanted) => {
    const rows = words.split(' ').map((word, index) => row(index, word as Judged['verdict']));
    expect(standing(rows).map(({ state, undoable }) => [state, undoable])).toEqual(wanted);
  });

  it('are at most one of each claim', () => {
    const rows = [row(1, 'reject'), row(2, 'accept'), row(3, 'reject', 'c2'), row(4, 'undo', 'c2')];
    expect([inForce(rows, 'c1')?.seq, inForce(rows, 'c2')]).toEqual([2, null]);
  });

  it('pile up for each claim apart', () => {
    const rows = standing([row(1, 'accept'), row(2, 'reject', 'c2'), row(3, 'undo', 'c2')]);
    expect(rows.map(({ undoable }) => undoable)).toEqual([true, false, false]);
  });
});

describe('uploads', () => {
  it('are of a bearable size, in the order given', () => {
    const many = Array.from({ length: 45 }, (_, index) => item(`${index}.txt`));
    const found = uploadsOf(many, 10 ** 9);
    expect(found.flat()).toEqual(many);
    expect(Math.max(...found.map((one) => one.length))).toBe(20);
    expect(uploadsOf([item('a', 60_000), item('b', 60_000)], 100_000)).toHaveLength(2);
  });

  it('tell of each file as it is acknowledged', async () => {
    const items = [item('a.txt'), item('b.jsonl'), item('c.png')];
    const states: string[] = [];
    const send: Send = async (files, tell) => {
      expect(files.map(({ name }) => name)).toEqual(['a.txt', 'b.jsonl', 'c.png']);
      for (const row of [told(0, 'new'), told(1, 'rejected', { why: 'no' }), told(1, 'edition', { published: null }), told(2, 'skipped', { why: 'binary' }), told(9, 'new')]) {
        tell(row);
        states.push(items.map(({ state }) => state[0]).join(''));
      }
      tell({ outcome: 'done' });
    };
    expect(await run(items, send)).toEqual({ how: 'all' });
    expect(states).toEqual(['sss', 'drs', 'dss', 'ddr', 'ddr']);
    expect(items.map(({ state }) => state)).toEqual(['done', 'done', 'refused']);
    expect(sumOf(items)).toEqual({ reports: 2, claims: 2, undated: 1, refused: 2, known: 0 });
  });

  it('that break keep what was acknowledged, and the rest can be sent again', async () => {
    const items = [item('a'), item('b'), item('c')];
    const broken: Send = async (_, tell) => {
      tell(told(0, 'new'));
      tell(told(1, 'new'));
      throw new TypeError('network');
    };
    expect(await run(items, broken)).toEqual({ how: 'broke' });
    expect(items.map(({ state }) => state)).toEqual(['done', 'open', 'open']);
    const rest = vi.fn<Send>(async (files, tell) => {
      expect(files.map(({ name }) => name)).toEqual(['b', 'c']);
      tell(told(0, 'known'));
      tell(told(1, 'new'));
      tell({ outcome: 'done' });
    });
    expect(await run(items, rest)).toEqual({ how: 'all' });
    expect(sumOf(items)).toMatchObject({ reports: 2, known: 1 });
  });

  it('that end without the last line are not whole', async () => {
    const items = [item('a')];
    expect(await run(items, async (_, tell) => tell(told(0, 'new')))).toEqual({ how: 'broke' });
    expect(items[0]?.state).toBe('open');
  });

  it('stop with the server’s sentence where the record takes no more', async () => {
    const items = [item('a'), item('b')];
    const full: Send = async (_, tell) => {
      tell(told(0, 'new'));
      tell({ outcome: 'problem', why: 'The disk is full.' });
      tell({ outcome: 'done' });
    };
    expect(await run(items, full)).toEqual({ how: 'refused', status: 503, why: 'The disk is full.' });
    expect(items.map(({ state }) => state)).toEqual(['open', 'open']);
  });

  it('that are too large are refused alone, here or by the server', async () => {
    const items = [item('huge', 100_001), item('a')];
    expect(await run(items, () => Promise.reject(new Refused(413, 'large')))).toEqual({ how: 'all' });
    expect(items.map(({ state, why }) => [state, why])).toEqual([['refused', 'too large'], ['refused', 'too large there']]);
  });

  it('end when they are stopped', async () => {
    const control = new AbortController();
    const items = Array.from({ length: 25 }, (_, index) => item(`${index}`));
    const send = vi.fn<Send>(async () => {
      control.abort();
      throw new DOMException('stopped', 'AbortError');
    });
    expect(await run(items, send, control.signal)).toEqual({ how: 'cancelled' });
    expect(send).toHaveBeenCalledTimes(1);
    expect(items.at(-1)?.state).toBe('waiting');
  });

  it('say why the server does not let them in', async () => {
    expect(await run([item('a')], () => Promise.reject(new Refused(401, 'wrong')))).toEqual({ how: 'refused', status: 401, why: 'wrong' });
  });
});

describe('an amendment', () => {
  it('is what was changed, and only that', () => {
    const now = judgingOf(pageFrame(), claim({ start: DAY, actor: 'Blue' }), 'amend').now;
    expect(now).toMatchObject({ place: 'Aïn', start: '2021-08-01', end: '2021-08-04', actor: 'Blue', factuality: 'certain' });
    expect(changed({ place: ' Bir ', actor: 'Blue', start: '', end: '2021-08-03' }, now)).toEqual({ place: 'Bir', end: '2021-08-03' });
  });
});

describe('the token', () => {
  const answers = (status: number, body: unknown = {}) => vi.fn(async (_path: string, _given?: RequestInit) => new Response(JSON.stringify(body), { status }));

  it('goes in the header, is kept once accepted, and forgotten when refused', async () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, value: string) => kept.set(name, value), removeItem: (name: string) => kept.delete(name) };
    const desk = new Desk(storage as unknown as Storage);
    for (const [writing, status] of [[true, 401], [false, 403]] as const) {
      vi.stubGlobal('fetch', answers(200, { writing, permitted: false }));
      await expect(desk.permit('wrong')).rejects.toMatchObject({ status });
    }
    expect([desk.token.value, kept.size]).toEqual([null, 0]);
    const good = answers(200, { recorded: true, seq: 7, writing: true, permitted: true });
    vi.stubGlobal('fetch', good);
    await desk.permit('right');
    expect(kept.get('whoholds.token')).toBe('right');
    expect(await desk.judge('c1', 'reject', 'no', {})).toBe(7);
    const [path, given] = good.mock.calls.at(-1) ?? [];
    expect(path).toBe('api/judgements');
    expect(given?.headers).toMatchObject({ Authorization: 'Bearer right' });
    expect(`${path}${String(given?.body)}`).not.toContain('right');
    vi.stubGlobal('fetch', answers(401));
    await expect(desk.judge('c1', 'reject', 'no', {})).rejects.toMatchObject({ status: 401 });
    expect([desk.token.value, kept.size]).toEqual([null, 0]);
    vi.unstubAllGlobals();
  });

  it('that no header can carry is refused before it is sent', async () => {
    const sent = answers(200, { writing: true, permitted: true });
    vi.stubGlobal('fetch', sent);
    await expect(new Desk(null).permit('жетон')).rejects.toThrow('not Latin');
    expect(sent).not.toHaveBeenCalled();
    await new Desk(null).permit('jetón-1');
    expect(sent).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  it('what was done last is told, however late the picture of what was done before comes', async () => {
    const desk = new Desk(null);
    const ends: (() => void)[] = [];
    desk.renew = () => new Promise((end) => ends.push(end));
    const first = desk.show('first', null);
    const second = desk.show('second', null);
    ends[1]?.();
    await second;
    ends[0]?.();
    await first;
    expect(desk.done.value).toEqual({ words: 'second', undo: null, shown: 'yes' });
    const third = desk.show('third', null);
    desk.done.value = null;
    ends[2]?.();
    await third;
    expect(desk.done.value).toBe(null);
  });

  it.each([
    [403, {}, 'reading only'],
    [422, { detail: 'The last day lies before.' }, 'The last day lies before.'],
    [500, 'no object', '(500)'],
  ])('an answer of %i is told in a sentence', async (status, body, words) => {
    vi.stubGlobal('fetch', answers(status, body));
    await expect(new Desk(null).judge('c1', 'accept', 'seen', {})).rejects.toThrow(words);
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('x')));
    await expect(new Desk(null).judge('c1', 'accept', 'seen', {})).rejects.toThrow('does not answer');
    vi.unstubAllGlobals();
  });
});

it.each([
  [10, '10 B'],
  [200_000, '195 kB'],
  [32 * 2 ** 20, '32 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeOf(bytes)).toBe(words);
});
