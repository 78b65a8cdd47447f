// The sentences of the page.
import { longOf } from './days';
import { contained, counted, fill, language, named, numbered, t } from './messages';
import type { View } from './histories';
import { en } from './messages/en';
import { isNear, isPresence } from './positions';
import type { Stated } from './positions';
import { symbology } from './symbology';
import type { Cell, ClaimRow, FigureRow, PageFrame, Party, Says } from './types';

/** What stands among the parties for who is not named, and the state that does. */
export const UNNAMED = 'other';
const STATE = 'contested';

/** The name of a party; of one that is not named, words that say so. */
export function nameOf(parties: readonly Party[], party: number | null): string | null {
  const name = party === null ? null : (parties[party]?.name ?? null);
  return name === null ? null : partyWords(name);
}

/** The name of a party as it is shown. */
export const partyWords = (name: string): string => (name === UNNAMED ? t().state.noParty : name);

const CHANCES = ['almostNone', 'veryUnlikely', 'unlikely', 'even', 'likely', 'veryLikely', 'almostCertain'] as const;

/** The word of ICD 203 for a probability. */
export function probabilityWord(probability: number): string {
  const row = symbology.probability_words.findIndex(({ below }) => probability < below);
  return t().probability[CHANCES[row] ?? 'almostCertain'];
}

/** The words of probability with their bounds, least first. */
export const chancesInWords = (): string[] =>
  symbology.probability_words.map(({ below }, row, rows) => {
    const bound = below > 1 ? (rows[row - 1]?.below ?? 0) : below;
    const word = t().probability[CHANCES[row] ?? 'almostCertain'];
    return fill(below > 1 ? t().probability.over : t().probability.under, { word, percent: percent(bound) });
  });

/** A probability as a whole percentage that never says 0 or 100 ("> 99 %" runs from the left in every language), nor a
 * bound of another word than it has: what only rounds to one is "94.9 %". */
export function percent(probability: number): string {
  const n = Math.round(probability * 100);
  const bound = (sign: string, of: number): string => `\u2066${sign} ${fill(t().percent, { n: of })}\u2069`;
  if (n > 99) return bound('>', 99);
  if (n < 1) return bound('<', 1);
  const under = symbology.probability_words.some(({ below }) => probability < below && n === Math.round(below * 100));
  return fill(t().percent, { n: under ? n - 0.1 : n });
}

