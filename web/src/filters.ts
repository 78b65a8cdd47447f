// Which claims are wanted, named as the server's query parameters are, so that a filter can stand in an address. The
// columns of the frame are read once into typed arrays: 100,000 claims are sieved and counted in a few milliseconds.
import { dayOf, isoOf } from './days';
import type { Column, Day, Facets, PagePlace, SilenceRow } from './types';

export const FACETS = ['party', 'side', 'claimer', 'outlet', 'type', 'factuality', 'precision'] as const;
export type FacetName = (typeof FACETS)[number];
export const DAYS = ['since', 'until', 'published_since', 'published_until'] as const;
export type DayName = (typeof DAYS)[number];
export const ASKED = [...FACETS, ...DAYS] as const;
export type FilterName = (typeof ASKED)[number];

/** A value that is asked for, or several of which one is enough. */
export type Wanted = string | readonly string[];

/** Values that claims must have; what is absent does not ask. The days are ISO dates: `since` and `until` bound the day
 * that a claim speaks of, the others the one on which it was published. */
export type Filter = Readonly<Partial<Record<FacetName, Wanted> & Record<DayName, string>>>;

export const isDay = (name: string): name is DayName => (DAYS as readonly string[]).includes(name);

/** The values that are asked for. */
export const valuesOf = (wanted: Wanted | undefined): readonly string[] =>
  wanted === undefined ? [] : typeof wanted === 'string' ? [wanted] : wanted;

const wantedOf = (values: readonly string[]): Wanted => (values.length === 1 ? (values[0] as string) : values);

export interface Choice {
  value: string;
  count: number; // claims that are kept when it is chosen, under the other filters
  chosen: boolean;
}

const CAME = ['certain', 'probable']; // how a claim tells of what came
const MOST = 200; // characters of a value
const SEVERAL = 50; // values of a facet, as the server has it
const fold = (text: string): string => text.toLowerCase();

export const isAsked = (filter: Filter): boolean => ASKED.some((name) => filter[name] !== undefined);

/** The filter with what one name asks for in place of before; '' and no values ask for it no more. */
export function changed(filter: Filter, name: FilterName, wanted: Wanted): Filter {
  const { [name]: _, ...rest } = filter;
  return wanted.length === 0 ? rest : { ...rest, [name]: typeof wanted === 'string' ? wanted : wantedOf(wanted) };
}

/** The filter with one value of a facet chosen, or no more where it was. */
export function toggled(filter: Filter, name: FacetName, value: string): Filter {
  const values = valuesOf(filter[name]);
  const others = values.filter((one) => fold(one) !== fold(value));
  return changed(filter, name, others.length < values.length ? others : [...values, value].slice(-SEVERAL));
}

/** True where a value is one that is asked for: claimers by a part of their words, all others whole; in any case. */
const fits = (name: FacetName, wanted: Wanted, value: string): boolean =>
  valuesOf(wanted).some((one) => (name === 'claimer' ? fold(value).includes(fold(one)) : fold(value) === fold(one)));

const columnsOf = (facets: Facets, name: FacetName): Column[] =>
  name === 'party' ? [facets.actor, facets.recipient] : [facets[name]];

export const RANGES = [['since', 'until'], ['published_since', 'published_until']] as const;

/** The filter that an address asks for. A value that no claim has, and days that are none, are left out. */
export function readFilter(given: URLSearchParams, facets: Facets): Filter {
  const found: Partial<Record<FacetName, Wanted> & Record<DayName, string>> = {};
  for (const name of FACETS) {
    const asked = given.getAll(name).slice(0, SEVERAL).map((one) => one.trim());
    const had = columnsOf(facets, name).flatMap(({ values }) => values);
    const values = asked.flatMap((wanted): string[] => {
      if (wanted === '' || wanted.length > MOST) return [];
      const value = had.find((one) => fits(name, wanted, one));
      return value === undefined ? [] : [name === 'claimer' ? wanted : value];
    });
    if (values.length > 0) found[name] = wantedOf([...new Set(values)]);
  }
  for (const [since, until] of RANGES) {
    const [from, to] = [dayOf(given.get(since) ?? ''), dayOf(given.get(until) ?? '')];
    if (from !== null && to !== null && from > to) continue;
    if (from !== null) found[since] = given.get(since) as string;
    if (to !== null) found[until] = given.get(until) as string;
  }
  return found;
}

export function writeFilter(filter: Filter, into: URLSearchParams): void {
  for (const name of ASKED) {
    for (const value of valuesOf(filter[name])) into.append(name, value);
  }
}

