// Which of the explanations in the page belongs to what is shown, and its sum.
import { segmentOn } from './histories';
import type { History } from './histories';
import { longOf } from './days';
import { en } from './messages/en';
import { claimerOf, cutName } from './words';
import type { Again, ClaimRow, Day, ExplanationRow, PagePlace } from './types';

/** The reasons of the state shown: those with which its segment begins, with the most that was known by then. */
export function explanationFor(
  part: PagePlace,
  history: History,
  on: Day,
  known: Day,
): ExplanationRow | null {
  const from = segmentOn(history, on)?.from;
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

const [REPEATS = ''] = en.terms.patterns.repeats.split('{'); // with which the words of such a reason begin

/** The claims that the reasons mark as repeating another one. */
export function repeatingIn(part: PagePlace, found: ExplanationRow | null): Set<string> {
  const terms = found?.terms ?? [];
  return new Set(terms.flatMap(([label, , claim]) => (claim !== null && part.labels[label]?.includes(`; ${REPEATS}`) === true ? [claim] : [])));
}

/** What tells the reports apart where several have the same words for who says it: their titles, else their days. */
export function apartOf(claims: readonly ClaimRow[]): Map<string, string> {
  const groups = new Map<string, ClaimRow[]>();
  for (const claim of claims) groups.set(claimerOf(claim), [...(groups.get(claimerOf(claim)) ?? []), claim]);
  const found = new Map<string, string>();
  for (const group of groups.values()) {
    const printed = new Set(group.map((claim) => claim.printed)).size;
    if (printed < 2) continue;
    const titles = new Set(group.map(({ title }) => title ?? ''));
    const named = titles.size >= printed && !titles.has('');
    for (const { id, title, published, known } of group) found.set(id, named ? cutName(title ?? '') : longOf(published ?? known));
  }
  return found;
}
