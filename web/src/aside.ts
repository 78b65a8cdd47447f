// What stands beside a claim: that it was taken back or judged, and that it was published after the day shown.
import { longOf } from './days';
import type { ClaimRow, Day } from './types';
import { plural } from './words';

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

const VERDICTS: Record<string, string> = { reject: 'Rejected', accept: 'Accepted', amend: 'Amended' };

/** What was said against a claim or done with it, as known on a day. */
export function asidesOf(claim: ClaimRow, known: Day): Aside[] {
  const found: Aside[] = [];
  const { retracted, judged, judgement } = claim;
  if (retracted !== undefined && takenBack(claim, known)) {
    const where = retracted.report === undefined ? '' : `: ${retracted.report}`;
    const head = `Retracted by its outlet on ${longOf(retracted.published ?? retracted.known)}${where}`;
    found.push({ head, kind: 'quote', words: retracted.quote ?? null, against: true });
  }
  if (judged !== undefined) {
    const later = judgement !== undefined && judgement.at > known ? `, in hindsight, on ${longOf(judgement.at)}` : '';
    const head = `${VERDICTS[judged] ?? judged} by judgement${later}`;
    found.push({ head, kind: 'reason', words: judgement?.reason ?? null, against: judged === 'reject' });
  }
  return found;
}

/** "published 3 days later", where a claim was published after the day that is shown; else null. */
export function laterWords(claim: ClaimRow, on: Day): string | null {
  const days = (claim.published ?? claim.known) - on;
  return days > 0 ? `published ${plural(days, 'day')} later` : null;
}