/** Of a silence only party, outlet and day are known: it is kept where these fit. */
export function keepsSilence(filter: Filter, silence: SilenceRow): boolean {
  const day = silence.published ?? silence.known;
  return (
    (filter.party === undefined || fits('party', filter.party, silence.party)) &&
    (filter.outlet === undefined || fits('outlet', filter.outlet, silence.outlet ?? '')) &&
    RANGES.every(([since, until]) => (dayOf(filter[since] ?? '') ?? day) <= day && day <= (dayOf(filter[until] ?? '') ?? day))
  );
}

/** The part of a place with the claims and silences that are wanted; `kept` as `Sieve.keep` gives it. */
export function wanted(part: PagePlace, filter: Filter, sieve: Sieve, kept: Uint8Array): PagePlace {
  const at = sieve.of(part.place);
  const claims = part.claims.filter((_, index) => kept[at[index] ?? -1] === 1);
  return {
    ...part,
    claims,
    left_out: part.left_out + part.claims.length - claims.length,
    silences: part.silences.filter((silence) => keepsSilence(filter, silence)),
  };
}

interface Values {
  values: string[];
  at: Int32Array[]; // one or two columns of indices into the values; -1: none
}

interface Test extends Values {
  allowed: Uint8Array | null; // by value; null: not asked
}

/** The columns of all claims, ready to be sieved. */
export class Sieve {
  private readonly columns: Record<FacetName, Values>;
  private readonly known: Int32Array;
  private readonly day: Int32Array;
  private readonly published: Int32Array; // the day from which it is known, where none is told
  private readonly place: Int32Array;
  private readonly starts: Int32Array; // of the claims of each place in `ordered`
  private readonly ordered: Int32Array;

  constructor(private readonly facets: Facets, places: number) {
    const read = (name: FacetName): [FacetName, Values] => [name, joined(columnsOf(facets, name))];
    this.columns = Object.fromEntries(FACETS.map(read)) as Record<FacetName, Values>;
    this.known = Int32Array.from(facets.known);
    this.day = Int32Array.from(facets.day);
    this.published = Int32Array.from(facets.published, (day, claim) => (day < 0 ? (facets.known[claim] as Day) : day));
    this.place = Int32Array.from(facets.place);
    this.starts = new Int32Array(places + 1);
    this.ordered = new Int32Array(this.place.length);
    for (const place of this.place) this.starts[place + 1] = (this.starts[place + 1] as number) + 1;
    for (let place = 0; place < places; place += 1) this.starts[place + 1]! += this.starts[place] as number;
    const next = this.starts.slice();
    this.place.forEach((place, claim) => {
      this.ordered[next[place]!++] = claim;
    });
  }

  /** One for each claim that is kept, in the order of the columns. */
  keep(filter: Filter): Uint8Array {
    const tests = this.tests(filter).filter(({ allowed }) => allowed !== null);
    const inDays = this.inDays(filter);
    const kept = new Uint8Array(this.place.length);
    for (let claim = 0; claim < kept.length; claim += 1) {
      kept[claim] = inDays(claim) && tests.every((test) => passes(test, claim)) ? 1 : 0;
    }
    return kept;
  }

  /** One for each place with a claim that is kept and was known. */
  places(kept: Uint8Array, known: Day): Uint8Array {
    const found = new Uint8Array(this.starts.length - 1);
    for (let claim = 0; claim < kept.length; claim += 1) {
      if (kept[claim] === 1 && (this.known[claim] as number) <= known) found[this.place[claim] as number] = 1;
    }
    return found;
  }

  /** How many claims were known, and how many of these are kept. */
  tally(kept: Uint8Array | null, known: Day): { kept: number; all: number } {
    let [some, all] = [0, 0];
    for (let claim = 0; claim < this.known.length; claim += 1) {
      if ((this.known[claim] as number) > known) continue;
      all += 1;
      if (kept === null || kept[claim] === 1) some += 1;
    }
    return { kept: some, all };
  }

  /** The claims of a place, in the order of its part. */
  of(place: number): Int32Array {
    return this.ordered.subarray(this.starts[place], this.starts[place + 1]);
  }

  /** How many known claims tell of a change of control of the whole place that came, and of which years; not those of
   * which no day is told: the day that stands for it is that on which they became known. */
  changes(place: number, known: Day): { claims: number; years: number[] } {
    const { change, factuality, published } = this.facets;
    const isTold = (claim: number): boolean => (published[claim] as number) >= 0 || this.day[claim] !== this.known[claim];
    const found = [...this.of(place)].filter((claim) => {
      const told = factuality.values[factuality.at[claim] as number] ?? '';
      return change[claim] === 1 && CAME.includes(told) && isTold(claim) && (this.known[claim] as number) <= known;
    });
    const years = new Set(found.map((claim) => Number(isoOf(this.day[claim] as number).slice(0, 4))));
    return { claims: found.length, years: [...years].sort((a, b) => a - b) };
  }

