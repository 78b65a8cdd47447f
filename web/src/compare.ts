// What is compared: two moments (a day, and how much was known), or what groups of claimers say.
import { setAsideIn } from './aside';
import { clamp, dayOf, isoOf } from './days';
import { changedBetween, viewOf } from './histories';
import type { Changed, Histories, View } from './histories';
import type { Knowledge } from './permalink';
import { differ, positionKey } from './positions';
import type { Cell, Day, PageFrame, Says } from './types';

export interface Moment {
  readonly on: Day;
  readonly known: Knowledge;
}

/** Claimers of a side, of no side, or chosen ones by their words. */
export type Group =
  | { readonly kind: 'side'; readonly side: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'claimers'; readonly names: readonly string[] };

export type Compare =
  | { readonly kind: 'days'; readonly a: Moment; readonly b: Moment }
  | { readonly kind: 'groups'; readonly groups: readonly Group[] };

export const MOST_GROUPS = 4;

function momentOf(text: string | null, { meta }: PageFrame): Moment | null {
  const [day = '', knowledge = ''] = (text ?? '').split('~');
  const on = dayOf(day);
  const known = knowledge === 'then' || knowledge === 'all' ? knowledge : dayOf(knowledge);
  if (on === null || known === null) return null;
  const inside = (one: Day): Day => clamp(one, meta.first, meta.last);
  return { on: inside(on), known: typeof known === 'number' ? inside(known) : known };
}

function groupOf(text: string, { facets }: PageFrame): Group | null {
  if (text === 'none') return { kind: 'none' };
  const at = text.indexOf(':');
  const [kind, rest] = [text.slice(0, at), text.slice(at + 1)];
  if (kind === 'side') return facets.side.values.includes(rest) ? { kind, side: rest } : null;
  if (kind !== 'by') return null;
  const names = [...new Set(rest.split('\n'))].filter((name) => facets.claimer.values.includes(name));
  return rest === '' || names.length > 0 ? { kind: 'claimers', names } : null;
}

/** What an address compares; null where it compares nothing, or something that is not there. */
export function readCompare(given: URLSearchParams, data: PageFrame): Compare | null {
  if (given.get('compare') === 'days') {
    const [a, b] = [momentOf(given.get('a'), data), momentOf(given.get('b'), data)];
    return a === null || b === null ? null : { kind: 'days', a, b };
  }
  if (given.get('compare') !== 'groups') return null;
  const groups = given.getAll('group').slice(0, MOST_GROUPS).map((text) => groupOf(text, data));
  const found = groups.filter((one) => one !== null);
  return found.length < 2 ? null : { kind: 'groups', groups: found };
}

export function writeCompare(compare: Compare, into: URLSearchParams): void {
  const written = ({ on, known }: Moment): string => `${isoOf(on)}~${typeof known === 'number' ? isoOf(known) : known}`;
  into.set('compare', compare.kind);
  if (compare.kind === 'days') {
    into.set('a', written(compare.a));
    into.set('b', written(compare.b));
    return;
  }
  for (const group of compare.groups) {
    into.append('group', group.kind === 'none' ? 'none' : group.kind === 'side' ? `side:${group.side}` : `by:${group.names.join('\n')}`);
  }
}

/** A week before what is shown against it. */
export function weekBefore(on: Day, known: Knowledge, { meta }: PageFrame): Compare {
  return { kind: 'days', a: { on: clamp(on - 7, meta.first, meta.last), known }, b: { on, known } };
}

/** The two sides that most claims are of, and the claimers of none. */
export function usualGroups({ facets }: PageFrame): Compare {
  const counts = facets.side.values.map(() => 0);
  for (const side of facets.side.at) if (side >= 0) counts[side] = (counts[side] ?? 0) + 1;
  const sides = facets.side.values
    .map((side, index) => ({ side, count: counts[index] ?? 0 }))
    .sort((a, b) => b.count - a.count || a.side.localeCompare(b.side))
    .slice(0, 2);
  const groups: Group[] = sides.map(({ side }) => ({ kind: 'side', side }));
  groups.push({ kind: 'none' });
  if (groups.length < 2) groups.push({ kind: 'claimers', names: [] });
  return { kind: 'groups', groups };
}

/** What became of a place between two moments; the first that fits. */
export const KINDS = ['holder', 'contested', 'settled', 'known', 'unknown', 'status'] as const;
export type Kind = (typeof KINDS)[number];

export function kindOf(was: Cell, is: Cell): Kind {
  if (is[0] === 'contested' && was[0] !== 'contested') return 'contested';
  if (was[0] === 'unknown') return 'known';
  if (is[0] === 'unknown') return 'unknown';
  if (was[0] === 'contested' && is[0] !== 'contested') return 'settled';
  return was[1] === is[1] ? 'status' : 'holder';
}

export interface Turn extends Changed {
  kind: Kind;
}

export interface Turns {
  a: View;
  b: View;
  turns: Turn[];
}

