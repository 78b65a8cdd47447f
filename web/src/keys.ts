// The keyboard: "/" search, "d" a day, "?" help, arrows one day, with shift a week, "t" map or table, Esc closes.
import type { Page } from './page';
import { toolsOf } from './tools';

/** The fields that keys lead to. */
const FIELDS: Readonly<Record<string, string>> = { '/': 'search', d: 'go' };

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);

/** A list of choices takes letters and arrows by itself, but no signs. */
const passes = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLSelectElement && (key === '/' || key === '?');

const toolOf = (page: Page, key: string): string | null => toolsOf(page).find((tool) => tool.key === key)?.name ?? null;

/** Gives back what ends it. */
export function followKeys(page: Page, where: Document): () => void {
  let left: Element | null = null; // what had the focus before the search or the field for a day
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return close(page, where, left);
    if (weekOnSlider(page, event)) return event.preventDefault();
    if ((typing(event.target) && !passes(event)) || page.dialog.peek() !== null) return;
    const inMap = event.target instanceof HTMLElement && event.target.closest('.map') !== null;
    const field = FIELDS[event.key];
    if (field !== undefined) {
      left = where.activeElement;
      selectAll(where.getElementById(field));
    } else if (toolOf(page, event.key) !== null) toggle(page, toolOf(page, event.key));
    else if (event.key === 't') page.pane.value = page.pane.peek() === 'table' ? 'map' : 'table';
    else if (event.key === 'ArrowLeft' && !inMap) page.go(page.on.peek() - (event.shiftKey ? 7 : 1));
    else if (event.key === 'ArrowRight' && !inMap) page.go(page.on.peek() + (event.shiftKey ? 7 : 1));
    else return;
    event.preventDefault();
  };
  where.addEventListener('keydown', pressed);
  return () => where.removeEventListener('keydown', pressed);
}

/** The slider takes the arrows by itself, but not a week with shift. */
function weekOnSlider(page: Page, { target, key, shiftKey }: KeyboardEvent): boolean {
  if (!shiftKey || !(target instanceof HTMLElement) || target.id !== 'day') return false;
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
  page.go(page.on.peek() + (key === 'ArrowLeft' ? -7 : 7));
  return true;
}

/** Opens a tool, or closes it where it is open. */
export const toggle = (page: Page, name: string | null): void => {
  const where = toolsOf(page).find((tool) => tool.name === name)?.side === true ? page.side : page.dialog;
  where.value = where.peek() === name ? null : name;
};

function close(page: Page, where: Document, left: Element | null): void {
  if (page.dialog.peek() !== null) page.dialog.value = null;
  else if (Object.values(FIELDS).includes(where.activeElement?.id ?? '')) leaveField(where.activeElement as HTMLElement, left);
  else if (page.side.peek() !== null) page.side.value = null;
  else page.select(null);
}

/** What is typed then stands in place of what stood there. */
function selectAll(box: HTMLElement | null): void {
  if (!(box instanceof HTMLInputElement)) return;
  box.focus();
  box.select();
}

/** Goes back to what had the focus before. */
function leaveField(field: HTMLElement, left: Element | null): void {
  field.blur();
  if (left instanceof HTMLElement && left.isConnected) left.focus();
}
