// The page with what is wanted alone: the claims that the filters keep, of what had been published by a day.
import type { Column, Day, Facets, PageFrame, PagePlace } from '../types';
import { pairsOf } from './asked';
import type { Named } from './asked';
import { placesWanted, wantedBy } from './wanted';

type Term = PagePlace['explanations'][number]['terms'][number];

export interface Data {
  frame: PageFrame;
  parts: PagePlace[];
}

const AFTER = 7; // days drawn after the day of knowledge, on which what was known grows old

/** Where each kept number of a list stands when the others are gone. */
const renumbered = (kept: readonly number[]): Map<number, number> => new Map(kept.map((old, now) => [old, now]));

/** The frame and the parts of what is asked for; `partAt` gives the part of a place. */
export function wantedData(whole: PageFrame, named: Named, partAt: (place: number) => PagePlace): Data {
  const { on, known, filters } = named;
  if (Object.keys(filters).length === 0 && known >= whole.meta.last) {
    const frame = { ...whole, meta: { ...whole.meta, opens: Math.min(whole.meta.last, on) } };
    return { frame, parts: whole.places.map((_, place) => partAt(place)) };
  }
  const keeps = wantedBy(whole, filters);
  const claims = whole.facets.known.flatMap((day, claim) => (day <= known && keeps(claim) ? [claim] : []));
  const about = placesWanted(whole, filters, known);
  const places = whole.places.flatMap((_, place) => (about.has(place) ? [place] : []));
  const now = renumbered(places);
  const kept = new Set(claims);
  return {
    frame: frameOf(whole, named, claims, now),
    parts: places.map((place) => partOf(partAt(place), numbersAt(whole.facets, place).map((claim) => kept.has(claim)), now.get(place) ?? 0, known)),
  };
}

const numbersAt = ({ place }: Facets, wanted: number): number[] => place.flatMap((at, claim) => (at === wanted ? [claim] : []));

function frameOf(whole: PageFrame, { on, known, filters }: Named, claims: readonly number[], now: ReadonlyMap<number, number>): PageFrame {
  const { meta } = whole;
  const last = Math.max(meta.first, Math.min(meta.last, known + AFTER));
  const asked = Object.keys(filters).length === 0 ? meta.filters : { ...meta.filters, ...listed(filters) };
  const moments = whole.moments.filter((moment) => moment <= known);
  return {
    ...whole,
    meta: {
      ...meta,
      last,
      opens: Math.min(last, on),
      data_sha256: '', // of what it shows now: worked out when the file is made
      ...(asked === undefined ? {} : { filters: asked }),
      ...(known < meta.last ? { known: Math.min(known, meta.known ?? known) } : {}),
    },
    places: whole.places.filter((_, place) => now.has(place)),
    moments,
    changes: whole.changes.slice(0, moments.length).map((changes) =>
      changes.flatMap(([place, ...rest]) => (now.has(place) ? [[now.get(place) ?? 0, ...rest] as (typeof changes)[number]] : [])),
    ),
    reports: whole.reports.filter(([day]) => day <= known),
    facets: facetsOf(whole.facets, claims, now, known),
    outlines: whole.outlines.map((outline) => ({ ...outline, place: outline.place === null ? null : (now.get(outline.place) ?? null) })),
  };
}

/** Each filter with its values, as the frame has them. */
const listed = (filters: Named['filters']): Record<string, string | string[]> => {
  const found: Record<string, string | string[]> = {};
  for (const [name, value] of pairsOf(filters)) {
    const before = found[name];
    found[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return found;
};

function facetsOf(whole: Facets, claims: readonly number[], now: ReadonlyMap<number, number>, known: Day): Facets {
  const of = (column: readonly number[]): number[] => claims.map((claim) => column[claim] ?? -1);
  const named = ({ values, at }: Column): Column => {
    const numbers = new Map<number, number>();
    const found = of(at).map((value) => {
      if (value < 0) return value;
      if (!numbers.has(value)) numbers.set(value, numbers.size);
      return numbers.get(value) ?? -1;
    });
    return { values: [...numbers.keys()].map((value) => values[value] ?? ''), at: found };
  };
  const columns = Object.entries(whole).map(([name, column]: [string, number[] | Column]) => [name, Array.isArray(column) ? of(column) : named(column)]);
  const facets = Object.fromEntries(columns) as unknown as Facets;
  return { ...facets, place: facets.place.map((place) => now.get(place) ?? -1), back: facets.back.map((day) => (day > known ? -1 : day)) };
}

/** The part of a place with the claims that are kept, and its reasons as known by then. */
function partOf(whole: PagePlace, keeps: readonly boolean[], place: number, known: Day): PagePlace {
  const claims = whole.claims.filter((_, index) => keeps[index] === true);
  const ids = new Set(claims.map(({ id }) => id));
  const { profile } = whole;
  return {
    ...whole,
    ...explainedBy(whole, place, known),
    place,
    left_out: whole.left_out + whole.claims.filter((claim) => claim.known <= known && !ids.has(claim.id)).length,
    claims: claims.map(({ retracted, ...claim }) => ({ ...claim, place, ...(retracted !== undefined && retracted.known <= known ? { retracted } : {}) })),
    silences: whole.silences.filter((row) => row.known <= known).map((row) => ({ ...row, place })),
    profile: profile === null ? null : { ...profile, matters: profile.matters.filter((row) => row.known <= known) },
    tolls: whole.tolls
      .map((toll) => ({ ...toll, told: toll.told.filter(({ claim }) => ids.has(claim)) }))
      .filter(({ told }) => told.length > 0),
  };
}

/** The reasons that were known by then, and the labels that they use. */
function explainedBy(whole: PagePlace, place: number, known: Day): Pick<PagePlace, 'labels' | 'explanations' | 'again'> {
  const again = whole.again.filter(([, , as_of]) => as_of <= known);
  const used = new Set(again.map(([explanation]) => explanation));
  const kept = whole.explanations.flatMap((row, index) => (row.as_of <= known || used.has(index) ? [index] : []));
  const now = renumbered(kept);
  const rows = kept.flatMap((index) => whole.explanations[index] ?? []);
  const labels = [...new Set(rows.flatMap(({ terms }) => terms.map(([label]) => label)))];
  const labelled = renumbered(labels);
  return {
    labels: labels.map((label) => whole.labels[label] ?? ''),
    explanations: rows.map((row) => ({ ...row, place, terms: row.terms.map(([label, nats, claim]): Term => [labelled.get(label) ?? 0, nats, claim]) })),
    again: again.map(([explanation, ...rest]) => [now.get(explanation) ?? 0, ...rest] as (typeof again)[number]),
  };
}