/** What changed from one moment to another, at the places that are selected. */
export function turnsOf(
  data: PageFrame,
  histories: Histories,
  moments: { a: Moment; b: Moment },
  selected: Uint8Array | null,
): Turns {
  const seen = ({ on, known }: Moment): View =>
    viewOf(data, histories, on, known === 'then' ? on : known === 'all' ? data.meta.last : known);
  const [a, b] = [seen(moments.a), seen(moments.b)];
  const turns = changedBetween(data, a, b)
    .filter(({ place }) => selected === null || selected[place] === 1)
    .map((one) => ({ ...one, kind: kindOf(data.cells[one.before] as Cell, data.cells[one.now] as Cell) }));
  return { a, b, turns };
}

/** What a group last said of a place: a position, whose words name its party, and the day it speaks of. */
export interface Said {
  says: Says;
  actor: string | null;
  claimer: string | null;
  day: Day;
}

export interface Voiced {
  place: number;
  said: (Said | null)[]; // by group
  stand: 'differ' | 'agree' | 'alone';
}

/** For each place of which a group speaks: what each group last said of it by a day, and whether they differ. */
export function voicedOf(data: PageFrame, groups: readonly Group[], view: View, kept: Uint8Array | null): Voiced[] {
  const latest = groups.map((group) => latestOf(data, memberOf(data, group), view, kept));
  return data.places.flatMap((_, place) => {
    const claims = latest.map((found) => found.get(place) ?? -1);
    if (claims.every((claim) => claim < 0)) return [];
    const said = claims.map((claim) => (claim < 0 ? null : saidIn(data, claim)));
    const keys = said.flatMap((one) => (one === null ? [] : [positionKey(one.says)]));
    const apart = keys.some((one, index) => keys.slice(index + 1).some((other) => differ(one, other)));
    return [{ place, said, stand: keys.length < 2 ? 'alone' : apart ? 'differ' : 'agree' }];
  });
}

/** What one says on a day, of several claims that say the same of that day the first one known. */
export interface Statement extends Said {
  claims: number;
}

/** All that a group said of a place by a day, from what was known: the latest day first. */
export function seriesOf(data: PageFrame, group: Group, place: number, view: View, kept: Uint8Array | null): Statement[] {
  const member = memberOf(data, group);
  const found = new Map<string, Statement>();
  for (let claim = data.facets.place.length - 1; claim >= 0; claim -= 1) {
    if (data.facets.place[claim] !== place || !speaks(data, claim, view, kept) || !member(claim)) continue;
    const said = saidIn(data, claim);
    const key = [said.day, positionKey(said.says), said.claimer].join(' ');
    const before = found.get(key);
    if (before === undefined) found.set(key, { ...said, claims: 1 });
    else before.claims += 1;
  }
  return [...found.values()].sort((a, b) => b.day - a.day);
}

/** True for a claim that says who holds its place, was known, speaks of no later day, and counts. */
function speaks({ facets }: PageFrame, claim: number, view: View, kept: Uint8Array | null): boolean {
  if ((facets.act.at[claim] as number) < 0 || (kept !== null && kept[claim] !== 1)) return false;
  if ((facets.known[claim] as Day) > view.known || (facets.day[claim] as Day) > view.on) return false;
  return !setAsideIn(facets, claim, view.known);
}

/** Of each place, the claim that speaks of the latest day; of one day, an attack last, and what became known first. */
function latestOf(
  data: PageFrame,
  member: (claim: number) => boolean,
  view: View,
  kept: Uint8Array | null,
): Map<number, number> {
  const { facets } = data;
  const attacks = facets.act.values.indexOf('attacks');
  const found = new Map<number, number>();
  const rank = (claim: number): number => (facets.day[claim] as Day) * 2 + (facets.act.at[claim] === attacks ? 0 : 1);
  for (let claim = 0; claim < facets.place.length; claim += 1) {
    if (!speaks(data, claim, view, kept) || !member(claim)) continue;
    const place = facets.place[claim] as number;
    const best = found.get(place);
    if (best === undefined || rank(claim) > rank(best)) found.set(place, claim); // the newest come first
  }
  return found;
}

function memberOf({ facets }: PageFrame, group: Group): (claim: number) => boolean {
  if (group.kind === 'none') return (claim) => facets.side.at[claim] === -1;
  if (group.kind === 'side') {
    const wanted = facets.side.values.indexOf(group.side);
    return (claim) => wanted >= 0 && facets.side.at[claim] === wanted;
  }
  const wanted = new Set(group.names.map((name) => facets.claimer.values.indexOf(name)).filter((index) => index >= 0));
  return (claim) => wanted.has(facets.claimer.at[claim] as number);
}

function saidIn({ facets }: PageFrame, claim: number): Said {
  const party = facets.party[claim] as number;
  const act = facets.act.values[facets.act.at[claim] as number] as Says['act'];
  return {
    says: { act, party: party < 0 ? null : party, change: false },
    actor: facets.actor.values[facets.actor.at[claim] as number] ?? null,
    claimer: facets.claimer.values[facets.claimer.at[claim] as number] ?? null,
    day: facets.day[claim] as Day,
  };
}
