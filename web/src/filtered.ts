// What a filter leaves, in words.
import { dayOf, longOf } from './days';
import { ASKED } from './filters';
import type { Filter } from './filters';
import { counted, fill, t } from './messages';
import type { Page } from './page';
import { valueWords } from './words';

/** What a filter asks for, in words: "Party: Taliban, Since: 3 August 2021". */
export function filterWords(filter: Filter): string {
  const { names, one } = t().analysis.filters;
  return ASKED.flatMap((name) => {
    const value = filter[name];
    if (value === undefined) return [];
    const day = name === 'since' || name === 'until' ? dayOf(value) : null;
    return [fill(one, { name: names[name], value: day === null ? valueWords(name, value) : longOf(day) })];
  }).join(t().list);
}

/** The whole line: what is asked for, and how many of the claims that were known it keeps. */
export function filteredWords(page: Page): string {
  const { kept, all } = page.sieve().tally(page.kept.value, page.knownDay.value);
  const what = filterWords(page.filter.value);
  return fill(t().analysis.filters.chip, { what, n: kept, all: counted(all, 'claim') });
}
