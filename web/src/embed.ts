// The reduced page for other pages: its address, and the HTML that shows it there.
import { addressOf } from './citation';
import type { Place } from './citation';
import type { Page } from './page';
import { writeHash } from './permalink';
import { clean, quoted } from './take/text';

const HEIGHT = 480; // pixels

/** The address of the reduced page; one that follows newer reports is not pinned to the record and the knowledge. */
export function embedAddress(page: Page, where: Place, follows: boolean): string {
  const { known } = page.view.value;
  const shown = follows ? page.shown.value : { ...page.shown.value, known };
  return addressOf(page, where, !follows, 'embed') + writeHash({ ...shown, pane: 'map' });
}

// The frame is of another origin than the page around it, so that scripts and its own origin together give it nothing of
// that page; without its own origin it could not read its data.
export const snippetOf = (address: string, title: string): string =>
  `<iframe src="${quoted(address)}" title="${quoted(clean(title, 200))}" width="100%" height="${HEIGHT}" style="border:0" ` +
  'sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox" loading="lazy" referrerpolicy="no-referrer"></iframe>';
