// The sentences of the page.
import { symbology } from './symbology';
import type { Cell, ClaimRow, FigureRow, Party, SilenceRow } from './types';

const nameOf = (parties: readonly Party[], party: number | null): string | null =>
  party === null ? null : (parties[party]?.name ?? null);

/** The word of ICD 203 for a probability. */
export function probabilityWord(probability: number): string {
  const row = symbology.probability_words.find(({ below }) => probability < below);
  return row?.word ?? 'almost certain';
}

/** A probability as a whole percentage that never says 0 or 100. */
export const percent = (probability: number): string =>
  `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;

export interface StateWords {
  head: string; // "Held by", "Leaning to", "Contested", "Unknown"
  party: string | null;
  rest: string;
}

/** What is assessed of a place, in three parts so that names can be set apart. */
export function stateWords(cell: Cell, parties: readonly Party[], after: boolean): StateWords {
  const [status, holder, challenger, probability, reason] = cell;
  const held = nameOf(parties, holder);
  if (after) return { head: 'Unknown', party: null, rest: 'this day lies after the day of knowledge' };
  if (status === 'unknown') {
    return { head: 'Unknown', party: null, rest: symbology.unknown_reasons[reason ?? 'none'] };
  }
  if (status === 'contested') {
    const by = nameOf(parties, challenger);
    return { head: 'Contested', party: null, rest: `${held ?? 'last holder unknown'} against ${by ?? 'a party not named'}` };
  }
  const head = status === 'held' ? 'Held by' : 'Leaning to';
  return { head, party: held ?? 'a party not named', rest: `${probabilityWord(probability)} (${percent(probability)})` };
}

/** One line of the state, for tables and spoken text. */
export function stateLine(cell: Cell, parties: readonly Party[], after = false): string {
  const { head, party, rest } = stateWords(cell, parties, after);
  return party === null ? `${head}: ${rest}` : `${head} ${party}: ${rest}`;
}

/** Who says it, as the report has it. */
export function claimerOf(claim: ClaimRow): string {
  if (claim.claimer !== undefined) return claim.claimer;
  if (claim.unnamed === true) return 'somebody not named';
  return claim.outlet ?? 'the report';
}

/** What a claim says of control, as a predicate after "says that". */
export function positionWords(claim: ClaimRow, parties: readonly Party[]): string {
  const party = nameOf(parties, claim.says?.party ?? null) ?? claim.actor ?? 'somebody';
  switch (claim.says?.act) {
    case 'holds':
      return `${party} holds it`;
    case 'does not hold':
      return `${party} does not hold it`;
    case 'contested':
      return 'there is fighting inside';
    case 'not contested':
      return 'there is no fighting inside';
    case 'attacks':
      return `${party} attacks it`;
    default:
      return 'nothing of who holds it';
  }
}

/** What a claim tells, in a few words: "captured · Taliban → Afghan government". */
export function actWords(claim: ClaimRow): string {
  const parties = [claim.actor, claim.recipient].filter((name) => name !== undefined);
  return parties.length === 0 ? claim.label : `${claim.label} · ${parties.join(' → ')}`;
}

/** The range of a figure: "20", "20 or more", "24–99". */
export function figureRange({ low, best, high }: FigureRow): string {
  if (low !== null && high !== null) return low === high ? `${low}` : `${low}–${high}`;
  if (low !== null) return `${low} or more`;
  if (high !== null) return `up to ${high}`;
  return best === null ? 'not said' : `${best}`;
}

export const silenceWords = (silence: SilenceRow): string => `${silence.party} did not comment`;

/** A quotation cut where its trigger stands; offsets are code points. */
export function cutAt(quote: string, span: [number, number] | undefined): [string, string, string] {
  if (span === undefined) return [quote, '', ''];
  const points = Array.from(quote);
  return [points.slice(0, span[0]).join(''), points.slice(span[0], span[1]).join(''), points.slice(span[1]).join('')];
}

/** "1 origin", "2 independent origins". */
export const originWords = (count: number): string => plural(count, 'origin', 'independent origins');

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
