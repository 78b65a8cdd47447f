// What is compared: two moments (a day, and how much was known), or what groups of claimers say.
import { clamp, dayOf, isoOf } from './days';
import { changedBetween, viewOf } from './histories';
import { knownOf } from './known';
import type { Changed, Histories, View } from './histories';
import type { Knowledge } from './permalink';
import type { Cell, Day, PageFrame } from './types';

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

/** The two sides that most claims are of that are known by a day, and the claimers of none. */
export function usualGroups({ facets }: PageFrame, by: Day): Compare {
  const counts = facets.side.values.map(() => 0);
  facets.side.at.forEach((side, claim) => {
    if (side >= 0 && (facets.known[claim] as Day) <= by) counts[side] = (counts[side] ?? 0) + 1;
  });
  const sides = facets.side.values
    .map((side, index) => ({ side, count: counts[index] ?? 0 }))
    .filter(({ count }) => count > 0)
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
    viewOf(data, histories, on, knownOf(known, on, data.meta));
  const [a, b] = [seen(moments.a), seen(moments.b)];
  const turns = changedBetween(data, a, b)
    .filter(({ place }) => selected === null || selected[place] === 1)
    .map((one) => ({ ...one, kind: kindOf(data.cells[one.before] as Cell, data.cells[one.now] as Cell) }));
  return { a, b, turns };
}
