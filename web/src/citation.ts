// The words to cite what is shown: what, both clocks, which record and method, where it stands, when it was read.
import { isoOf, longOf, momentOf } from './days';
import { comparedWords } from './compared';
import { cellAt } from './histories';
import { fill, leftward, named, t } from './messages';
import type { Page } from './page';
import { writeHash } from './permalink';
import { queryOf } from './take/asked';
import { clean } from './take/text';
import { filterWords } from './take/told';
import { projectedWords, stateLine, titleWords } from './words';

export type Place = Location | URL;
const MS = 86_400_000;
const LONGEST = 300; // characters of a title or a name in a citation

/** The address of the file without what leads to it on a disk: folders say who somebody is. */
export function placeOfFile({ protocol, origin, pathname }: Place): string {
  if (protocol !== 'file:') return `${origin}${pathname}`;
  return pathname.slice(pathname.lastIndexOf('/') + 1);
}

/** The link that shows the same later: the day of knowledge is written out, and the record of a server pinned. */
export function permalinkOf(page: Page, where: Place): string {
  return addressOf(page, where, true) + writeHash({ ...page.shown.value, known: page.view.value.known });
}

/** The address of the whole page; `pinned` to the state of the record that is shown. */
export function addressOf(page: Page, where: Place, pinned: boolean, name = ''): string {
  const { served, pins } = page.host;
  const { recorded, ...days } = pins ?? {};
  if (served === undefined) return placeOfFile(where);
  const folder = where.pathname.slice(0, where.pathname.lastIndexOf('/') + 1);
  const state = pinned ? `${page.data.meta.recorded}` : recorded;
  const query = { ...days, ...(state === undefined ? {} : { recorded: state }) };
  const words = new URLSearchParams(query).toString();
  return `${where.origin}${folder}${name}${words === '' ? '' : `?${words}`}`;
}

/** What a citation says, in parts. */
export interface Cited {
  title: string;
  compared: string; // two days or states of knowledge, where they are
  what: string; // the state of the place that is open, or that none is worked out; else empty
  view: string;
  made: string;
  data: string;
  filtered: string; // empty where nothing is
  link: string;
  on: string; // ISO dates
  known: string;
  read: string;
  time: string; // UTC
}

export function citedOf(page: Page, where: Place, now: Date): Cited {
  const view = page.view.value;
  const { meta, places, parties } = page.data;
  const place = page.index.value;
  const { cite } = t();
  const [title, on, known] = [clean(titleWords(meta.title), LONGEST), longOf(view.on), longOf(view.known)];
  const name = clean(places[place ?? -1]?.name ?? '', LONGEST);
  const filters = filterWords(page.data, queryOf(page)).replace(/\.$/, '');
  const moment = momentOf(page.host.pins?.as_of);
  const none = view.after ? projectedWords(view, page.data) : '';
  const { version, recorded, method, generated_at, data_sha256 } = meta;
  return {
    title,
    what: place === null ? none : fill(cite.what, { place: named(name), state: stateLine(cellAt(page.data, view, place), parties, view.after) }),
    compared: comparedWords(page) ?? '',
    view: [fill(cite.view, { title: named(title), on, known }), ...(moment === null ? [] : [fill(cite.moment, { moment: leftward(moment) })])].join(' '),
    made: fill(cite.made, { version, day: leftward(generated_at.slice(0, 10)), ledger: recorded, method }),
    data: fill(cite.data, { hash: data_sha256 }),
    filtered: filters === '' ? '' : fill(cite.filtered, { filters: clean(filters, 2 * LONGEST) }),
    link: permalinkOf(page, where),
    on: isoOf(view.on),
    known: isoOf(view.known),
    read: isoOf(Math.floor(now.getTime() / MS)),
    time: now.toISOString().slice(11, 16),
  };
}

export function citationOf(cited: Cited): string {
  const { what, compared, view, made, data, filtered, link, read, time } = cited;
  const end = fill(t().cite.readOn, { link, day: leftward(read), time });
  return [what, compared, view, filtered, made, data, end].filter((part) => part !== '').join(' ');
}

// The braces keep the letters as they are; what TeX would take for a command is written out.
const TEX: Record<string, string> = { '\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}' };
const tex = (words: string): string => words.replaceAll(/[\\~^{}$&%#_]/g, (one) => TEX[one] ?? `\\${one}`);
const texLink = (link: string): string => link.replaceAll(/[\\{}]/g, (one) => encodeURIComponent(one));

export function bibtexOf(cited: Cited): string {
  const { title, what, compared, view, made, data, filtered, link, on, known, read, time } = cited;
  const note = [what, compared, view, filtered, made, data].filter((part) => part !== '').join(' ');
  const fields = [
    `title = {{${tex(title)}}}`,
    `howpublished = {whoholds}`,
    `year = {${known.slice(0, 4)}}`,
    `url = {${texLink(link)}}`,
    `urldate = {${read}}`,
    `note = {${tex(note)} ${time} UTC}`,
  ];
  return `@misc{whoholds-${on}-known-${known},\n${fields.map((field) => `  ${field},`).join('\n')}\n}\n`;
}

export function risOf(cited: Cited): string {
  const { title, what, compared, view, made, data, filtered, link, known, read, time } = cited;
  const lines = [
    ['TY', 'DATA'],
    ['TI', title],
    ['PY', known.slice(0, 4)],
    ['DA', known.replaceAll('-', '/')],
    ['DP', 'whoholds'],
    ['AB', [what, compared, view, filtered].filter((part) => part !== '').join(' ')],
    ['N1', `${made} ${data}`],
    ['UR', link],
    ['Y2', `${read.replaceAll('-', '/')}/${time} UTC`],
    ['ER', ''],
  ];
  return `${lines.map(([tag, words]) => `${tag}  - ${words}`).join('\r\n')}\r\n`;
}
