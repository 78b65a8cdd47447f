import { t } from '../messages';
import { useEffect, useRef, useState } from 'preact/hooks';
import { citationOf } from '../citation';
import type { Page } from '../page';

/** The words to cite what is shown, to be copied; where the browser forbids that, they stand selected. */
export function Cite({ page, close }: { page: Page; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const words = useRef<HTMLTextAreaElement>(null);
  const [told, setTold] = useState('');
  useEffect(() => box.current?.showModal(), []);
  const copy = async (): Promise<void> => {
    words.current?.select();
    const text = words.current?.value ?? '';
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(text))
      .then(() => true)
      .catch(() => document.execCommand('copy'));
    setTold(done ? t().cite.copied : t().cite.notCopied);
  };
  return (
    <dialog class="help cite" ref={box} onClose={close} aria-labelledby="cite-title">
      <button type="button" class="round close" aria-label={t().app.close} onClick={close}>
        ×
      </button>
      <h2 id="cite-title">{t().cite.title}</h2>
      <textarea ref={words} readOnly rows={9} aria-label={t().cite.label} dir="auto" value={citationOf(page, location, new Date())} />
      <div class="row">
        <button type="button" class="strong" autofocus onClick={() => void copy()}>
          {t().cite.copy}
        </button>
        <span role="status">{told}</span>
      </div>
      <p class="quiet">{t().cite.about}</p>
    </dialog>
  );
}
