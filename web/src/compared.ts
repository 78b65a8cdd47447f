// What is compared, in words.
import type { Group, Moment } from './compare';
import { longOf } from './days';
import { knownOf } from './known';
import { counted, fill, named, t } from './messages';
import type { Page } from './page';

export function groupWords(group: Group): string {
  const words = t().analysis.compare;
  if (group.kind === 'side') return fill(words.side, { name: named(group.side) });
  if (group.kind === 'none') return words.none;
  return group.names.length === 0 ? words.noneChosen : group.names.map(named).join(t().list);
}

/** One sentence of what is compared and what is found; null where nothing is. */
export function comparedWords(page: Page): string | null {
  const words = t().analysis.compare;
  const compare = page.comparing.value;
  if (compare === null) return null;
  const places = counted(page.ringed.value.length, 'place');
  if (compare.kind === 'groups') return fill(words.citeGroups, { groups: compare.groups.map(groupWords).join(' / '), places });
  const said = ({ on, known }: Moment): string =>
    fill(words.moments, { on: longOf(on), known: longOf(knownOf(known, on, page.data.meta)) });
  return fill(words.cite, { a: said(compare.a), b: said(compare.b), places });
}
