// A plain brief in Markdown: each place with its state, and what was said of it, quoted.
import { longOf, stretchOf } from '../days';
import { setAside } from '../aside';
import { cellAt, viewOf } from '../histories';
import { fill, t } from '../messages';
import type { Page } from '../page';
import type { ClaimRow, PagePlace } from '../types';
import { actWords, claimerOf, stateLine, wordIn } from '../words';
import { namedOf } from './asked';
import { claimsAt } from './rows';
import { clean } from './text';
import { toldOf } from './told';

const LONGEST = 4_000; // characters of a quotation

/** Words of a report as text: nothing in them is taken for Markdown or HTML. */
export const markdown = (words: string): string => clean(words, LONGEST).replaceAll(/[\\`*_[\]<>#|~]/g, '\\$&');

export function briefOf(page: Page, parts: readonly PagePlace[]): string {
  const { data, histories } = page;
  const named = namedOf(page);
  const told = toldOf(data, named);
  const view = viewOf(data, histories, named.on, named.known);
  const lines = [`# ${markdown(told.title)}`, '', `**${told.clocks}**`, '', told.banner, '', told.method];
  if (told.asked !== '') lines.push('', markdown(told.asked));
  for (const part of parts) {
    const claims = claimsAt(page, part);
    const row = data.places[part.place];
    if (claims.length === 0 || row === undefined) continue;
    const where = [row.province, row.country].filter((one) => one !== null && one !== '').join(t().list);
    lines.push('', `## ${markdown(row.name)}${where === '' ? '' : ` (${markdown(where)})`}`, '');
    lines.push(`${markdown(stateLine(cellAt(data, view, part.place), data.parties, view.after))}.`, '');
    lines.push(...claims.map((claim) => lineOf(claim, setAside(claim, named.known))));
  }
  return [...lines, '', told.licence, ''].join('\n');
}

function lineOf(claim: ClaimRow, aside: boolean): string {
  const happened = stretchOf(claim.start, claim.end);
  const told = [
    claim.factuality === 'certain' ? null : wordIn(t().claims.factuality, claim.factuality),
    claim.unverified === true ? t().take.unverified : null,
    happened === null ? null : fill(t().take.happened, { when: happened }),
    aside ? t().take.setAside : null,
  ].filter((one) => one !== null);
  const from = [claim.outlet ?? t().take.noOutlet, longOf(claim.published ?? claim.known), ...told].join(t().list);
  const what = `${markdown(claimerOf(claim))}: ${markdown(actWords(claim))}`;
  return `- ${what}: “${markdown(claim.quote)}” (${markdown(from)}) [c:${claim.id.slice(0, 8)}]`;
}
