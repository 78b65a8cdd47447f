// Who says what of a place: claims of the last days grouped by the holder they speak for, never averaged.
import { setAside } from './aside';
import type { ClaimRow, Day, PagePlace, SilenceRow } from './types';

export const WINDOW = 7; // days
export const ORDER = ['holds', 'not', 'still', 'contested', 'not contested', 'attacks', 'near'];
const SAID: readonly string[] = ['certain', 'probable']; // not that it is open who holds it
const PRESENCE: readonly string[] = ['entry', 'capture', 'handover'];

export interface Position {
  key: string;
  claims: ClaimRow[]; // newest first
  reports: number; // that carry them
  origins: number; // independent origins
}

export interface Positions {
  positions: Position[];
  disagree: boolean;
  silent: SilenceRow[];
}

/** The day a claim speaks of: the last day on which it can have happened, but not after it was said. */
export const dayOfClaim = (claim: ClaimRow): Day =>
  Math.min(claim.end ?? claim.published ?? claim.known, claim.published ?? claim.known);

/** True for "it has not fallen", where the report names neither who holds the place nor who would have taken it. */
export const isStill = ({ says, type, actor, recipient, factuality, precision, inferred }: ClaimRow): boolean =>
  says === null && actor === undefined && recipient === undefined && inferred !== true &&
  type === 'hold' && SAID.includes(factuality) && precision === 'exact';

const counts = (claim: ClaimRow, known: Day): boolean => (claim.says !== null || isStill(claim)) && !setAside(claim, known);

/** What tells the positions of claims apart: who is in a place, or near it, does not fight in it for that. */
export type Stated = Pick<ClaimRow, 'says' | 'type' | 'precision'>;

/** True for a claim that somebody is in its place or near it, or is not: of an entry, or of a part that changed hands. */
export const isPresence = ({ says, type }: Pick<Stated, 'says' | 'type'>): boolean =>
  says?.act.endsWith('contested') === true && (says.party !== null || PRESENCE.includes(type));

/** True for fighting or people near a place, which says nothing of its inside. */
export const isNear = ({ says, precision }: Pick<Stated, 'says' | 'precision'>): boolean => says?.act === 'contested' && precision === 'near';

/** A position as one word: two claims with the same one say the same. */
export const positionKey = (claim: Stated): string => {
  const { says } = claim;
  if (says === null) return 'nothing';
  if (says.act === 'holds') return `holds:${says.party}`;
  if (says.act === 'does not hold') return `not:${says.party}`;
  if (says.act === 'attacks') return `attacks:${says.party}`;
  const act = isNear(claim) ? 'near' : says.act;
  return isPresence(claim) ? `${act}:${says.party}` : act;
};

const actIn = (key: string): string => key.replace(/:.*/, '');

/** True when two positions cannot both be true at one time. */
export function differ(one: string, other: string): boolean {
  if (one.startsWith('holds:') && other.startsWith('holds:')) return one !== other;
  const denies = (no: string, yes: string): boolean => yes.startsWith('holds:') && no === `not:${yes.slice(6)}`;
  return denies(one, other) || denies(other, one) || [one, other].map(actIn).sort().join() === 'contested,not contested';
}

/** True when two claims cannot both be true: their days meet, or a state is told after a change that ends it. */
export function contradict(a: ClaimRow, b: ClaimRow): boolean {
  if (!differ(positionKey(a), positionKey(b))) return false;
  const [early, late] = dayOfClaim(a) <= dayOfClaim(b) ? [a, b] : [b, a];
  const meet = (late.start ?? dayOfClaim(late)) <= dayOfClaim(early);
  return meet || (early.says?.change === true && late.says?.change === false);
}

/** The positions on a place in the week up to a day, from what was known. `repeating`: the claims that the reasons mark
 * as repeating another one, which are of no origin of their own. */
export function positionsOf(part: PagePlace, on: Day, known: Day, repeating: ReadonlySet<string> = new Set()): Positions {
  const recent = (row: { known: Day }, day: Day): boolean => row.known <= known && day <= on && day > on - WINDOW;
  const claims = part.claims.filter((claim) => counts(claim, known) && recent(claim, dayOfClaim(claim)));
  const groups = new Map<string, ClaimRow[]>();
  for (const claim of claims) {
    const key = isStill(claim) ? 'still' : positionKey(claim);
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const positions = [...groups].map(([key, list]) => ({
    key,
    claims: list,
    reports: new Set(list.map(({ printed }) => printed)).size,
    origins: Math.max(1, new Set(list.filter(({ id }) => !repeating.has(id)).map(({ origin }) => origin)).size),
  }));
  const rank = ({ key }: Position): number => ORDER.indexOf(actIn(key));
  positions.sort((a, b) => rank(a) - rank(b) || b.origins - a.origins || a.key.localeCompare(b.key));
  return {
    positions,
    disagree: claims.some((a, i) => claims.slice(i + 1).some((b) => contradict(a, b))),
    silent: part.silences.filter((silence) => recent(silence, silence.published ?? silence.known)),
  };
}
