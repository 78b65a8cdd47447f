// The words that go with everything that is taken away: clocks, filters, banner, method, ledger, licence.
import { dayOf, longOf } from '../days';
import { isDay, valuesOf } from '../filters';
import { oneOf } from '../listing';
import { fill, t } from '../messages';
import type { PageFrame } from '../types';
import { bannerWords, creditWords, titleWords, valueWords } from '../words';
import type { Named, Query } from './asked';

export interface Told {
  title: string;
  clocks: string;
  asked: string; // empty where nothing is filtered
  banner: string;
  method: string;
  licence: string;
}

export function toldOf(data: PageFrame, named: Named): Told {
  const { title, banner, credits, version } = data.meta;
  const clocks = fill(t().take.clocks, { on: longOf(named.on), known: longOf(named.known) });
  return {
    title: titleWords(title),
    banner: bannerWords(banner),
    clocks: named.on > named.known ? fill(t().table.projected, { state: clocks }) : clocks,
    asked: filterWords(data, named.filters),
    method: fill(t().take.method, { method: named.method, ledger: named.recorded }),
    licence: [...credits.map(creditWords), fill(t().take.madeWith, { version })].join(' '),
  };
}

/** What is wanted, in words; empty where nothing is filtered. */
export function filterWords(data: PageFrame, filters: Query): string {
  const words: Record<string, string> = t().take.filters;
  const saidOf = (name: string, value: string): string => {
    const place = name === 'place' ? data.places.find(({ id }) => id === value)?.name : undefined;
    const day = isDay(name) ? dayOf(value) : null;
    return place ?? (day === null ? valueWords(name, value) : longOf(day));
  };
  const told = Object.entries(filters).map(([name, wanted]) => {
    const value = oneOf(valuesOf(wanted).map((one) => saidOf(name, one)));
    return fill(words[name] ?? `${name}: {value}`, { value });
  });
  return told.length === 0 ? '' : fill(t().take.asked, { filters: told.join('; ') });
}
