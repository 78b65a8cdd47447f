// The words of the interface in the language that is chosen. A component that calls t() is drawn again when it changes.
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { en } from './messages/en';
import type { Counted, Messages } from './messages/en';
import { LANGUAGES, completed } from './messages/languages';
import type { Code } from './messages/languages';

export const messages = signal<Messages>(en);
export const language = signal<Code>('en');

export const t = (): Messages => messages.value;
export const direction = (): 'ltr' | 'rtl' => LANGUAGES[language.value].dir;

let wanted: Code = 'en';

/** Shows the interface in a language, as soon as its words are had; where they cannot be, it stays as it is. */
export async function speak(code: Code): Promise<void> {
  wanted = code;
  const words = await LANGUAGES[code].load().catch(() => null);
  if (words === null || wanted !== code) return;
  language.value = code;
  messages.value = completed(words);
}

const NAME = /\{(\w+)\}/;

const kept = new Map<string, unknown>(); // making a writer takes as long as a hundred uses of it

/** What writes in the language of the page, made once for each language. */
function made<T>(name: string, make: (locale: string) => T): T {
  const { locale } = t();
  const key = `${locale} ${name}`;
  const found = (kept.get(key) as T | undefined) ?? make(locale);
  kept.set(key, found);
  return found;
}

/** A number as the language writes it. */
export const numbered = (value: number, how: Intl.NumberFormatOptions = {}): string =>
  made(`number ${JSON.stringify(how)}`, (locale) => new Intl.NumberFormat(locale, how)).format(value);

/** What orders words as the language does. */
export const collator = (): Intl.Collator => made('collator', (locale) => new Intl.Collator(locale));

const given = (value: string | number): string => (typeof value === 'number' ? numbered(value) : value);

/** A sentence with its {names} filled in; numbers as the language writes them. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replaceAll(new RegExp(NAME, 'g'), (whole, name: string) => given(values[name] ?? whole));

/** A sentence whose {names} are elements. */
export function Filled({ sentence, given: values }: { sentence: string; given: Record<string, ComponentChildren> }) {
  return <>{sentence.split(NAME).map((part, index) => (index % 2 === 0 ? part : values[part]))}</>;
}

/** A number of things, in the plural form of the language. */
export function counted(count: number, what: Counted): string {
  const forms = t().counted[what];
  const form = forms[made('plural', (locale) => new Intl.PluralRules(locale)).select(count)] ?? forms.other;
  return fill(form, { n: count });
}

const TURNING = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\u202a-\u202e\u2066-\u2069]/u;

/** What runs from the left in every language, such as a day as 2021-08-09, in a sentence that is text alone. */
export const leftward = (text: string): string => (direction() === 'rtl' ? `\u2066${text}\u2069` : text);

const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu;
const [POP, END] = ['\u202c', '\u2069']; // what ends an embedding, and an isolation

/** A name whose signs of direction are all closed in it: it can turn nothing that stands after it. */
export function contained(name: string): string {
  const open: string[] = []; // what closes each
  const closed = name.replaceAll(CONTROLS, (sign) => {
    if (sign === POP || sign === END) return open.at(-1) === sign ? (open.pop() as string) : '';
    open.push(sign >= '\u2066' ? END : POP);
    return sign;
  });
  return closed + open.reverse().join('');
}

/** A name in a sentence that is text alone: set apart where its letters or the language run from the right. */
export const named = (name: string): string =>
  direction() === 'rtl' || TURNING.test(name) ? `\u2068${contained(name)}\u2069` : name;
