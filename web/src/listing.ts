// Several words as the language lists them.
import { named, t } from './messages';

/** "Blue", "Blue or Rose"; each set apart where the language runs from the right. */
export const oneOf = (words: readonly string[]): string =>
  new Intl.ListFormat(t().locale, { type: 'disjunction' }).format(words.map(named));
