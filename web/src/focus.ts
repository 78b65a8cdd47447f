// Where the keyboard was goes on from where it was: the focus returns when a dialog or a dossier is closed.
import { effect } from '@preact/signals';
import type { Page } from './page';

/** Remembers what had the focus when something opened, and gives it back when that is closed. */
function returning(where: Document, isOpen: () => boolean): () => void {
  let from: HTMLElement | null = null;
  let was = false;
  return effect(() => {
    const open = isOpen();
    if (open && !was) from = where.activeElement instanceof HTMLElement ? where.activeElement : null;
    if (!open && was) setTimeout(() => giveBack(where, from), 50);
    was = open;
  });
}

/** Nothing is taken from what has the focus by then. */
function giveBack(where: Document, to: HTMLElement | null): void {
  const lost = where.activeElement === null || where.activeElement === where.body;
  if (!lost) return;
  if (to !== null && to !== where.body && to.isConnected) to.focus();
  else where.getElementById('panel')?.focus();
}

/** Gives back what ends it. */
export function followFocus(page: Page, where: Document): () => void {
  const ends = [returning(where, () => page.dialog.value !== null), returning(where, () => page.place.value !== null)];
  return () => ends.forEach((end) => end());
}
