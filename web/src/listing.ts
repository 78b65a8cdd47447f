// Several words as the language lists them.
import { t } from './messages';

/** "Blue", "Blue or Rose". */
export const oneOf = (words: readonly string[]): string => new Intl.ListFormat(t().locale, { type: 'disjunction' }).format(words);
