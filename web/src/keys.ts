// The keyboard: "/" search, "?" help, arrows one day, space play, Esc closes.
import type { Page } from './page';
import { TOOLS } from './tools';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);

const toolOf = (key: string): string | null => TOOLS.find((tool) => tool.key === key)?.name ?? null;

export function followKeys(page: Page, where: Document): void {
  where.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return close(page, where);
    if (typing(event.target) || page.dialog.peek() !== null) return;
    const inMap = event.target instanceof HTMLElement && event.target.closest('.map') !== null;
    if (event.key === '/') where.getElementById('search')?.focus();
    else if (toolOf(event.key) !== null) page.dialog.value = toolOf(event.key);
    else if (event.key === 'ArrowLeft' && !inMap) page.go(page.on.peek() - 1);
    else if (event.key === 'ArrowRight' && !inMap) page.go(page.on.peek() + 1);
    else return;
    event.preventDefault();
  });
}

function close(page: Page, where: Document): void {
  if (page.dialog.peek() !== null) page.dialog.value = null;
  else if (where.activeElement?.id === 'search') (where.activeElement as HTMLElement).blur();
  else page.select(null);
}
