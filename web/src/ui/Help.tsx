import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../page';
import { symbology } from '../symbology';

const keys: [string, string][] = [
  ['← →', 'one day back, one day on'],
  ['/', 'find a place'],
  ['?', 'this help'],
  ['Esc', 'close'],
];

const words = symbology.probability_words.map(({ below, word }, index, rows) => {
  const from = Math.round((rows[index - 1]?.below ?? 0) * 100);
  return below > 1 ? `${word} (${from} % and over)` : `${word} (under ${Math.round(below * 100)} %)`;
});

export function Help({ page, close }: { page: Page; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  const [notices, setNotices] = useState('');
  const load = (): void => {
    if (notices === '') void Promise.resolve(page.host.notices()).then(setNotices, () => undefined);
  };
  return (
    <dialog class="help" ref={box} onClose={close} aria-labelledby="help-title">
      <button type="button" class="round close" aria-label="Close" onClick={close}>
        ×
      </button>
      <h2 id="help-title">How to read this page</h2>
      <p>
        Every state is worked out from what reports say, with the sentence behind it. It is an assessment, not a verified
        fact; where nothing is known the page says so.
      </p>
      <h3>Two clocks</h3>
      <p>
        <b>True on</b> is the day you ask about. <b>As known</b> is how much had been published: by that same day, by a
        fixed day, or in all reports. Choose “that day” to see what could be known then. With hindsight, a claim says how
        long after the day it was published; one that was retracted or rejected is struck through, with the reason.
      </p>
      <h3>Marks</h3>
      <dl>
        {Object.values(symbology.marks).map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>Words of probability</h3>
      <p>{words.join(', ')}. After ICD 203.</p>
      <h3>Keys</h3>
      <dl class="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <details onToggle={load}>
        <summary>Licences of the software in this page</summary>
        <pre>{notices}</pre>
      </details>
    </dialog>
  );
}