/** A word of a closed list that reports are read with, in the language of the page; one not known stays. */
export const wordIn = (words: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(words, word) ? (words[word] as string) : word;

export interface StateWords {
  head: string; // "Held by", "Leaning to", "Contested", "Unknown"
  party: string | null;
  rest: string;
}

/** What is assessed of a place, in three parts so that names can be set apart. */
export function stateWords(cell: Cell, parties: readonly Party[]): StateWords {
  const [status, holder, challenger, probability, reason] = cell;
  const held = nameOf(parties, holder);
  const words = t().state;
  if (status === 'unknown') return { head: words.unknown, party: null, rest: words[reason ?? 'none'] };
  if (status === 'contested') {
    const by = nameOf(parties, challenger);
    const both = {
      holder: held === null ? words.noHolder : named(held),
      challenger: by === null ? words.noParty : named(by),
    };
    return { head: words.contested, party: null, rest: fill(words.against, both) };
  }
  const head = status === 'held' ? words.heldBy : words.leaningTo;
  const rest = fill(words.chance, { word: probabilityWord(probability), percent: percent(probability) });
  return { head, party: held ?? words.noParty, rest };
}

/** One line of the state, for tables and spoken text; `after`: it is a projection, and says so. */
export function stateLine(cell: Cell, parties: readonly Party[], after = false): string {
  const { head, party, rest } = stateWords(cell, parties);
  const line = party === null ? fill(t().state.plain, { head, rest }) : fill(t().state.named, { head, party: named(party), rest });
  return after && cell[4] !== 'none' && cell[4] !== 'ahead' ? fill(t().table.projected, { state: line }) : line;
}

/** Says of a day after the day of knowledge that what is shown of it is a projection, or that it is not worked out. */
export const projectedWords = ({ known, ahead, unmade }: Pick<View, 'known' | 'ahead' | 'unmade'>, { meta }: PageFrame): string =>
  unmade
    ? fill(t().state.unmade, { day: longOf(known) })
  : ahead
    ? fill(t().state.notSoFar, { day: longOf(known), days: counted(meta.ahead ?? 0, 'day') })
    : fill(t().state.projected, { day: longOf(known) });

/** Who says it, as the report has it. */
export function claimerOf(claim: ClaimRow): string {
  if (claim.claimer !== undefined) return claim.claimer;
  if (claim.unnamed === true) return t().claims.unnamed;
  return claim.outlet ?? t().claims.report;
}

/** "{who} says", with the verb in the number of who says it. */
export function saysOf(claim: ClaimRow): string {
  const { says, say, reports } = t().claims;
  if (claim.claimer === undefined && claim.unnamed !== true) return reports;
  return claim.claimer !== undefined && claim.many === true ? say : says;
}

/** What a claim says of control, as a predicate after "says that". */
export function positionWords(claim: Stated & Pick<ClaimRow, 'actor'>, parties: readonly Party[]): string {
  const words = t().positions;
  if (parties[claim.says?.party ?? -1]?.name === STATE) return claim.says?.act === 'holds' ? words.disputed : words.notDisputed;
  const party = named(nameOf(parties, claim.says?.party ?? null) ?? claim.actor ?? words.somebody);
  switch (claim.says?.act) {
    case 'holds':
      return fill(words.holds, { party });
    case 'does not hold':
      return fill(words.holdsNot, { party });
    case 'contested':
      if (isPresence(claim)) return fill(isNear(claim) ? words.near : words.inside, { party });
      return isNear(claim) ? words.fightingNear : words.fighting;
    case 'not contested':
      return isPresence(claim) ? fill(words.notInside, { party }) : words.noFighting;
    case 'attacks':
      return fill(words.attacks, { party });
    default:
      return words.nothing;
  }
}

/** The colour of whom a position is said of; that fighting goes on is said of nobody. */
export function colourOfPosition(says: Says | null, parties: readonly Party[]): string {
  const party = says === null || says.act.endsWith('contested') ? undefined : parties[says.party ?? -1];
  return party === undefined || party.name === STATE ? 'var(--line)' : party.colour;
}

/** The banner in the language of the page; one of its own stays as it is recorded. */
export const bannerWords = (words: string): string => (words === en.app.banner ? t().app.banner : words);

/** A line of the credits, in the language of the page where it is one that is always said; one of its own stays. */
export function creditWords(line: string): string {
  const { names, outlines } = en.app.credits;
  return line === names ? t().app.credits.names : line === outlines ? t().app.credits.outlines : line;
}

/** The title in the language of the page; one of its own stays as it was given. */
export const titleWords = (words: string): string => (words === en.app.title ? t().app.title : words);

/** A value that is chosen by, in the language where the page has words for it; names and types as they are recorded. */
export function valueWords(name: string, value: string): string {
  if (name === 'factuality') return wordIn(t().claims.factuality, value);
  if (name === 'type') return typeWords(value, value);
  if (name === 'precision') return wordIn(t().analysis.filters.precisions, value);
  return value;
}

/** The kind of an event, in the language where the page has words for it. */
export const typeWords = (type: string, label: string): string => (language.value === 'en' ? label : wordIn(t().terms.types, type));

const FROM: readonly string[] = ['capture', 'handover']; // what the actor has afterwards, the recipient had before

/** What a claim tells, in a few words: "captured · Taliban, from Afghan government". */
export function actWords({ type, label, actor, recipient }: Pick<ClaimRow, 'type' | 'label' | 'actor' | 'recipient'>): string {
  const { from, opposed } = t().claims;
  const to = recipient === undefined ? undefined : fill(FROM.includes(type) ? from : opposed, { party: named(recipient) });
  const parties = [actor === undefined ? undefined : named(actor), to].filter((words) => words !== undefined);
  const event = typeWords(type, label);
  return parties.length === 0 ? event : `${event} · ${parties.join(t().list)}`;
}

/** The range of a figure: "20", "20 or more", "24–99". */
export function figureRange({ low, best, high }: FigureRow): string {
  const { orMore, upTo, noFigure } = t().claims;
  if (low !== null && high !== null) return low === high ? numbered(low) : `${numbered(low)}–${numbered(high)}`;
  if (low !== null) return fill(orMore, { n: low });
  if (high !== null) return fill(upTo, { n: high });
  return best === null ? noFigure : numbered(best);
}

/** A quotation cut where its trigger stands; offsets are code points. */
export function cutAt(quote: string, span: [number, number] | undefined): [string, string, string] {
  if (span === undefined) return [quote, '', ''];
  const points = Array.from(quote);
  return [points.slice(0, span[0]).join(''), points.slice(span[0], span[1]).join(''), points.slice(span[1]).join('')];
}

const LONG = 300; // characters of a name: laying out an endless one takes seconds

/** A name as it is shown: an endless one is cut, and none turns what stands beside it. */
export const cutName = (name: string): string => contained(name.length > LONG ? `${name.slice(0, LONG)}…` : name);
