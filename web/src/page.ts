// What the page shows, as signals: two clocks, a place, a pane. Everything else is derived from them.
import { computed, effect, signal } from '@preact/signals';
import { clamp } from './days';
import { turnsOf } from './compare';
import type { Compare } from './compare';
import { Sieve, isAsked } from './filters';
import type { Filter } from './filters';
import { Histories, viewOf } from './histories';
import { knownOf } from './known';
import type { Host } from './host';
import { makeParts } from './parts';
import { queryLeft, readHash, saidIn, writeHash } from './permalink';
import type { Shown } from './permalink';
import { refusedOf } from './refused';
import type { Day } from './types';
import { voicedOf } from './voices';

export type Page = ReturnType<typeof makePage>;

export function makePage(host: Host, hash: string) {
  const data = host.frame;
  const histories = new Histories(data);
  const outlined = new Set(data.outlines.flatMap((outline) => (outline.place === null ? [] : [outline.place])));
  const indices = new Map(data.places.map(({ id }, number) => [id, number]));
  const start = readHash(hash, data);
  const on = signal(start.on);
  const known = signal(start.known);
  const place = signal(start.place);
  const pane = signal(start.pane);
  const look = signal(start.look);
  const lang = signal(start.lang);
  const sought = signal<number | null>(null); // a place that the map is to go to
  const filter = signal<Filter>(start.filter ?? {}); // which claims are wanted; {} is all
  const playing = signal(false);
  const step = signal(1); // days
  const pace = signal(4); // steps per second
  const compare = signal<Compare | null>(start.compare ?? null); // kept while the tool is closed
  const side = signal<string | null>(start.compare === undefined ? null : 'compare'); // the tool beside the map
  const dialog = signal<string | null>(null); // the tool whose dialog is open
  const newer = signal(false); // the record of the server is another one than is shown
  const whole = signal<'making' | 'failed' | null>(host.whole === undefined ? null : 'making'); // earlier states of knowledge
  const parts = makeParts(data, host.part, () => {
    newer.value = true;
  });
  const started = { yes: false }; // after the first drawing; focus moves only then
  const mapFails = signal<'noWebgl' | 'notLoaded' | null>(null); // why the table stands for the map

  const knownDay = computed<Day>(() => knownOf(known.value, on.value, data.meta));
  const view = computed(() => viewOf(data, histories, on.value, knownDay.value));
  let columns: Sieve | null = null;
  const sieve = (): Sieve => (columns ??= new Sieve(data.facets, data.places.length));
  const kept = computed(() => (isAsked(filter.value) ? sieve().keep(filter.value) : null)); // by claim; null: all
  const selected = computed(() => (kept.value === null ? null : sieve().places(kept.value, knownDay.value))); // by place
  const index = computed(() => indices.get(place.value ?? '') ?? null);
  const comparing = computed(() => (side.value === 'compare' ? compare.value : null));
  const turns = computed(() =>
    comparing.value?.kind === 'days' ? turnsOf(data, histories, comparing.value, selected.value) : null,
  );
  const voiced = computed(() =>
    comparing.value?.kind === 'groups' ? voicedOf(data, comparing.value.groups, view.value, kept.value) : null,
  );
  const ringed = computed<readonly number[]>(
    () => turns.value?.turns.map(({ place }) => place) ?? voiced.value?.flatMap((one) => (one.stand === 'differ' ? [one.place] : [])) ?? [],
  );
  const shown = computed<Shown>(() => ({
    on: on.value,
    known: known.value,
    place: place.value,
    pane: pane.value,
    look: look.value,
    lang: lang.value,
    ...(isAsked(filter.value) ? { filter: filter.value } : {}),
    ...(comparing.value === null ? {} : { compare: comparing.value }),
  }));
  const go = (day: Day): void => {
    on.value = clamp(day, data.meta.first, data.meta.last);
  };
  const select = (chosen: number | null): void => {
    place.value = chosen === null ? null : (data.places[chosen]?.id ?? null);
    sought.value = null;
  };
  const seek = (chosen: number): void => {
    select(chosen);
    sought.value = chosen;
  };
  return {
    ...{ host, data, histories, outlined, parts, newer, whole, on, known, place, pane, playing, step, pace, dialog },
    ...{ look, lang, sought, mapFails, started, knownDay, view, index, filter, sieve, kept, selected,
    ...{ side, compare, comparing, turns, voiced, ringed },
    shown, go, select, seek },
  };
}

/** Shows what an address says after "#". */
export function showHash(page: Page, hash: string): void {
  const read = readHash(hash, page.data);
  page.on.value = read.on;
  page.known.value = read.known;
  page.place.value = read.place;
  page.pane.value = read.pane;
  page.look.value = read.look;
  page.lang.value = read.lang;
  page.filter.value = read.filter ?? {};
  if (read.compare !== undefined) page.compare.value = read.compare;
  if (read.compare !== undefined) page.side.value = 'compare';
  else if (page.side.value === 'compare') page.side.value = null;
}

const LATEST = 2_000; // milliseconds after which it follows all the same: while days play, the address is one of them
const RESTS = 400; // milliseconds without a step after which the address follows: it is no part of a step

/** Tells nobody of it. A page within a notebook has no address of its own, and its browser refuses to give it one. */
function replaceHash({ history, location }: Window, wanted: string, pins: Host['pins']): void {
  const query = queryLeft(location.search, pins);
  try {
    history.replaceState(null, '', query === location.search ? wanted : `${location.pathname}${query}${wanted}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

/** What an address shows of which a part does not fit; null where all of it does. */
const shownOfOdd = ({ data }: Page, said: string): string | null =>
  refusedOf(said, data).length > 0 ? writeHash(readHash(said, data)) : null;

/** Keeps the address after "#" and the page the same, both ways. An address of which a part does not fit stays as it
 * was given until something else is shown: what it asks for is not made into another question. Gives back what ends it. */
export function followHash(page: Page, where: Window): () => void {
  let timer = 0;
  let since = 0; // when the first step was made that the address has not followed; 0: it has
  let written = ''; // the browser tells of it later, when the page may already show something else
  let seen = where.location.hash;
  let odd = shownOfOdd(page, saidIn(where.location, page.host.pins));
  const end = effect(() => {
    const wanted = writeHash(page.shown.value);
    where.clearTimeout(timer);
    since ||= Date.now();
    timer = where.setTimeout(() => {
      since = 0;
      if (where.location.hash !== seen) return; // another one was entered, of which the browser is about to tell
      if (wanted === odd) return;
      odd = null;
      written = wanted;
      if (where.location.hash !== wanted) replaceHash(where, wanted, page.host.pins);
      seen = where.location.hash; // as the browser spells it
    }, Math.max(0, Math.min(RESTS, since + LATEST - Date.now())));
  });
  const told = (): void => {
    seen = where.location.hash;
    if (seen === written) return;
    odd = shownOfOdd(page, seen);
    const read = readHash(seen, page.data);
    if (writeHash(read) === writeHash(page.shown.value)) return;
    showHash(page, seen);
  };
  where.addEventListener('hashchange', told);
  return () => {
    end();
    where.clearTimeout(timer);
    where.removeEventListener('hashchange', told);
  };
}

/** Advances the day while playing; stops at the end. Gives back what ends it. */
export function followPlay(page: Page, where: Window): () => void {
  return effect(() => {
    if (!page.playing.value) return undefined;
    const timer = where.setInterval(() => {
      if (page.on.peek() >= page.data.meta.last) page.playing.value = false;
      else page.go(page.on.peek() + page.step.peek());
    }, 1000 / page.pace.value);
    return () => where.clearInterval(timer);
  });
}
