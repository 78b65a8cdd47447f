import { afterEach, expect, it, vi } from 'vitest';
import { clockOf, tellWaiting } from '../src/waiting';

afterEach(() => vi.useRealTimers());

it('tells the time that has passed once it is long, and ends when it is asked to', () => {
  vi.useFakeTimers();
  const told: string[] = [];
  const end = tellWaiting((words) => told.push(words));
  vi.advanceTimersByTime(4900);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60_200);
  expect(told).toHaveLength(61);
  expect(told.at(-1)).toContain('1:05');
  end();
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(61);
});

it('has two digits of seconds', () => {
  expect([0, 59, 60, 605].map(clockOf)).toEqual(['0:00', '0:59', '1:00', '10:05']);
});
