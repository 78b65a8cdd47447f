// What a filter leaves, in words.
import { dayOf, longOf } from './days';
import { ASKED, isDay, valuesOf } from './filters';
import type { Filter } from './filters';
import { oneOf } from './listing';
import { counted, fill, t } from './messages';
import type { Page } from './page';
import { valueWords } from './words';

/** What a filter asks for, in words: "Party: Taliban, Since: 3 August 2021". */
export function filterWords(filter: Filter): string {
  const { names, one } = t().analysis.filters;
  return ASKED.flatMap((name) => {
    const values = valuesOf(filter[name]).map((value) => {
      const day = isDay(name) ? dayOf(value) : null;
      return day === null ? valueWords(name, value) : longOf(day);
    });
    return values.length === 0 ? [] : [fill(one, { name: names[name], value: oneOf(values) })];
  }).join(t().list);
}

/** The whole line: what is asked for, and how many of the claims that were known it keeps. */
export function filteredWords(page: Page): string {
  const { kept, all } = page.sieve().tally(page.kept.value, page.knownDay.value);
  const what = filterWords(page.filter.value);
  return fill(t().analysis.filters.chip, { what, n: kept, all: counted(all, 'claim') });
}
