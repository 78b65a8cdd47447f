// Tables as CSV (RFC 4180, UTF-8), safe to open in a spreadsheet: as exports/csv_rows.py writes them.
import type { Row, Value } from './rows';

const FORMULA = /^(?:[\s\u200b-\u200d\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])/;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
const BETWEEN = '; ';

/** Words with what turns the direction of writing written out, as \u202e. */
export const writtenOut = (words: string): string =>
  words.replaceAll(TURNING, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** One cell: unknown is empty, lists are joined by "; ", what may be a formula gets a ' in front. What turns the
 * direction of writing is written out, as \u202e; other control characters become U+FFFD. */
export function cell(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean' || typeof value === 'number') return `${value}`;
  const words = writtenOut((Array.isArray(value) ? value.join(BETWEEN) : value).replaceAll(CONTROLS, '\ufffd'));
  return FORMULA.test(words) ? `'${words}` : words;
}

const quoted = (words: string): string => (/[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);

/** `named` stands in each row: what names the answer. */
export function table(columns: readonly string[], rows: readonly Row[], named: Row): string {
  const all = [...columns, 'filters', 'note', 'licence'];
  const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
  return line(all) + rows.map((row) => line(all.map((name) => cell(row[name] ?? named[name])))).join('');
}
