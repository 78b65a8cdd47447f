// The data of the page in its two halves: the frame, and the part of each place. Mirrored, field by field, by
// src/whoholds/exports/page_data.py; a change here is a change there, and of SCHEMA in both.
// Days are whole days since 1970-01-01. Indices count from 0. What is unknown is absent or null, never filler; in
// the columns of facets, which hold numbers only, it is -1.

export const SCHEMA = 8;

export type Day = number;
export type Status = 'held' | 'leaning' | 'contested' | 'unknown';
export type UnknownReason = 'none' | 'weak' | 'stale' | 'ahead'; // ahead: not worked out

// Two parties whose chosen colours look alike in a sight, how far apart they are (ΔE2000), and how far is safe.
export interface ColourFinding {
  one: number;
  other: number;
  sight: 'normal' | 'protan' | 'deutan' | 'tritan';
  apart: number;
  least: number;
}

// The rules of the words: the probability from which a party is said to hold a place or the place to lean to it, how
// many independent origins "held" takes, and after how many days evidence is too old, where the war moves and where not.
export interface Limits {
  held: number;
  leaning: number;
  origins: number;
  moving: number;
  quiet: number;
}

export interface Meta {
  title: string;
  generated_at: string; // ISO 8601, UTC
  first: Day; // the range of "true on"
  last: Day;
  opens: Day; // the day that is shown first
  recorded: number; // ledger sequence
  method: string;
  banner: string;
  credits: string[];
  version: string;
  unplaced: number; // claims at places that no gazetteer knows: not on the page
  colour_findings: ColourFinding[];
  ahead?: number; // days after the day of knowledge of which what was known is worked out; absent: all
  settled?: Day; // the day of knowledge from which on it is worked out of all days, where `ahead` is given
  limits?: Limits; // absent in pages made before it was kept
  data_sha256: string; // hash of what the page shows: of the frame, without title and time of making
  knows_from?: Day; // the first day of knowledge on it: nothing is said of those before it; absent: none is missing
  known?: Day; // by which all on it had been published; absent where nothing was left out
  filters?: Readonly<Record<string, string | readonly string[]>>; // that the claims and places on it obey; absent: all stand on it
}

export interface Party {
  name: string;
  colour: string; // #rrggbb
}

export interface PlaceRow {
  id: string;
  name: string;
  lat: number | null;
  lon: number | null;
  kind: string;
  province: string | null;
  country: string | null;
  population: number; // 0: unknown
}

// One distinct state: status, holder (when contested the last one), challenger, probability of the holder, reason of
// "unknown", besieged (0/1), party for which it is claimed without being assessed so, parties that press it.
export type Cell = [
  status: Status,
  holder: number | null,
  challenger: number | null,
  probability: number,
  reason: UnknownReason | null,
  besieged: 0 | 1,
  claimed: number | null,
  pressed: number[],
];

// How one place's history differs from the one of the moment before: keep that many of its segments, then append
// (first day, cell) pairs. A segment runs to the day before the next; the last one runs on.
export type Change = [place: number, keep: number, ...segments: number[]];

export type Act = 'holds' | 'does not hold' | 'contested' | 'not contested' | 'attacks';

// What a claim says of the whole place.
export interface Says {
  act: Act;
  party: number | null;
  change: boolean; // tells of a change of control, not of a state
}

export interface FigureRow {
  kind: string;
  who: string | null;
  low: number | null;
  best: number | null;
  high: number | null;
  text: string;
}

// What took a claim back.
export interface RetractedRow {
  known: Day;
  published?: Day;
  report?: string;
  quote?: string;
}

export interface JudgementRow {
  verdict: string;
  reason: string;
  at: Day; // when it was recorded
}

export interface ClaimRow {
  id: string;
  place: number;
  type: string;
  label: string;
  quote: string;
  before?: string;
  after?: string;
  trigger?: [number, number]; // code points of the quotation
  actor?: string;
  recipient?: string;
  claimer?: string;
  many?: boolean; // the claimer's words are in the plural
  unnamed?: boolean;
  relay?: string;
  side?: string;
  factuality: string;
  unverified?: boolean;
  precision: string;
  start?: Day;
  end?: Day;
  dated?: boolean;
  published?: Day;
  known: Day;
  outlet?: string;
  report?: string;
  title?: string;
  address?: string;
  against?: boolean; // against the claimer's own interest
  own?: boolean; // in the claimer's own interest
  inferred?: boolean;
  beside?: string; // the party that did it together with the actor, and stands for both in the sum
  judged?: string;
  judgement?: JudgementRow;
  retracted?: RetractedRow;
  origin: string; // claims of one origin count once
  printed: number; // the number of its report, the same for all claims in it
  says: Says | null;
  figures?: FigureRow[];
}

