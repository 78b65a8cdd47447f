// The words to cite what is shown: what, both clocks, which record and method, where it stands, when it was read.
import { isoOf, longOf } from './days';
import { comparedWords } from './compared';
import { filteredWords } from './filtered';
import { cellAt } from './histories';
import { fill, leftward, named, t } from './messages';
import type { Page } from './page';
import { writeHash } from './permalink';
import { stateLine } from './words';

/** The address of the file without what leads to it on a disk: folders say who somebody is. */
export function placeOfFile({ protocol, origin, pathname }: Location | URL): string {
  if (protocol !== 'file:') return `${origin}${pathname}`;
  return pathname.slice(pathname.lastIndexOf('/') + 1);
}

/** The day of knowledge is written out, so that the link shows the same later. */
export function citationOf(page: Page, where: Location | URL, now: Date): string {
  const view = page.view.value;
  const { meta, places, parties } = page.data;
  const place = page.index.value;
  const link = placeOfFile(where) + writeHash({ ...page.shown.value, known: view.known });
  const words = t().cite;
  const state = place === null ? '' : stateLine(cellAt(page.data, view, place), parties, view.after);
  const what = place === null ? null : fill(words.what, { place: named(places[place]?.name ?? ''), state });
  return [
    what,
    comparedWords(page),
    page.kept.value === null ? null : `${filteredWords(page)}.`,
    fill(words.clocks, { title: named(meta.title), on: longOf(view.on), known: longOf(view.known) }),
    fill(words.made, {
      ...{ version: meta.version, day: leftward(meta.generated_at.slice(0, 10)) },
      ...{ ledger: `${meta.recorded}`, method: meta.method },
    }),
    fill(words.link, { link, day: leftward(isoOf(Math.floor(now.getTime() / 86_400_000))) }),
  ]
    .filter((part) => part !== null)
    .join(' ');
}
