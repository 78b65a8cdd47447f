import type { Page } from '../page';
import { t } from '../messages';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Given {
  page: Page;
  name: string;
  title: string;
  close: () => void;
  children: ComponentChildren;
}

/** A tool that stands beside the map. It takes the focus when it opens, and gives it back. */
export function SideTool({ page, name, title, close, children }: Given) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (page.started.yes) heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section class={`side ${name}`} aria-labelledby={`${name}-title`}>
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
