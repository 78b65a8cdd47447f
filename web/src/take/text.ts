// Words in a file: cleaned, escaped, wrapped; as exports/svg_text.py does it.
const UNFIT = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffe\uffff]/u;
const JOINERS = '\u200c\u200d'; // Persian, Urdu and Indic spellings need them
const ISOLATE = '\u2068';
const END = '\u2069';
const NARROW = "iljtfrI.,:;'’|!()[]-· ";
const WIDE = 'mwMW@%—…';

/** One line without control characters, marks that turn the direction of writing, or what XML refuses. */
export function clean(words: string, longest = 80): string {
  const line = words.slice(0, 20 * longest).split(/\s+/).join(' ');
  const kept = Array.from(line).filter((one) => JOINERS.includes(one) || !UNFIT.test(one));
  const whole = kept.join('').trim();
  return kept.length <= longest ? whole : `${kept.slice(0, longest - 1).join('').trimEnd()}…`;
}

/** A name that turns the writing of nothing around it. */
export const isolated = (words: string, longest = 80): string => `${ISOLATE}${clean(words, longest)}${END}`;

/** Words as XML text or as the value of an attribute. */
export const quoted = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;');

/** About how wide words are in pixels at a size of letters, a little more than less. */
export const widthOf = (words: string, size: number): number =>
  size * Array.from(words).reduce((sum, one) => sum + share(one), 0);

function share(one: string): number {
  if (one === ISOLATE || one === END || JOINERS.includes(one) || /\p{M}/u.test(one)) return 0;
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(one)) return 1;
  if (NARROW.includes(one)) return 0.36;
  if (WIDE.includes(one)) return 0.95;
  return one !== one.toLowerCase() ? 0.7 : 0.59;
}

/** Words in lines no wider than so many pixels; isolated names are not broken. */
export function wrapped(words: string, size: number, wide: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of wholeWords(words)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, size) > wide) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function wholeWords(words: string): string[] {
  const found: string[] = [];
  let held = '';
  const count = (text: string, mark: string): number => text.split(mark).length;
  for (const word of words.split(' ')) {
    held = held === '' ? word : `${held} ${word}`;
    if (count(held, ISOLATE) !== count(held, END)) continue;
    found.push(held);
    held = '';
  }
  return held === '' ? found : [...found, held];
}
