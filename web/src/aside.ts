// What stands beside a claim: that it was taken back or judged, and that it was published after the day shown.
import { longOf } from './days';
import { counted, fill, named, t } from './messages';
import type { ClaimRow, Day, Facets } from './types';

export interface Aside {
  head: string; // "Retracted by its outlet on 12 August 2021"
  kind: 'reason' | 'quote'; // whose words follow: the analyst's, or those of the report that takes it back
  words: string | null;
  against: boolean; // it counts no more
}

/** True where its outlet had taken the claim back by the day of knowledge. */
export const takenBack = ({ retracted }: ClaimRow, known: Day): boolean =>
  retracted !== undefined && retracted.known <= known;

/** True where the claim is no evidence: taken back by then, or rejected by an analyst (whenever that was). */
export const setAside = (claim: ClaimRow, known: Day): boolean => claim.judged === 'reject' || takenBack(claim, known);

function verdictWords(verdict: string): string {
  const { rejected, accepted, amended } = t().claims;
  const words: Record<string, string> = { reject: rejected, accept: accepted, amend: amended };
  return words[verdict] ?? verdict;
}

/** The same of a claim in the columns of the frame. */
export function setAsideIn({ back, judged }: Facets, claim: number, known: Day): boolean {
  const taken = back[claim] ?? -1;
  return judged.values[judged.at[claim] ?? -1] === 'reject' || (taken >= 0 && taken <= known);
}

/** What was said against a claim or done with it, as known on a day. */
export function asidesOf(claim: ClaimRow, known: Day): Aside[] {
  const found: Aside[] = [];
  const { retracted, judged, judgement } = claim;
  if (retracted !== undefined && takenBack(claim, known)) {
    const where = retracted.report === undefined || retracted.report === retracted.quote ? '' : `: ${named(retracted.report)}`;
    const head = fill(t().claims.retracted, { day: longOf(retracted.published ?? retracted.known) }) + where;
    found.push({ head, kind: 'quote', words: retracted.quote ?? null, against: true });
  }
  if (judged !== undefined) {
    const words = verdictWords(judged);
    const later = judgement !== undefined && judgement.at > known;
    const head = later ? fill(t().claims.judgedLater, { words, day: longOf(judgement.at) }) : words;
    found.push({ head, kind: 'reason', words: judgement?.reason ?? null, against: judged === 'reject' });
  }
  return found;
}

/** "published 3 days later", where a claim was published after the day that is shown; else null. */
export function laterWords(claim: ClaimRow, on: Day): string | null {
  const days = (claim.published ?? claim.known) - on;
  return days > 0 ? fill(t().claims.publishedLater, { days: counted(days, 'day') }) : null;
}
