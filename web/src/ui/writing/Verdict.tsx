import { useEffect, useRef, useState } from 'preact/hooks';
import { fill, leftward, named, t } from '../../messages';
import type { Page } from '../../page';
import { tongueOf } from '../../recorded';
import { findPlaces } from '../../search';
import { valueWords } from '../../words';
import type { Desk, Fields, Judging, Verdict as Word } from '../../writing/desk';
import { FIELDS } from '../../writing/desk';
import type { FieldName } from '../../writing/desk';
import { changed } from '../../writing/judging';
import { DayInput } from '../DayInput';
import { Box } from './Box';
import { Past } from './Past';
import { Forget, Permit } from './Permit';

type Given = { page: Page; close: () => void };

/** A verdict on the claim that was chosen. */
export function Verdict({ page, close }: Given) {
  return <Judge page={page} close={close} judging={page.host.desk?.judging.peek() ?? null} />;
}

/** Takes back what was judged last. */
export function UndoLast({ page, close }: Given) {
  return <Judge page={page} close={close} judging={page.host.desk?.done.peek()?.undo ?? null} />;
}

function Judge({ page, close, judging }: Given & { judging: Judging | null }) {
  const desk = page.host.desk;
  const [fixed] = useState(judging); // while it is open, whatever the page shows
  useEffect(() => {
    if (fixed === null) close();
  }, []);
  if (desk === undefined || fixed === null) return null;
  return (
    <Box name="verdict" title={t().writing.judge.title} close={close}>
      <blockquote dir="auto" {...tongueOf(fixed.quote)}>
        <span class="cut">{fixed.quote}</span>
        {fixed.who !== null && (
          <footer class="quiet">
            <bdi>{fixed.who}</bdi>
          </footer>
        )}
      </blockquote>
      <Permit desk={desk}>
        <Form page={page} desk={desk} judging={fixed} close={close} />
      </Permit>
    </Box>
  );
}

function Form({ page, desk, judging, close }: Given & { desk: Desk; judging: Judging }) {
  const words = t().writing.judge;
  const [verdict, setVerdict] = useState<Word>(judging.verdict);
  const [reason, setReason] = useState(judging.slip === true ? words.slip : '');
  const [given, setGiven] = useState<Fields>({});
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);
  const amended = changed(given, judging.now);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '') return setTold(words.needsReason);
    if (verdict === 'amend' && Object.keys(amended).length === 0) return setTold(words.needsChange);
    setBusy(true);
    setTold('');
    try {
      if (verdict === 'undo' && judging.undoes !== undefined) await desk.mustStand(judging.claim, judging.undoes);
      const seq = await desk.judge(judging.claim, verdict, reason.trim(), amended);
      close();
      await desk.show(t().writing.done[seq === null ? 'same' : verdict], seq !== null && verdict !== 'undo' ? slipOf(judging, seq) : null);
    } catch (error) {
      setTold((error as Error).message);
      setBusy(false);
    }
  };
  const verdicts: Word[] = judging.slip === true ? ['undo'] : ['accept', 'reject', 'amend', ...(judging.judged ? (['undo'] as const) : [])];
  return (
    <form onSubmit={(event) => void send(event)}>
      {verdicts.length > 1 && (
        <fieldset class="segmented choice">
          <legend class="unseen">{words.verdict}</legend>
          {verdicts.map((one) => (
            <label key={one}>
              <input type="radio" name="verdict" checked={verdict === one} onChange={() => setVerdict(one)} />
              {words[one]}
            </label>
          ))}
        </fieldset>
      )}
      <p class="quiet">{words.means[verdict]}</p>
      {verdict === 'amend' && <Values page={page} now={judging.now} given={given} change={setGiven} />}
      <label class="field">
        <span>{words.reason}</span>
        <textarea
          rows={2}
          maxLength={2000}
          required
          ref={first}
          value={reason}
          dir="auto"
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{words.by}</span>
        <input type="text" maxLength={200} autocomplete="name" value={desk.by.value} onInput={(event) => desk.sign(event.currentTarget.value)} />
      </label>
      <p class="quiet">{words.clock}</p>
      {told !== '' && (
        <p class="notice" role="alert">
          {told}
        </p>
      )}
      <p class="row">
        <button type="submit" class="strong" disabled={busy}>
          {busy ? words.loading : words.go[verdict]}
        </button>
        <Forget desk={desk} />
      </p>
      <Past desk={desk} claim={judging.claim} />
    </form>
  );
}

const slipOf = (judging: Judging, undoes: number): Judging => ({ ...judging, verdict: 'undo', judged: true, slip: true, undoes });

const CHOICES: Partial<Record<FieldName, readonly string[]>> = {
  factuality: ['certain', 'probable', 'possible', 'denied', 'future'],
  precision: ['exact', 'part', 'near', 'district', 'province', 'country'],
};
const DAYS: readonly FieldName[] = ['start', 'end'];
const PARTIES: readonly FieldName[] = ['actor', 'recipient', 'side'];

interface Shown {
  page: Page;
  now: Fields;
  given: Fields;
  change: (given: Fields) => void;
}

/** What is put in place of what was read; what is empty stays. */
function Values(shown: Shown) {
  const first = FIELDS.slice(0, 6);
  return (
    <div class="values">
      {first.map((name) => (
        <Value key={name} name={name} {...shown} />
      ))}
      <details>
        <summary>{t().writing.fields.more}</summary>
        <div class="values">
          {FIELDS.slice(6).map((name) => (
            <Value key={name} name={name} {...shown} />
          ))}
        </div>
      </details>
    </div>
  );
}

/** What a field has now, as it stands in a sentence. */
function shownValue(name: FieldName, value: string | undefined): string {
  if (value === undefined) return t().writing.fields.none;
  return DAYS.includes(name) ? leftward(value) : named(valueWords(name, value));
}

function Value({ name, page, now, given, change }: Shown & { name: FieldName }) {
  const words = t().writing.fields;
  const value = given[name] ?? '';
  const set = (text: string): void => change({ ...given, [name]: text });
  const choices = CHOICES[name];
  const hints = PARTIES.includes(name)
    ? page.data.parties.map((party) => party.name)
    : name === 'place'
      ? findPlaces(page.data.places, value).map((place) => page.data.places[place]?.name ?? '')
      : [];
  return (
    <label class="field">
      <span>
        {words[name]} <small>{fill(words.now, { value: shownValue(name, now[name]) })}</small>
      </span>
      {DAYS.includes(name) ? (
        <DayInput value={value} set={set} />
      ) : choices === undefined ? (
        <input
          type="text"
          value={value}
          maxLength={200}
          autocomplete="off"
          dir="auto"
          {...(hints.length > 0 ? { list: `hints-${name}` } : {})}
          onInput={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <select value={value} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{words.stays}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {valueWords(name, choice)}
            </option>
          ))}
        </select>
      )}
      {hints.length > 0 && (
        <datalist id={`hints-${name}`}>
          {[...new Set(hints)].map((hint) => (
            <option key={hint} value={hint} />
          ))}
        </datalist>
      )}
    </label>
  );
}
