import { describe, expect, it, vi } from 'vitest';
import { Api } from '../src/api';
import { makeParts } from '../src/parts';
import { pageFrame, pagePlace } from './data';

const settled = (): Promise<void> => new Promise((done) => setTimeout(done));

describe('parts of places', () => {
  it('are asked for once, and had at once where they are in the page', () => {
    const ask = vi.fn((place: number) => pagePlace({ place }));
    const parts = makeParts(pageFrame(), ask, () => undefined);
    expect(parts.of(0).value).toEqual({ state: 'ready', part: pagePlace() });
    expect(parts.of(0)).toBe(parts.of(0));
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('say that they are on their way, that they failed, and are asked for again', async () => {
    const ask = vi.fn().mockRejectedValueOnce(new Error('503')).mockResolvedValue(pagePlace());
    const parts = makeParts(pageFrame(), ask, () => undefined);
    const part = parts.of(0);
    expect(part.value).toEqual({ state: 'loading' });
    await settled();
    expect(part.value).toEqual({ state: 'failed' });
    parts.retry(0);
    expect(part.value).toEqual({ state: 'loading' });
    await settled();
    expect(part.value.state).toBe('ready');
    parts.retry(0);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([{ recorded: 4 }, { method: 'other' }, { schema: 1 }, { place: 1 }])('of another record are not shown: %o', (given) => {
    const other = vi.fn();
    expect(makeParts(pageFrame(), () => pagePlace(given), other).of(0).value).toEqual({ state: 'other' });
    expect(other).toHaveBeenCalledTimes(1);
  });
});

describe('what is asked of a server', () => {
  const answer = (status: number, tag: string): Response => new Response(status === 304 ? null : '{"meta": {}}', { status, headers: { ETag: tag } });

  it('is refused in the words of the server', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"detail": "There is no <b>state</b> 99."}', { status: 404 }));
    await expect(new Api('?recorded=99').frame()).rejects.toMatchObject({ status: 404, message: 'There is no <b>state</b> 99.' });
    asked.mockImplementation(async () => new Response('<html>', { status: 502 }));
    await expect(new Api('').frame()).rejects.toMatchObject({ status: 502, message: '' });
    asked.mockRestore();
  });

  it('has the record of the frame, and what the address pins', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => answer(200, 'a'));
    await new Api('?as_of=2021-08-09&other=1').part(pageFrame(), 0);
    expect(asked.mock.calls[0]?.[0]).toBe('api/page/places/gn%3A1.json?as_of=2021-08-09&recorded=3');
    await new Api('').part(pageFrame({ meta: { ...pageFrame().meta, knows_from: 1 } }), 0);
    expect(asked.mock.calls[1]?.[0]).toBe('api/page/places/gn%3A1.json?recorded=3&newest=true');
    asked.mockRestore();
  });

  it.each([
    [200, 'b', true],
    [200, 'a', false],
    [304, 'a', false],
    [500, 'b', false],
  ])('with %i and tag %s is newer: %s', async (status, tag, newer) => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async () => answer(200, 'a'));
    const api = new Api('');
    await api.frame();
    asked.mockImplementationOnce(async () => answer(status, tag));
    expect(await api.isNewer()).toBe(newer);
    expect(asked.mock.calls[1]?.[1]?.headers).toEqual({ 'If-None-Match': 'a' });
    asked.mockRejectedValueOnce(new Error('gone'));
    expect(await api.isNewer()).toBe(false);
    asked.mockRestore();
  });

  it.each([
    [3, false],
    [4, true],
  ])('with a first answer of record 3 and a whole one of record %i is newer: %s', async (recorded, newer) => {
    const told = (record: number): Response => new Response(`{"meta": {"recorded": ${record}, "method": "m"}}`, { headers: { ETag: 'w' } });
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async () => told(3));
    const api = new Api('');
    await api.frame(true);
    asked.mockImplementationOnce(async () => told(recorded));
    expect(await api.isNewer()).toBe(newer);
    expect(asked.mock.calls.map(([address]) => address)).toEqual(['api/page.json?first=true', 'api/page.json']);
    asked.mockRestore();
  });
});
