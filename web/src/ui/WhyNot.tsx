import { cellAt, shownHistory } from '../histories';
import { explanationFor } from '../reasons';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { whyNot } from '../whynot';

/** Which rule keeps the state from being more than it is; nothing where there is none to tell. */
export function WhyNot({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const { data } = page;
  const explains = explanationFor(part, shownHistory(page.histories, view, part.place), view.on, view.known)?.explains ?? null;
  const cell = cellAt(data, view, part.place);
  const told = whyNot(part, data.parties, data.meta.limits, { cell, explains, on: view.on, known: view.known });
  return told.length === 0 ? null : <p class="why">{told.join(' ')}</p>;
}
