import { Filled, fill, t } from '../messages';
import type { Messages } from '../messages/en';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '../page';
import { TOOLS } from '../tools';
import { chancesInWords } from '../words';

const KEYS: [string, keyof Messages['help']][] = [
  ['← →', 'keyDay'],
  ['⇧ ← →', 'keyWeek'],
  ['/', 'keyFind'],
  ['t', 'keyTable'],
  ['?', 'keyHelp'],
  ['Esc', 'keyClose'],
];


const keyOfDay = (): [string, string][] => [['d', t().time.go]];

const keysOfTools = (page: Page): [string, string][] =>
  TOOLS.filter(({ when, helped }) => (helped ?? when)?.(page) ?? true).flatMap(({ key, title }) => (key === undefined || key === '?' ? [] : [[key, title()]]));

export function Help({ page, close }: { page: Page; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => box.current?.showModal(), []);
  const [notices, setNotices] = useState('');
  const load = (): void => {
    if (notices === '') void Promise.resolve(page.host.notices()).then(setNotices, () => undefined);
  };
  return (
    <dialog class="help" ref={box} onClose={close} aria-labelledby="help-title">
      <button type="button" class="round close" aria-label={t().app.close} onClick={close}>
        ×
      </button>
      <h2 id="help-title">{t().help.title}</h2>
      <p>
        {t().help.about}
      </p>
      <h3>{t().help.clocks}</h3>
      <p>
        <Filled sentence={t().help.clocksAbout} given={{ on: <b>{t().time.on}</b>, known: <b>{t().time.asKnown}</b> }} />
      </p>
      <h3>{t().help.marks}</h3>
      <dl>
        {Object.values(t().marks).map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3>{t().help.probability}</h3>
      <p>{fill(t().help.probabilityAbout, { words: chancesInWords().join(t().list) })}</p>
      <h3>{t().help.keys}</h3>
      <dl class="keys">
        {[...KEYS.map(([key, meaning]) => [key, t().help[meaning]] as const), ...keyOfDay(), ...keysOfTools(page)].map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{t().help.translated}</p>
      <details onToggle={load}>
        <summary>{t().help.licences}</summary>
        <pre dir="ltr" tabIndex={0} aria-label={t().help.licences}>
          {notices}
        </pre>
      </details>
    </dialog>
  );
}