export interface SilenceRow {
  place: number;
  party: string;
  quote: string;
  published?: Day;
  known: Day;
  outlet?: string;
}

// The reasons of one state as a sum on one day: [label, nats, claim id or null], the last two ageing and later reports.
export interface ExplanationRow {
  place: number;
  on: Day;
  as_of: Day;
  explains: string;
  terms: [label: number, nats: number, claim: string | null][];
}

// The same reasons on another day or as known on another: explanation, on, as_of, nats of the last two terms.
export type Again = [explanation: number, on: Day, as_of: Day, ageing: number, later: number];

export interface FarRow {
  name: string;
  km: number;
}

// What a report says of why the place matters.
export interface MatterRow {
  kind: string;
  quote: string;
  cue: [number, number]; // code points of the quotation
  known: Day;
  outlet?: string;
  published?: Day;
}

// By people: the place-th of those within km whose number of people is known.
export interface RankRow {
  place: number;
  among: number;
  km: number;
}

// Why a place may matter; names, innermost first; quotations first known first.
export interface ProfileRow {
  rank: RankRow | null;
  inside: string[];
  seat_of: string[];
  near: FarRow[];
  facilities: FarRow[];
  borders: FarRow[];
  matters: MatterRow[];
}

// One claim's count in its own words, and the claim by which it no longer stands.
export interface CountRow {
  claim: string;
  low: number | null;
  best: number | null;
  high: number | null;
  text: string;
  corrected?: string;
}

// What the claims of one event count of one kind of people.
export interface TollRow {
  kind: string;
  who: string | null;
  event: string;
  start?: Day;
  end?: Day;
  told: CountRow[];
}

export interface OutlineRow {
  name: string;
  country: string | null;
  place: number | null; // the place whose state fills it
  rings: number[][]; // thousandths of degrees: lon, lat, then differences
}

// A property of every claim: indices into values.
export interface Column {
  values: string[];
  at: number[];
}

// What filters, counts and the table need of every claim, newest first: a column for each property. The claims of a
// place have here the order that they have in its part.
export interface Facets {
  place: number[];
  known: Day[];
  published: Day[];
  day: Day[]; // that the claim speaks of
  back: Day[]; // from which it is known as taken back
  party: number[]; // whom its act is said of
  change: number[]; // 1: it tells of a change of control, not of a state
  voice: number[]; // 1: against the claimer's own interest; -1: a baseline, nobody's claim
  origin: number[]; // numbers that only tell same from different
  printed: number[];
  act: Column;
  actor: Column;
  recipient: Column;
  claimer: Column;
  side: Column;
  outlet: Column;
  type: Column;
  factuality: Column;
  precision: Column;
  judged: Column;
}

// All that is shown before a place is opened; no sentence of a report.
export interface PageFrame {
  schema: number;
  meta: Meta;
  parties: Party[];
  places: PlaceRow[];
  cells: Cell[]; // 0 is always "unknown, no evidence", 1 "not worked out"
  moments: Day[]; // days of knowledge, ascending
  changes: Change[][]; // one list for each moment
  reports: [Day, number][]; // how many reports were published on a day
  facets: Facets;
  outlines: OutlineRow[];
}

// What was said of one place, as of the ledger sequence and method of the frame.
export interface PagePlace {
  schema: number;
  recorded: number;
  method: string;
  place: number;
  id: string;
  claims: ClaimRow[]; // newest first
  silences: SilenceRow[];
  labels: string[]; // of the terms of explanations
  explanations: ExplanationRow[];
  again: Again[]; // into these explanations
  profile: ProfileRow | null;
  tolls: TollRow[]; // counts that more than one claim gives
  left_out: number; // claims at the place that the filters of this file left out
}
