import type { ComponentChildren, RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../messages';

type Field = HTMLTextAreaElement | HTMLInputElement;

/** Words in a field with a button that copies them; where the browser forbids that, they stand selected. */
export function Copy(given: { label: string; words: string; button: string; rows?: number; first?: boolean; children?: ComponentChildren }) {
  const { label, words, button, rows, first, children } = given;
  const field = useRef<Field>(null);
  const [told, setTold] = useState('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    const done = await Promise.resolve()
      .then(() => navigator.clipboard.writeText(words))
      .then(() => true)
      .catch(() => document.execCommand('copy'));
    setTold(done ? t().cite.copied : t().cite.notCopied);
  };
  return (
    <div class="copy">
      {rows === undefined ? (
        <input ref={field as RefObject<HTMLInputElement>} readOnly type="text" aria-label={label} value={words} />
      ) : (
        <textarea ref={field as RefObject<HTMLTextAreaElement>} readOnly rows={rows} aria-label={label} value={words} />
      )}
      <p class="row">
        <button type="button" class={first === true ? 'strong' : ''} autofocus={first === true} onClick={() => void copy()}>
          {button}
        </button>
        {children}
        <span role="status">{told}</span>
      </p>
    </div>
  );
}
