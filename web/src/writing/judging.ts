// What is to be judged, in the words in which the page shows it.
import { isoOf } from '../days';
import type { ClaimRow, PageFrame } from '../types';
import { claimerOf } from '../words';
import { FIELDS } from './desk';
import type { Fields, FieldName, Judged, Judging, Verdict } from './desk';

export function judgingOf(frame: PageFrame, claim: ClaimRow, verdict: Verdict): Judging {
  const now: Record<FieldName, string | undefined> = {
    place: frame.places[claim.place]?.name,
    start: claim.start === undefined ? undefined : isoOf(claim.start),
    end: claim.end === undefined ? undefined : isoOf(claim.end),
    ...{ actor: claim.actor, recipient: claim.recipient, claimer: claim.claimer, side: claim.side },
    ...{ factuality: claim.factuality, precision: claim.precision },
  };
  const kept = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined)) as Fields;
  return { claim: claim.id, verdict, quote: claim.quote, who: claimerOf(claim), now: kept, judged: claim.judged !== undefined };
}

/** The same out of the list of judgements, to be taken back. */
export const undoingOf = (row: Judged): Judging => ({
  ...{ claim: row.claim, verdict: 'undo', quote: row.quote ?? '', who: null, now: {}, judged: true, undoes: row.seq },
});

/** What was given, without what is empty or as it stands. */
export function changed(given: Fields, now: Fields): Fields {
  const found: Fields = {};
  for (const name of FIELDS) {
    const value = given[name]?.trim() ?? '';
    if (value !== '' && value !== now[name]) found[name] = value;
  }
  return found;
}
