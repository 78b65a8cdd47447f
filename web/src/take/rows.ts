// States and claims as rows of plain values, by the names that the server's forms have.
import { isoOf } from '../days';
import { cellAt, viewOf } from '../histories';
import type { Page } from '../page';
import type { ClaimRow, Day, FigureRow, PagePlace, PlaceRow } from '../types';
import { namedOf } from './asked';
import { placesWanted, wantedBy } from './wanted';

export type Value = string | number | boolean | null | string[];
export type Row = Record<string, Value>;

/** The numbers of the places that are wanted, in the order of the frame. */
export function placesOf(page: Page): number[] {
  const { filters, known } = namedOf(page);
  const wanted = placesWanted(page.data, filters, known);
  return page.data.places.map((_, place) => place).filter((place) => wanted.has(place));
}

const spot = ({ name, id, province, country, lat, lon }: PlaceRow): Row => ({
  ...{ place: name, place_id: id, province, country, lat, lon },
});

export const STATE_COLUMNS = [
  ...['place', 'place_id', 'province', 'country', 'lat', 'lon', 'on', 'as_of', 'recorded', 'method', 'status'],
  ...['unknown_reason', 'holder', 'probability', 'last_holder', 'challenger', 'claimed_for', 'pressed_by', 'besieged'],
];

export function stateRows(page: Page): Row[] {
  const { data, histories } = page;
  const { on, known } = namedOf(page);
  const view = viewOf(data, histories, on, known);
  const party = (index: number | null): string | null => (index === null ? null : (data.parties[index]?.name ?? null));
  return placesOf(page).map((place) => {
    const [status, holder, challenger, probability, reason, besieged, claimed, pressed] = cellAt(data, view, place);
    const settled = status === 'held' || status === 'leaning';
    return {
      ...spot(data.places[place] as PlaceRow),
      status,
      unknown_reason: status === 'unknown' ? reason : null,
      holder: settled ? party(holder) : null,
      probability: status === 'unknown' ? null : probability,
      last_holder: status === 'contested' ? party(holder) : null,
      challenger: party(challenger),
      claimed_for: party(claimed),
      pressed_by: pressed.map((one) => party(one) ?? ''),
      besieged: besieged === 1,
    };
  });
}

export const CLAIM_COLUMNS = [
  ...['id', 'report', 'outlet', 'published', 'known_from', 'title', 'address', 'type', 'place', 'place_id', 'lat', 'lon'],
  ...['precision', 'inferred', 'start', 'end', 'actor', 'recipient', 'claimer', 'relayed_by', 'side', 'against_interest'],
  ...['factuality', 'unverified', 'figures', 'quote', 'judged', 'retracted_on', 'on', 'as_of', 'recorded', 'method'],
];

/** The wanted claims of a place that were known by then and tell of no later day, newest known first. */
export function claimsAt(page: Page, part: PagePlace): ClaimRow[] {
  const { data } = page;
  const { on, known, filters } = namedOf(page);
  const keeps = wantedBy(data, filters);
  const numbers = data.facets.place.flatMap((place, claim) => (place === part.place ? [claim] : []));
  return part.claims.filter((claim, index) => {
    const number = numbers[index] ?? -1;
    return claim.known <= known && (data.facets.day[number] ?? claim.known) <= on && keeps(number);
  });
}

export function claimRows(page: Page, parts: readonly PagePlace[]): Row[] {
  const { known } = namedOf(page);
  const told = parts.flatMap((part) => {
    const place = spot(page.data.places[part.place] as PlaceRow);
    return claimsAt(page, part).map((claim) => ({ claim, place }));
  });
  told.sort((one, other) => other.claim.known - one.claim.known);
  return told.map(({ claim, place }) => ({ ...place, ...rowOf(claim, known) }));
}

const day = (given: Day | undefined): string | null => (given === undefined ? null : isoOf(given));

function rowOf(claim: ClaimRow, known: Day): Row {
  const { id, type, precision, factuality, quote, retracted } = claim;
  return {
    ...{ id, type, precision, factuality, quote },
    report: claim.report ?? null,
    outlet: claim.outlet ?? null,
    published: day(claim.published),
    known_from: isoOf(claim.known),
    title: claim.title ?? null,
    address: claim.address ?? null,
    inferred: claim.inferred === true,
    start: day(claim.start),
    end: day(claim.end),
    actor: claim.actor ?? null,
    recipient: claim.recipient ?? null,
    claimer: claim.claimer ?? null,
    relayed_by: claim.relay ?? null,
    side: claim.side ?? null,
    against_interest: claim.against === true,
    unverified: claim.unverified === true,
    figures: (claim.figures ?? []).map(figureCell),
    judged: claim.judged ?? null,
    retracted_on: retracted !== undefined && retracted.known <= known ? isoOf(retracted.known) : null,
  };
}

const figureCell = ({ who, kind, low, best, high, text }: FigureRow): string =>
  `${who === null ? '' : `${who} `}${kind} ${low ?? ''}/${best ?? ''}/${high ?? ''} (${text})`;
