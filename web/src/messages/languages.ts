// The languages of the interface. Each is a folder of the shape of en/, fetched when it is chosen (in the single file
// all are inside). What it lacks is shown in English; `missingIn` lists it, and the tests ask for nothing missing.
import { en } from './en';
import type { Forms, Messages } from './en';

type Part<T> = { [K in keyof T]?: T[K] extends string ? string : T[K] extends Forms ? Forms : Part<T[K]> };
/** A language's words: no key that English has not, and none must be there but the locale. */
export type Translation = Part<Messages> & { locale: string };

export interface Language {
  name: string; // in the language itself
  dir: 'ltr' | 'rtl';
  load: () => Promise<Translation>;
}

export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr', load: () => Promise.resolve(en) },
  fa: { name: 'فارسی', dir: 'rtl', load: async () => (await import('./fa')).fa },
  ar: { name: 'العربية', dir: 'rtl', load: async () => (await import('./ar')).ar },
  uk: { name: 'Українська', dir: 'ltr', load: async () => (await import('./uk')).uk },
  fr: { name: 'Français', dir: 'ltr', load: async () => (await import('./fr')).fr },
  es: { name: 'Español', dir: 'ltr', load: async () => (await import('./es')).es },
} satisfies Record<string, Language>;

export type Code = keyof typeof LANGUAGES;
export const CODES = Object.keys(LANGUAGES) as Code[];

/** The language of a tag such as "fr-CA" or "prs" (Dari), or null where the page has none. */
export function codeOf(tag: string | null | undefined): Code | null {
  const first = (tag ?? '').toLowerCase().split(/[-_]/)[0] ?? '';
  const code = first === 'prs' ? 'fa' : first;
  return CODES.find((known) => known === code) ?? null;
}

/** The first language that is asked for and that the page has: of the addresses, then of the browser's preference. */
export function preferred(tags: readonly (string | null | undefined)[]): Code {
  for (const tag of tags) {
    const code = codeOf(tag);
    if (code !== null) return code;
  }
  return 'en';
}

type Tree = { readonly [name: string]: unknown };
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;
const isForms = (value: Tree): boolean => typeof value['other'] === 'string';

function filled(whole: Tree, given: Tree): Tree {
  const both = Object.entries(whole).map(([name, words]): [string, unknown] => {
    const own = given[name];
    if (own === undefined) return [name, words];
    return [name, isTree(words) && isTree(own) && !isForms(words) && !Array.isArray(words) ? filled(words, own) : own];
  });
  return Array.isArray(whole) ? both.map(([, words]) => words) as unknown as Tree : Object.fromEntries(both);
}

/** A language's words, with English ones where it has none. */
export const completed = (given: Translation): Messages => filled(en, given) as unknown as Messages;

/** The keys that English has and a language lacks, as "section.key". */
export function missingIn(given: Tree, whole: Tree = en, path = ''): string[] {
  return Object.entries(whole).flatMap(([name, words]) => {
    const own = given[name];
    if (own === undefined || own === '') return [path + name];
    return isTree(words) && isTree(own) && !isForms(words) ? missingIn(own, words, `${path}${name}.`) : [];
  });
}
