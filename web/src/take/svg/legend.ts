// The legend of a drawing: parties with their counts, then what the marks mean, with theirs.
import { counted, fill, numbered, t } from '../../messages';
import type { Mark, MarkName } from '../../symbology';
import type { Party } from '../../types';
import { isolated, quoted, wrapped } from '../text';
import { NEUTRAL, PAPER, drawMark } from './marks';
import type { Paint } from './marks';
import type { Spot } from './spots';

const SIZE = 12; // of letters
const LINE = 15.5;
const SIGN = 30; // room for a mark
const BETWEEN = 7; // entries

export interface Entry {
  sign: string; // SVG around 0 0, radius 12; none for a heading
  lines: string[];
}

const plain: Mark = { status: 'held', fill: NEUTRAL, stripes: null, claimed: null, besieged: false, stale: false };
const SAMPLES: Record<MarkName, Mark> = {
  held: plain,
  leaning: { ...plain, status: 'leaning' },
  contested: { ...plain, status: 'contested', stripes: PAPER },
  unknown: { ...plain, status: 'unknown' },
  claimed: { ...plain, status: 'unknown', claimed: NEUTRAL },
  besieged: { ...plain, besieged: true },
};
const STATUSES = ['held', 'leaning', 'contested', 'unknown'] as const;

export function legendOf(spots: readonly Spot[], parties: readonly Party[], paint: Paint, wide: number): Entry[] {
  const entry = (sign: string, words: string): Entry => ({ sign, lines: wrapped(words, SIZE, wide - SIGN) });
  const heading = (words: string): Entry => ({ sign: '', lines: wrapped(words, SIZE * 1.05, wide) });
  const holders = parties.flatMap(({ name, colour }, party) => {
    const told = holdingWords(spots, party);
    const words = fill(t().take.holder, { party: isolated(name, 48), told });
    return told === '' ? [] : [entry(drawMark(plain, colour, false), words)];
  });
  const marks = (Object.keys(SAMPLES) as MarkName[]).flatMap((name) => {
    const count = countOf(spots, name);
    const common = (STATUSES as readonly string[]).includes(name);
    const { label, meaning } = t().marks[name];
    const told = meaning.replace(/\.$/, '').replace(/^[^:]*: /, '');
    const head = `${numbered(count)} ${label}`;
    const words = fill(t().state.plain, { head, rest: `${told.charAt(0).toLowerCase()}${told.slice(1)}` });
    return common || count > 0 ? [entry(drawMark(SAMPLES[name], paint.fill(SAMPLES[name]), false), words)] : [];
  });
  const stale = spots.filter((one) => one.stale).length;
  const rest = stale === 0 ? [] : [entry(drawMark(SAMPLES.unknown, 'url(#dotted)', true), fill(t().take.stale, { n: stale }))];
  const first = holders.length === 0 ? [] : [heading(t().overview.holders), ...holders];
  return [...first, heading(fill(t().take.states, { places: counted(spots.length, 'place') })), ...marks, ...rest];
}

function countOf(spots: readonly Spot[], name: MarkName): number {
  if (name === 'claimed') return spots.filter(({ mark }) => mark.claimed !== null).length;
  if (name === 'besieged') return spots.filter(({ mark }) => mark.besieged).length;
  return spots.filter(({ mark }) => mark.status === name).length;
}

/** "3 held, in 1 contested"; empty for a party that no place shows. */
function holdingWords(spots: readonly Spot[], party: number): string {
  const count = (status: string): number => spots.filter(({ cell }) => cell[0] === status && cell[1] === party).length;
  const against = spots.filter(({ cell }) => cell[2] === party);
  const contested = count('contested') + against.filter(({ cell }) => cell[0] === 'contested').length;
  const { held, leaning, contested: fought, challenges, claimed } = t().take.holds;
  const told = [
    [count('held'), held],
    [count('leaning'), leaning],
    [contested, fought],
  ] as const;
  const some = told.filter(([n]) => n > 0).map(([n, words]) => fill(words, { n }));
  if (some.length > 0) return some.join(t().list);
  if (against.length > 0) return fill(challenges, { n: against.length });
  return spots.some(({ cell }) => cell[6] === party) ? claimed : '';
}

const heightOf = ({ sign, lines }: Entry): number => Math.max(sign === '' ? 0 : 22, lines.length * LINE) + BETWEEN;
export const heightOfAll = (entries: readonly Entry[]): number => entries.reduce((sum, one) => sum + heightOf(one), 0);

/** The entries below each other, from a pixel on. */
export function drawLegend(entries: readonly Entry[], x: number, top: number): string {
  let y = top;
  return entries
    .map((entry) => {
      const drawn = drawEntry(entry, x, y);
      y += heightOf(entry);
      return drawn;
    })
    .join('');
}

function drawEntry({ sign, lines }: Entry, x: number, y: number): string {
  const high = lines.length * LINE;
  const middle = y + Math.max(22, high) / 2;
  const mark = sign === '' ? '' : `<g transform="translate(${x + 12} ${middle}) scale(.58)">${sign}</g>`;
  const start = y + (sign === '' ? 0 : Math.max(0, 22 - high) / 2) + SIZE;
  const left = x + (sign === '' ? 0 : SIGN);
  const bold = sign === '' ? ' font-weight="bold"' : '';
  const words = lines.map((line, row) => `<text x="${left}" y="${start + row * LINE}"${bold}>${quoted(line)}</text>`);
  return `<g class="legend">${mark}${words.join('')}</g>`;
}