  /** The values of each facet, with how many known claims each would keep under the other filters; most first. */
  choices(filter: Filter, known: Day): Record<FacetName, Choice[]> {
    const counts = this.counts(filter, known);
    const listed = (name: FacetName, index: number): [FacetName, Choice[]] => {
      const { values } = this.columns[name];
      const choices = values.map((value, at) => ({
        value,
        count: counts[index]?.[at] ?? 0,
        chosen: valuesOf(filter[name]).some((one) => fold(one) === fold(value)),
      }));
      const found = choices.filter(({ count, chosen }) => count > 0 || chosen);
      found.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
      return [name, name === 'claimer' ? withParts(found, valuesOf(filter.claimer)) : found];
    };
    return Object.fromEntries(FACETS.map(listed)) as Record<FacetName, Choice[]>;
  }

  /** A claim counts for a facet where every other one lets it pass: one pass over the claims for all of them. */
  private counts(filter: Filter, known: Day): Int32Array[] {
    const tests = this.tests(filter);
    const inDays = this.inDays(filter);
    const counts = tests.map(({ values }) => new Int32Array(values.length));
    for (let claim = 0; claim < this.place.length; claim += 1) {
      if ((this.known[claim] as number) > known || !inDays(claim)) continue;
      let [fails, failed] = [0, -1];
      for (let index = 0; index < tests.length && fails < 2; index += 1) {
        if (passes(tests[index] as Test, claim)) continue;
        fails += 1;
        failed = index;
      }
      if (fails === 1) count(tests[failed] as Test, claim, counts[failed] as Int32Array);
      else if (fails === 0) tests.forEach((test, index) => count(test, claim, counts[index] as Int32Array));
    }
    return counts;
  }

  /** Whether a claim is of the days that are asked for. */
  private inDays(filter: Filter): (claim: number) => boolean {
    const bounds = RANGES.map(([since, until]) => [dayOf(filter[since] ?? ''), dayOf(filter[until] ?? '')] as const);
    const [[since, until], [from, to]] = bounds.map(([least, most]) => [least ?? Number.NEGATIVE_INFINITY, most ?? Number.POSITIVE_INFINITY]) as [[number, number], [number, number]];
    return (claim) => {
      const [day, said] = [this.day[claim] as number, this.published[claim] as number];
      return day >= since && day <= until && said >= from && said <= to;
    };
  }

  private tests(filter: Filter): Test[] {
    return FACETS.map((name) => {
      const { values, at } = this.columns[name];
      const wanted = filter[name];
      const allowed = wanted === undefined ? null : Uint8Array.from(values, (value) => (fits(name, wanted, value) ? 1 : 0));
      return { values, at, allowed };
    });
  }
}

const CLAIMERS = 60; // that are listed; the others are found by their words

/** A claimer's words also find those whose words have them in it; words that are asked for stand first. */
function withParts(choices: readonly Choice[], asked: readonly string[]): Choice[] {
  const spelt = new Set<string>(); // those that differ in case alone are one
  const once = choices.filter(({ value }) => !spelt.has(fold(value)) && spelt.add(fold(value)));
  const listed = once.slice(0, CLAIMERS);
  const own = asked.filter((words) => !listed.some(({ value }) => fold(value) === fold(words)));
  const shown = [...own.map((value): Choice => ({ value, count: 0, chosen: true })), ...listed];
  return shown.map((choice) => ({
    ...choice,
    count: choices.reduce((sum, { value, count }) => (fits('claimer', choice.value, value) ? sum + count : sum), 0),
  }));
}

function passes({ at, allowed }: Test, claim: number): boolean {
  if (allowed === null) return true;
  for (const column of at) if (allowed[column[claim] as number] === 1) return true;
  return false;
}

/** Once for each value that the claim has. */
function count({ at }: Test, claim: number, into: Int32Array): void {
  const first = at[0]?.[claim] ?? -1;
  const second = at[1]?.[claim] ?? -1;
  if (first >= 0) into[first]! += 1;
  if (second >= 0 && second !== first) into[second]! += 1;
}

/** Several columns over one list of values. */
function joined(columns: readonly Column[]): Values {
  const numbers = new Map<string, number>();
  const at = columns.map(({ values, at: own }) => {
    const moved = values.map((value) => numbers.get(value) ?? (numbers.set(value, numbers.size), numbers.size - 1));
    return Int32Array.from(own, (index) => moved[index] ?? -1);
  });
  return { values: [...numbers.keys()], at };
}
