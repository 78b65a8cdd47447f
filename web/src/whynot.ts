// Which rule keeps a place from being called held, or from being said of anybody, though a party may be likely.
import { setAside } from './aside';
import { longOf } from './days';
import { counted, fill, t } from './messages';
import { explainedWords } from './sum';
import type { Cell, ClaimRow, Day, Limits, PagePlace, Party } from './types';
import { nameOf, percent } from './words';

interface Asked {
  cell: Cell;
  explains: string | null; // the state whose reasons are shown
  on: Day;
  known: Day;
}

/** Why it is not more than it is, in sentences; none where it is held, contested or told of by nobody. */
export function whyNot(part: PagePlace, parties: readonly Party[], limits: Limits | undefined, asked: Asked): string[] {
  const [status, , , , reason] = asked.cell;
  if (limits === undefined) return [];
  if (status === 'leaning') return whyNotHeld(part, limits, asked);
  if (status !== 'unknown' || reason === 'none' || reason === 'ahead') return [];
  return reason === 'stale' ? whyStale(part, parties, limits, asked) : whyWeak(part, parties, limits, asked);
}

/** The day of what a claim tells: the last that its words allow, but not after it was known. */
const dayTold = ({ start, end, published, known }: ClaimRow): Day =>
  Math.min(end ?? published ?? start ?? known, Math.max(published ?? known, known));

const weighing = (part: PagePlace, known: Day): ClaimRow[] =>
  part.claims.filter((claim) => claim.known <= known && claim.says !== null && claim.inferred !== true && !setAside(claim, known));

function whyStale(part: PagePlace, parties: readonly Party[], { moving, quiet }: Limits, { on, known, explains }: Asked): string[] {
  const words = t().dossier.why;
  const holder = parties.findIndex(({ name }) => name === explains);
  const speaking = weighing(part, known).filter((claim) => keeps(claim, holder));
  const days = speaking.map(dayTold).filter((day) => day <= on);
  const rule = fill(words.staleRule, { moving: counted(moving, 'day'), quiet: counted(quiet, 'day') });
  if (days.length === 0) return [rule];
  const last = Math.max(...days);
  return [fill(words.stale, { day: longOf(last), days: counted(on - last, 'day') }), rule];
}

function whyWeak(part: PagePlace, parties: readonly Party[], { leaning }: Limits, { cell, explains, known }: Asked): string[] {
  const words = t().dossier.why;
  const probability = cell[3];
  if (probability < leaning) {
    const shares = { percent: percent(probability), least: percent(leaning) };
    return [explains === null ? fill(words.lowAlone, shares) : fill(words.low, { state: explainedWords(explains), ...shares })];
  }
  if (explains === null) return [];
  const party = parties.findIndex(({ name }) => name === explains);
  const told = weighing(part, known);
  const gone = [...new Set(told.flatMap(({ says }) => (says?.act === 'does not hold' && says.party !== null ? [says.party] : [])))];
  if (gone.length > 0 && !told.some(({ says }) => says?.act === 'holds' && (explains === 'other' || says.party === party))) {
    return [fill(words.gone, { parties: gone.map((one) => nameOf(parties, one) ?? '').join(t().list) })];
  }
  if (explains === 'other') return [words.unnamed];
  return [fill(ruleOfWeak(told, party), { party: nameOf(parties, party) ?? explains })];
}

/** The sentence for which rule keeps a likely party from being named. */
function ruleOfWeak(claims: readonly ClaimRow[], party: number): string {
  const words = t().dossier.why;
  if (claims.some((claim) => isInside(claim, party))) return words.entered;
  const speaking = claims.filter((claim) => speaksFor(claim, party));
  if (speaking.length === 0 || speaking.some(({ own }) => own !== true)) return words.even;
  return claims.some((claim) => speaksAgainst(claim, party)) ? words.disputed : words.boasted;
}

function whyNotHeld(part: PagePlace, limits: Limits, { cell, known }: Asked): string[] {
  const words = t().dossier.why;
  const [, holder, , probability] = cell;
  if (probability < limits.held) return [fill(words.notHeld, { least: percent(limits.held) })];
  const speaking = weighing(part, known).filter((claim) => claim.own !== true && speaksFor(claim, holder));
  const origins = new Set(speaking.map(({ origin }) => origin)).size;
  const few = [words.none, words.one].slice(0, limits.origins)[origins];
  return [fill(words.origins, { n: limits.origins }), ...(few === undefined ? [] : [few])];
}

const speaksFor = ({ says }: ClaimRow, holder: number | null): boolean =>
  says !== null && ((says.act === 'holds' && says.party === holder) || (says.act === 'does not hold' && says.party !== holder));

const speaksAgainst = ({ says }: ClaimRow, holder: number): boolean =>
  says !== null && ((says.act === 'holds' && says.party !== holder) || (says.act === 'does not hold' && says.party === holder));

/** Speaks for a holder, or tells that another attacks the place and so hardly holds it. */
const keeps = (claim: ClaimRow, holder: number): boolean =>
  speaksFor(claim, holder) || (claim.says?.act === 'attacks' && claim.says.party !== holder);

/** Tells of another party inside the place, or in a part of it. */
const isInside = ({ says }: ClaimRow, holder: number): boolean =>
  says !== null && says.act === 'contested' && says.party !== null && says.party !== holder;
