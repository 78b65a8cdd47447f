// Which of the explanations in the page belongs to what is shown, and its sum.
import type { Day, ExplanationRow, PageData } from './types';

/** The explanation of the latest day that is not later than the one shown, with the most that was known by then. */
export function explanationFor(data: PageData, place: number, on: Day, known: Day): ExplanationRow | null {
  if (on > known) return null;
  let best: ExplanationRow | null = null;
  for (const row of data.explanations) {
    if (row.place !== place || row.on > on || row.as_of > known) continue;
    if (best === null || row.on > best.on || (row.on === best.on && row.as_of > best.as_of)) best = row;
  }
  return best;
}

/** The sum of the terms and the probability that it is the log-odds of. */
export function totalOf({ terms }: ExplanationRow): { nats: number; probability: number } {
  const nats = terms.reduce((sum, [, value]) => sum + value, 0);
  return { nats, probability: 1 / (1 + Math.exp(-nats)) };
}
