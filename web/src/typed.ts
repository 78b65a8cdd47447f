// Days as people type them: year, month, day, in any digits and with any sign between.
import { dayOf, isoOf } from './days';
import type { Day } from './types';

const ZEROS = [0x660, 0x6f0]; // of the digits of Arabic and of Persian

const latin = (text: string): string =>
  text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return `${code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code)}`;
  });

/** The day that was typed ("2021-08-09", "2021/8/9", "۲۰۲۱-۰۸-۰۹"); null where it is none. */
export function typedDay(text: string): Day | null {
  const found = /^\s*(\d{4})[-/.\s](\d{1,2})[-/.\s](\d{1,2})\s*$/.exec(latin(text));
  if (found === null) return null;
  const [, year, month, day] = found as unknown as [string, string, string, string];
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 };

/** The day that a key leads to from another, within bounds; null for a key that leads nowhere. */
export function steppedDay(from: Day, key: string, least: Day | null, most: Day | null): string | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  return isoOf(Math.max(least ?? from + step, Math.min(most ?? from + step, from + step)));
}
