// Words as they were recorded, in a page of another language: named as English to what reads the page aloud.
import { contained, language } from './messages';

const OTHER = /[^\P{L}\p{Script=Latin}]/u;

/** The language of recorded words for an element: reports are read in English; of other letters none is known. */
export const tongueOf = (words: string): { lang?: string } =>
  language.value === 'en' || !/\p{L}/u.test(words) ? {} : { lang: OTHER.test(words) ? '' : 'en' };

/** Recorded words set apart from those around them. */
export const Recorded = ({ words }: { words: string }) => (
  <bdi {...tongueOf(words)}>{contained(words)}</bdi>
);
