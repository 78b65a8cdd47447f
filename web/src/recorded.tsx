// Words as they were recorded, in a page of another language: named as English to what reads the page aloud.
import { contained, language } from './messages';

const OTHER = /[^\P{L}\p{Script=Latin}]/u;

/** The language of recorded words for an element: reports are read in English; of other letters none is known. */
export const tongueOf = (words: string): { lang?: string } =>
  language.value === 'en' || !/\p{L}/u.test(words) ? {} : { lang: OTHER.test(words) ? '' : 'en' };

const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** A quotation in which the signs that turn the direction of writing are written out, and turn nothing: ⟨U+202E⟩. */
export const shownSigns = (words: string): string =>
  words.replaceAll(TURNS, (sign) => `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟩`);

/** Recorded words set apart from those around them. */
export const Recorded = ({ words }: { words: string }) => (
  <bdi {...tongueOf(words)}>{contained(words)}</bdi>
);
