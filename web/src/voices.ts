// What groups of claimers say of each place: every position that they took in the days before the one shown.
import { setAsideIn } from './aside';
import type { Group } from './compare';
import type { View } from './histories';
import { ORDER, WINDOW, differ, positionKey } from './positions';
import type { Day, PageFrame, Says } from './types';
import { UNNAMED } from './words';

/** What was said of a place: a position, whose words name its party, and the day it speaks of. */
export interface Said {
  says: Says;
  type: string;
  precision: string;
  actor: string | null;
  claimer: string | null;
  day: Day;
  against: boolean; // the claimer's own interest
}

export interface Voiced {
  place: number;
  said: Said[][]; // by group: each position once, admissions first; none: silent
  stand: 'differ' | 'agree' | 'alone';
}

/** For each place of which a group speaks: what each group said of it in the days before, and whether they differ. */
export function voicedOf(data: PageFrame, groups: readonly Group[], view: View, kept: Uint8Array | null): Voiced[] {
  const members = groups.map((group) => memberOf(data, group));
  const told = new Map<number, Said[][]>();
  for (let claim = 0; claim < data.facets.place.length; claim += 1) {
    if (!speaks(data, claim, view, kept) || (data.facets.day[claim] as Day) <= view.on - WINDOW) continue;
    members.forEach((member, group) => {
      if (!member(claim)) return;
      const place = data.facets.place[claim] as number;
      const said = told.get(place) ?? groups.map(() => []);
      told.set(place, said);
      said[group]?.push(saidIn(data, claim));
    });
  }
  const places = [...told].sort(([one], [other]) => one - other);
  return places.map(([place, said]) => ({ place, said: said.map((one) => positionsIn(data, one)), stand: standOf(data, said) }));
}

function standOf(data: PageFrame, said: readonly Said[][]): Voiced['stand'] {
  const speaking = said.filter((one) => one.length > 0);
  if (speaking.length < 2) return 'alone';
  const apart = speaking.some((one, index) =>
    speaking.slice(index + 1).some((other) => one.some((a) => other.some((b) => contradicts(data, a, b)))),
  );
  return apart ? 'differ' : 'agree';
}

/** True where positions of one group contradict each other. */
export const isDivided = (data: PageFrame, said: readonly Said[]): boolean =>
  said.some((one, index) => said.slice(index + 1).some((other) => contradicts(data, one, other)));

/** A change that is told of a later day ends what was said before it; a party that is not named may be any. */
function contradicts(data: PageFrame, a: Said, b: Said): boolean {
  const [early, late] = a.day <= b.day ? [a, b] : [b, a];
  const ended = late.day > early.day && late.says.change;
  return !ended && !isUnnamed(data, a) && !isUnnamed(data, b) && differ(positionKey(a), positionKey(b));
}

const isUnnamed = (data: PageFrame, { says }: Said): boolean => data.parties[says.party ?? -1]?.name === UNNAMED;

/** Each position once, as it was last said or admitted: admissions first, who is not named after who is. */
function positionsIn(data: PageFrame, said: readonly Said[]): Said[] {
  const found = new Map<string, Said>();
  for (const one of said) {
    const key = positionKey(one);
    const best = found.get(key);
    if (best === undefined || rankOf(one) > rankOf(best)) found.set(key, one); // the newest come first
  }
  const order = (one: Said): number => ORDER.indexOf(positionKey(one).replace(/:.*/, '')) + (isUnnamed(data, one) ? ORDER.length : 0);
  return [...found.values()].sort((a, b) => Number(b.against) - Number(a.against) || order(a) - order(b) || b.day - a.day);
}

const rankOf = ({ day, against }: Said): number => day + (against ? WINDOW : 0);

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
    const key = [said.day, positionKey(said), said.claimer].join(' ');
    const before = found.get(key);
    if (before === undefined) found.set(key, { ...said, claims: 1 });
    else before.claims += 1;
  }
  return [...found.values()].sort((a, b) => b.day - a.day);
}

/** True for a claim that somebody made of who holds its place, was known, speaks of no later day, and counts. */
function speaks({ facets }: PageFrame, claim: number, view: View, kept: Uint8Array | null): boolean {
  if ((facets.act.at[claim] as number) < 0 || (kept !== null && kept[claim] !== 1)) return false;
  if ((facets.voice[claim] as number) < 0) return false;
  if ((facets.known[claim] as Day) > view.known || (facets.day[claim] as Day) > view.on) return false;
  return !setAsideIn(facets, claim, view.known);
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
    says: { act, party: party < 0 ? null : party, change: facets.change[claim] === 1 },
    type: facets.type.values[facets.type.at[claim] as number] ?? '',
    precision: facets.precision.values[facets.precision.at[claim] as number] ?? '',
    actor: facets.actor.values[facets.actor.at[claim] as number] ?? null,
    claimer: facets.claimer.values[facets.claimer.at[claim] as number] ?? null,
    day: facets.day[claim] as Day,
    against: facets.voice[claim] === 1,
  };
}
