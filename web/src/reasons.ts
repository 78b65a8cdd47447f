// Which of the explanations in the page belongs to what is shown, and its sum.
import type { Day, ExplanationRow, PageData } from './types';

/** The latest explanation of a place that needs no later day and no later report; null where there is none. */
export function explanationFor(data: PageData, place: number, on: Day, known: Day): ExplanationRow | null {
  if (on > known) return null;
  let best: ExplanationRow | null = null;
  for (const row of data.explanations) {
    if (row.place !== place || row.on > on || row.as_of > known) continue;
    if (best === null || row.as_of > best.as_of || (row.as_of === best.as_of && row.on > best.on)) best = row;
  }
  return best;
}

/** The sum of the terms and the probability that it is the log-odds of. */
export function totalOf({ terms }: ExplanationRow): { nats: number; probability: number } {
  const nats = terms.reduce((sum, [, value]) => sum + value, 0);
  return { nats, probability: 1 / (1 + Math.exp(-nats)) };
}
