import { afterEach, expect, it, vi } from 'vitest';
import { DAY, pageFrame } from './data';
import { followHash, makePage } from '../src/page';
import type { Host } from '../src/host';

afterEach(() => vi.useRealTimers());

function made(hash = ''): { where: Window; page: ReturnType<typeof makePage>; tell: () => void } {
  vi.useFakeTimers();
  const told: (() => void)[] = [];
  const location = { hash };
  const where = {
    location,
    history: { replaceState: (_: unknown, __: string, hash: string) => { location.hash = hash; } },
    setTimeout: (work: () => void, after: number) => setTimeout(work, after) as unknown as number,
    clearTimeout: (timer: number) => clearTimeout(timer),
    addEventListener: (_: string, heard: () => void) => told.push(heard),
    removeEventListener: () => undefined,
  } as unknown as Window;
  const host = { frame: pageFrame(), part: () => null, pins: {} } as unknown as Host;
  const page = makePage(host, hash);
  followHash(page, where);
  return { where, page, tell: () => told.forEach((heard) => heard()) };
}

it('the address follows the page when its steps rest', () => {
  const { where, page } = made();
  page.select(0);
  vi.advanceTimersByTime(399);
  expect(where.location.hash).toBe('');
  vi.advanceTimersByTime(1);
  expect(where.location.hash).toContain('place=');
});

it('an address that was entered is not written over before the browser tells of it', () => {
  const { where, page, tell } = made();
  page.on.value = DAY + 1;
  vi.advanceTimersByTime(200);
  const entered = '#known=all&view=table';
  where.location.hash = entered;
  vi.advanceTimersByTime(1000);
  expect(where.location.hash).toBe(entered);
  tell();
  expect([page.known.value, page.pane.value]).toEqual(['all', 'table']);
  vi.advanceTimersByTime(400);
  expect(where.location.hash).toContain('known=all');
});

it('the address follows days that play without a rest', () => {
  const { where, page } = made();
  for (let step = 0; step < 12; step += 1) {
    page.on.value = DAY + 1 + (step % 2);
    vi.advanceTimersByTime(250);
  }
  expect(where.location.hash).toContain('on=');
});

it('a browser that gives the page no address stops nothing', () => {
  const { where, page } = made();
  where.history.replaceState = () => {
    throw new DOMException('no address of its own', 'SecurityError');
  };
  page.select(0);
  expect(() => vi.advanceTimersByTime(400)).not.toThrow();
  expect(page.place.value).not.toBeNull();
});

it('an address of which a part does not fit stays until something else is shown', () => {
  const { where, page, tell } = made('#on=2099-01-01');
  vi.advanceTimersByTime(1000);
  expect(where.location.hash).toBe('#on=2099-01-01');
  page.go(DAY + 1);
  vi.advanceTimersByTime(1000);
  expect(where.location.hash).toContain('on=2021-08-02');
  where.location.hash = '#on=1999-01-01&place=gn:1';
  tell();
  vi.advanceTimersByTime(1000);
  expect([page.on.value, page.place.value, where.location.hash]).toEqual([DAY, 'gn:1', '#on=1999-01-01&place=gn:1']);
});
