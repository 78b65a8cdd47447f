import type { Page } from '../page';
import { t } from '../messages';
import { isNarrow } from '../narrow';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Given {
  page: Page;
  name: string;
  title: string;
  close: () => void;
  children: ComponentChildren;
}

/** A tool that stands beside the map, on a narrow screen a sheet over what lies below the map. It takes the focus when
 * it opens; a sheet keeps it, and makes room when a place is chosen in it. */
export function SideTool({ page, name, title, close, children }: Given) {
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (page.started.yes) heading.current?.focus();
    let was = page.place.peek();
    return page.place.subscribe((place) => {
      const other = place !== was;
      was = place;
      if (other && place !== null && isNarrow() && box.current?.contains(document.activeElement) === true) close();
    });
  }, []);
  return (
    <section class={`side ${name}`} ref={box} aria-labelledby={`${name}-title`} onKeyDown={(event) => isNarrow() && goRound(box.current, event)}>
      <div class="side-head">
        <h2 id={`${name}-title`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" class="round" aria-label={t().app.close} title={t().dossier.closeTitle} onClick={close}>
          ×
        </button>
      </div>
      {children}
    </section>
  );
}

const STOPS = 'button:not(:disabled), input, select, summary, a[href]';

/** From the last stop of the tabulator to the first one, and back: what lies under a sheet has no focus. */
function goRound(box: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key !== 'Tab' || box === null) return;
  const stops = [...box.querySelectorAll<HTMLElement>(STOPS)].filter((one) => one.getClientRects().length > 0);
  const [first, last] = [stops[0], stops.at(-1)];
  const leaves = event.shiftKey ? event.target === first || (event.target as HTMLElement).tabIndex < 0 : event.target === last;
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
