import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../messages';

interface Given {
  name: string;
  title: string;
  close: () => void;
  held?: (() => boolean) | undefined; // true where it stays open all the same, and says why
  children: ComponentChildren;
}

/** A dialog, open before what stands in it takes the focus; when it is gone, the focus is where it was before. */
export function Box({ name, title, close, held, children }: Given) {
  const box = useRef<HTMLDialogElement>(null);
  const gone = useRef(false); // the browser tells of the closing later, when another may be open
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = box.current;
    shown?.showModal();
    return () => {
      gone.current = true;
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const asks = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
    if (held?.() !== true) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <dialog class={`help writing ${name}`} ref={box} onClose={() => gone.current || close()} onCancel={asks} onKeyDown={asks} aria-labelledby={`${name}-title`}>
      <button type="button" class="round close" aria-label={t().app.close} onClick={() => held?.() === true || close()}>
        ×
      </button>
      <h2 id={`${name}-title`}>{title}</h2>
      {children}
    </dialog>
  );
}
