// Where the keyboard was goes on from where it was: the focus returns to what opened a dialog, a tool or a dossier when
// that is closed, also where it was drawn anew meanwhile.
import { effect } from '@preact/signals';
import type { Page } from './page';

/** What had the focus, and the mark ("data-opener") by which it is found again where it is another element by then. */
interface Opener {
  element: HTMLElement;
  mark: string | null;
}

interface Followed {
  open: () => string | null; // what is open; null: nothing
  inside: string; // a selector of what is open: what has the focus in there did not open it
  button: (name: string) => string | null; // a selector of what opens it, where nothing had the focus
}

/** Remembers what had the focus when something opened, and gives it back when that is closed. */
function returning(where: Document, { open, inside, button }: Followed): () => void {
  let from: Opener | null = null;
  let was: string | null = null;
  return effect(() => {
    const now = open();
    const before = was;
    was = now;
    if (now !== null && now !== before) from = openerOf(where, inside) ?? from;
    if (now !== null || before === null) return;
    const to = from;
    from = null;
    setTimeout(() => giveBack(where, to, button(before)), 50);
  });
}

/** The search is none: a place was chosen in it, and the keys that follow are not for it. */
function openerOf(where: Document, inside: string): Opener | null {
  const element = where.activeElement;
  if (element?.id === 'search') return null;
  if (!(element instanceof HTMLElement) || element === where.body || element.closest(inside) !== null) return null;
  return { element, mark: element.dataset['opener'] ?? null };
}

/** Nothing is taken from what has the focus by then. */
function giveBack(where: Document, from: Opener | null, button: string | null): void {
  const lost = where.activeElement === null || where.activeElement === where.body;
  if (!lost) return;
  const again = from?.mark == null ? null : where.querySelector<HTMLElement>(`[data-opener="${from.mark}"]`);
  const shown = (one: HTMLElement | null | undefined): boolean => one != null && one.isConnected && one.getClientRects().length > 0;
  const found = [from?.element, again, button === null ? null : where.querySelector<HTMLElement>(button)].find(shown);
  if (found !== undefined) return found?.focus();
  where.getElementById('panel')?.focus({ preventScroll: true });
  where.querySelector('.map')?.scrollIntoView({ block: 'nearest' }); // on a phone it lies above the panel
}

const toolButton = (name: string): string => `[data-tool="${name}"]`;

/** Gives back what ends it. */
export function followFocus(page: Page, where: Document): () => void {
  const ends = [
    returning(where, { open: () => page.dialog.value, inside: 'dialog', button: toolButton }),
    returning(where, { open: () => page.side.value, inside: '.side', button: toolButton }),
    returning(where, { open: () => page.place.value, inside: '.dossier', button: () => null }),
  ];
  return () => ends.forEach((end) => end());
}
