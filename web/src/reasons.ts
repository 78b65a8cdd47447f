// Which of the explanations in the page belongs to what is shown, and its sum.
import { segmentOn } from './histories';
import type { History } from './histories';
import type { Again, Day, ExplanationRow, PagePlace } from './types';

/** The reasons of the state shown: those with which its segment begins, with the most that was known by then. */
export function explanationFor(
  part: PagePlace,
  history: History,
  on: Day,
  known: Day,
): ExplanationRow | null {
  const from = on > known ? undefined : segmentOn(history, on)?.from;
  if (from === undefined) return null;
  let best: ExplanationRow | null = null;
  const offer = (row: ExplanationRow): void => {
    if (best === null || row.as_of > best.as_of) best = row;
  };
  for (const row of part.explanations) {
    if (row.on === from && row.as_of <= known) offer(row);
  }
  for (const row of part.again) {
    if (row[1] === from && row[2] <= known) offer(repeated(part, row));
  }
  return best;
}

function repeated(part: PagePlace, [explanation, on, as_of, ageing, later]: Again): ExplanationRow {
  const base = part.explanations[explanation] as ExplanationRow;
  const last = base.terms.length - 2;
  const terms = base.terms.map(([label, nats, claim], index): ExplanationRow['terms'][number] => [
    label,
    index === last ? ageing : index > last ? later : nats,
    claim,
  ]);
  return { ...base, on, as_of, terms };
}

/** The sum of the terms and the probability that it is the log-odds of. */
export function totalOf({ terms }: ExplanationRow): { nats: number; probability: number } {
  const nats = terms.reduce((sum, [, value]) => sum + value, 0);
  return { nats, probability: 1 / (1 + Math.exp(-nats)) };
}
