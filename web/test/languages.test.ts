import { afterEach, describe, expect, it } from 'vitest';
import { datedOf, longOf, shortOf } from '../src/days';
import { contained, counted, direction, fill, messages, named, speak } from '../src/messages';
import { en } from '../src/messages/en';
import { CODES, LANGUAGES, codeOf, completed, missingIn, preferred } from '../src/messages/languages';
import { firstLanguage } from '../src/speech';
import type { Cell } from '../src/types';
import { creditWords, percent, stateLine, stateWords, valueWords, wordIn } from '../src/words';
import { sizeOf } from '../src/writing/size';
import { DAY, pageFrame } from './data';

afterEach(() => speak('en'));

type Tree = { [name: string]: string | Tree };

const leaves = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([name, words]): [string, string][] =>
    typeof words === 'string' ? [[path + name, words]] : leaves(words, `${path}${name}.`),
  );

const namesIn = (words: string): string[] => [...words.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe.each(CODES)('in %s', (code) => {
  it('every language has every key', async () => {
    expect(missingIn(await LANGUAGES[code].load())).toEqual([]);
  });

  it('every sentence names what the English one names', async () => {
    const english = new Map(leaves(en as unknown as Tree));
    const told = leaves((await LANGUAGES[code].load()) as unknown as Tree).filter(([key]) => !key.startsWith('counted.'));
    const apart = told.filter(([key, words]) => String(namesIn(words)) !== String(namesIn(english.get(key) ?? '')));
    expect(apart).toEqual([]);
  });

  it('leaves no English sentence but in English', async () => {
    const english = new Map(leaves(en as unknown as Tree));
    const told = code === 'en' ? [] : leaves((await LANGUAGES[code].load()) as unknown as Tree);
    expect(told.filter(([key, words]) => words === english.get(key) && /[a-z]{3,} [a-z]{2,}/i.test(words))).toEqual([]);
  });

  it('keeps lists of words as lists', async () => {
    const { forms } = completed(await LANGUAGES[code].load()).take;
    expect(Object.entries(forms).filter(([, words]) => !Array.isArray(words) || words.length !== 2)).toEqual([]);
  });

  it('has the plural forms of the language', async () => {
    const { counted: things, locale } = completed(await LANGUAGES[code].load());
    const rules = new Intl.PluralRules(locale);
    const wanted = new Set(Array.from({ length: 130 }, (_, count) => rules.select(count)));
    const lacking = Object.entries(things).flatMap(([thing, forms]) =>
      [...wanted].filter((rule) => forms[rule] === undefined).map((rule) => `${thing}.${rule}`),
    );
    expect(lacking).toEqual([]);
  });
});

it('leaves lists lists', () => {
  expect(completed({ locale: 'fr', take: { forms: { png: ['PNG', 'Une image'] } } }).take.forms.png).toEqual(['PNG', 'Une image']);
  expect(completed(en)).toEqual(en);
});

it('shows English where a language has no words, and lists them', () => {
  const some = { locale: 'fr', app: { close: 'Fermer' }, counted: { day: { one: '{n} jour', other: '{n} jours' } } };
  expect(completed(some).app).toEqual({ ...en.app, close: 'Fermer' });
  expect(completed(some).counted.day).toEqual({ one: '{n} jour', other: '{n} jours' });
  const missing = missingIn(some);
  expect(missing).toContain('app.again');
  expect(missing).toContain('header');
  expect(missing).not.toContain('app.close');
});

it.each([
  ['fr-CA', 'fr'],
  ['PRS', 'fa'],
  ['uk_UA', 'uk'],
  ['de', null],
  ['', null],
  [null, null],
])('the tag %s is %s', (tag, code) => {
  expect(codeOf(tag)).toBe(code);
});

it('takes the first that is asked for and that it has', () => {
  expect(preferred([null, 'de-AT', 'es-MX', 'fr'])).toBe('es');
  expect(preferred(['de'])).toBe('en');
  const where = (hash: string, search: string): Window =>
    ({ location: { hash, search }, navigator: { languages: ['uk', 'en'] } }) as unknown as Window;
  expect(firstLanguage(where('#on=2021-08-01&lang=ar', '?lang=fr'))).toBe('ar');
  expect(firstLanguage(where('', '?lang=fr'))).toBe('fr');
  expect(firstLanguage(where('#lang=xx', ''))).toBe('uk');
});

it.each([
  ['uk', ['1 місце', '3 місця', '11 місць', '21 місце']],
  ['ar', ['مكان واحد', '3 أماكن', '11 مكاناً', '21 مكاناً']],
  ['fa', ['۱ محل', '۳ محل', '۱۱ محل', '۲۱ محل']],
  ['es', ['1 lugar', '3 lugares', '11 lugares', '21 lugares']],
] as const)('counts in %s', async (code, words) => {
  await speak(code);
  expect([1, 3, 11, 21].map((count) => counted(count, 'place'))).toEqual(words);
});

it.each([
  ['fa', '۱ اوت ۲۰۲۱', '۹۶٪', 'rtl'],
  ['uk', '1 серпня 2021 р.', '96\u00a0%', 'ltr'],
  ['fr', '1 août 2021', '96\u00a0%', 'ltr'],
  ['es', '1 de agosto de 2021', '96\u00a0%', 'ltr'],
] as const)('writes days of the Gregorian calendar, shares and directions in %s', async (code, day, share, dir) => {
  await speak(code);
  expect([longOf(DAY), percent(0.96), direction()]).toEqual([day, share, dir]);
  expect(shortOf(DAY)).not.toBe('');
});

it('groups numbers as the language does, and leaves texts as they are', async () => {
  await speak('es');
  expect(fill('{n} {id} {none}', { n: 12345, id: '12345' })).toBe('12.345 12345 {none}');
});

it('says states in the language, with the party as it is recorded', async () => {
  const { cells, parties } = pageFrame();
  await speak('fr');
  expect(stateLine(cells[1] as Cell, parties)).toBe('Tenu par Blue\u00a0: quasi certain (96\u00a0%)');
  await speak('fa');
  expect(datedOf(DAY)).toBe('۲۰۲۱-۰۸-۰۱');
  expect(stateWords(cells[1] as Cell, parties)).toEqual({ head: 'در کنترل', party: 'Blue', rest: 'تقریباً قطعی (۹۶٪)' });
  expect(stateLine(cells[2] as Cell, parties)).toBe('مورد منازعه: \u2068Blue\u2069 در برابر \u2068Rose\u2069');
});

it('sets names apart where they would turn what is beside them', async () => {
  expect([named('Blue'), named('طالبان'), named('\u202eevil')]).toEqual(['Blue', '\u2068طالبان\u2069', '\u2068\u202eevil\u202c\u2069']);
  await speak('ar');
  expect(named('Blue')).toBe('\u2068Blue\u2069');
});

it.each([
  ['\u202eevil', '\u202eevil\u202c'],
  ['a\u2069b\u202cc', 'abc'],
  ['\u2067x\u2069', '\u2067x\u2069'],
  ['\u2067\u202ax\u2069y', '\u2067\u202axy\u202c\u2069'],
])('closes in a name what it opens, and nothing else: %j', (name, closed) => {
  expect(contained(name)).toBe(closed);
});

it('says the credits in the language, names of data as they are', async () => {
  const { names, outlines } = en.app.credits;
  await speak('uk');
  expect([names, outlines, 'My map, 2024'].map(creditWords)).toEqual(['Назви місць: GeoNames (CC BY 4.0).', expect.stringMatching(/^Межі: Natural Earth/), 'My map, 2024']);
});

it('leaves a word that it does not know', () => {
  expect([wordIn({ part: 'part only' }, 'part'), wordIn({}, 'constructor')]).toEqual(['part only', 'constructor']);
});

it('says values that are chosen by in the language, and names as they are recorded', async () => {
  const values = [['precision', 'near'], ['precision', 'elsewhere'], ['factuality', 'certain'], ['party', 'near']] as const;
  const told = (): string[] => values.map(([name, value]) => valueWords(name, value));
  expect(told()).toEqual(['near', 'elsewhere', 'certain', 'near']);
  await speak('fr');
  expect(told()).toEqual(['à proximité', 'elsewhere', 'certain', 'near']);
  await speak('es');
  expect(told()).toEqual(['en las cercanías', 'elsewhere', 'seguro', 'near']);
});

it.each([
  ['en', ['12 B', '200 kB', '32 MB']],
  ['fr', ['12\u00a0o', '200\u00a0ko', '32\u00a0Mo']],
  ['fa', ['۱۲ بایت', '۲۰۰ کیلوبایت', '۳۲ مگابایت']],
] as const)('says sizes of files in %s', async (code, words) => {
  await speak(code);
  expect([12, 200 * 2 ** 10, 2 ** 25].map(sizeOf)).toEqual(words);
});

it('stays as it is where the words cannot be had', async () => {
  const { load } = LANGUAGES.fr;
  LANGUAGES.fr.load = () => Promise.reject(new Error('no network'));
  await speak('fr');
  LANGUAGES.fr.load = load;
  expect(messages.value.locale).toBe('en-GB');
});

it('keeps the last choice, whichever words come first', async () => {
  const first = speak('fr');
  const last = speak('es');
  await Promise.all([first, last]);
  expect(messages.value.locale).toBe('es');
});
