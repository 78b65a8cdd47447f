import { expect, it } from 'vitest';
import { isoOf } from '../src/days';
import { steppedDay, typedDay } from '../src/typed';
import { DAY } from './data';

const isoTyped = (text: string): string | null => {
  const day = typedDay(text);
  return day === null ? null : isoOf(day);
};

it.each([
  ['2021-08-09', '2021-08-09'],
  [' 2021/8/9 ', '2021-08-09'],
  ['2021.08.09', '2021-08-09'],
  ['۲۰۲۱-۰۸-۰۹', '2021-08-09'],
  ['٢٠٢١-٠٨-٠٩', '2021-08-09'],
  ['08/09/2021', null],
  ['2021-02-30', null],
  ['2021-08', null],
  ['soon', null],
])('"%s" is the day %s', (text, day) => {
  expect(isoTyped(text)).toBe(day);
});

it('steps by days and weeks within bounds, and leaves other keys alone', () => {
  const stepped = (key: string): string | null => steppedDay(DAY, key, DAY - 3, DAY + 3);
  expect([stepped('ArrowUp'), stepped('ArrowDown')]).toEqual([isoOf(DAY + 1), isoOf(DAY - 1)]);
  expect([stepped('PageUp'), stepped('PageDown')]).toEqual([isoOf(DAY + 3), isoOf(DAY - 3)]);
  expect(steppedDay(DAY, 'PageUp', null, null)).toBe(isoOf(DAY + 7));
  expect(stepped('a')).toBeNull();
});
