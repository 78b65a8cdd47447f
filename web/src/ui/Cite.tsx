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
    setTold(done ? 'Copied.' : 'This browser did not let it be copied: the words are selected, copy them with the keyboard.');
  };
  return (
    <dialog class="help cite" ref={box} onClose={close} aria-labelledby="cite-title">
      <button type="button" class="round close" aria-label="Close" onClick={close}>
        ×
      </button>
      <h2 id="cite-title">Cite what is shown</h2>
      <textarea ref={words} readOnly rows={9} aria-label="Citation" value={citationOf(page, location, new Date())} />
      <p class="row">
        <button type="button" class="strong" autofocus onClick={() => void copy()}>
          Copy citation
        </button>
        <span role="status">{told}</span>
      </p>
      <p class="quiet">The link holds both days, the place and the view of the map. It works with this same file.</p>
    </dialog>
  );
}
