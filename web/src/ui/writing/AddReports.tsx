import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, fill, t } from '../../messages';
import type { Page } from '../../page';
import { writtenOut } from '../../take/csv';
import type { Desk } from '../../writing/desk';
import { nameOf } from '../../writing/dropped';
import { sumOf, takeIn } from '../../writing/intake';
import type { Ended, Item } from '../../writing/intake';
import { sizeOf } from '../../writing/size';
import { DayInput } from '../DayInput';
import { Box } from './Box';
import { Choose } from './Choose';
import { Files } from './Files';
import { Forget, Permit } from './Permit';

type Stage = 'choosing' | 'sending' | 'ended';

/** Reports from files: chosen, sent, with what came of each. */
export function AddReports({ page, close }: { page: Page; close: () => void }) {
  const desk = page.host.desk as Desk;
  const stop = useRef<AbortController | null>(null);
  const [warned, setWarned] = useState(false); // that reports are still being taken in
  const held = (): boolean => {
    setWarned(stop.current !== null);
    return stop.current !== null;
  };
  return (
    <Box name="add" title={t().writing.add.title} close={close} held={held}>
      <Permit desk={desk}>
        <Adding desk={desk} stop={stop} close={close} warned={warned} />
      </Permit>
    </Box>
  );
}

interface Given {
  desk: Desk;
  stop: { current: AbortController | null };
  close: () => void;
  warned: boolean;
}

function Adding({ desk, stop, close, warned }: Given) {
  const words = t().writing.add;
  const items = useRef<Item[]>([]);
  const main = useRef<HTMLButtonElement>(null); // what is pressed next
  const [, drawn] = useState(0);
  const [stage, setStage] = useState<Stage>('choosing');
  const [ended, setEnded] = useState<Ended | null>(null);
  const [told, setTold] = useState('');
  const [said, setSaid] = useState({ outlet: '', published: '' });
  const tell = (): void => drawn((count) => count + 1);
  const take = (files: readonly File[]): void => {
    setTold(files.length === 0 ? words.nothing : '');
    items.current.push(...files.map((file): Item => ({ file, name: writtenOut(nameOf(file)), state: 'waiting', rows: [], why: null })));
    tell();
  };
  const given = desk.dropped.value;
  useEffect(() => {
    if (given === null || stage === 'sending') return;
    desk.dropped.value = null;
    take(given);
  }, [given, stage]);
  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => (stage === 'sending' ? beforeLeaving(window) : undefined), [stage]);
  const some = items.current.length > 0;
  useEffect(() => main.current?.focus(), [stage, some]);

  const send = async (): Promise<void> => {
    setStage('sending');
    setEnded(null);
    const control = new AbortController();
    stop.current = control;
    const { tooLarge, tooLargeServer, unreadable } = words;
    const limits = { most: desk.most, tooLarge: fill(tooLarge, { size: sizeOf(desk.most) }), tooLargeServer, unreadable };
    const how = await takeIn(items.current, desk.upload(said.outlet.trim(), said.published), limits, control.signal, tell);
    stop.current = null;
    setEnded(how);
    setStage('ended');
    const sum = sumOf(items.current);
    if (sum.reports + sum.known === 0) return;
    const line = sumLine(items.current);
    const shown = desk.show(line, null);
    if (how.how === 'all' && sum.refused === 0 && sum.undated === 0) close();
    await shown;
  };
  const again = (): void => {
    items.current = [];
    setEnded(null);
    setStage('choosing');
  };
  const left = items.current.filter(({ state }) => state === 'waiting' || state === 'open').length;
  const finished = items.current.length - left - items.current.filter(({ state }) => state === 'sending').length;
  return (
    <div class="adding">
      {stage === 'choosing' && <Choose most={desk.most} take={take} />}
      {told !== '' && <p role="status">{told}</p>}
      {items.current.length > 0 && stage === 'choosing' && <About said={said} say={setSaid} />}
      {items.current.length > 0 && stage !== 'choosing' && (
        <p class="row meter">
          <progress max={items.current.length} value={finished} aria-label={words.progress} />
          <span role="status">{fill(words.at, { done: finished, all: items.current.length })}</span>
          <span class="quiet">{counted(items.current.reduce((sum, { rows }) => sum + rows.length, 0), 'report')}</span>
        </p>
      )}
      {stage === 'sending' && warned && (
        <p class="notice" role="alert">
          {fill(words.still, { cancel: words.cancel })}
        </p>
      )}
      {ended !== null && <End ended={ended} items={[...items.current]} />}
      <p class="row">
        {stage !== 'sending' && left > 0 && (
          <button type="button" class="strong" ref={main} onClick={() => wrongDay()?.reportValidity() ?? void send()}>
            {stage === 'choosing' ? words.go : words.goRest} ({left})
          </button>
        )}
        {stage === 'choosing' && left > 0 && (
          <button type="button" onClick={again}>
            {words.clear}
          </button>
        )}
        {stage === 'sending' && (
          <button type="button" ref={main} onClick={() => stop.current?.abort()}>
            {words.cancel}
          </button>
        )}
        {stage === 'ended' && (
          <button type="button" class={left > 0 ? '' : 'strong'} {...(left === 0 ? { ref: main } : {})} onClick={close}>
            {words.show}
          </button>
        )}
        {stage === 'ended' && (
          <button type="button" onClick={again}>
            {words.again}
          </button>
        )}
        {stage !== 'sending' && <Forget desk={desk} />}
      </p>
      <Files items={items.current.map((item) => ({ ...item }))} />
    </div>
  );
}

/** The field with what is no day, where there is one. */
const wrongDay = (): HTMLInputElement | null => document.querySelector('.adding .day-input input:invalid');

/** Lets the browser ask before the page is left. Gives back what ends it. */
function beforeLeaving(where: Window): () => void {
  const ask = (event: Event): void => event.preventDefault();
  where.addEventListener('beforeunload', ask);
  return () => where.removeEventListener('beforeunload', ask);
}

/** What is said of the reports that do not say it. */
function About({ said, say }: { said: { outlet: string; published: string }; say: (said: { outlet: string; published: string }) => void }) {
  const words = t().writing.add;
  return (
    <div class="values">
      <label class="field">
        <span>{words.published}</span>
        <DayInput value={said.published} about="add-why" set={(published) => say({ ...said, published })} />
      </label>
      <label class="field">
        <span>{words.outlet}</span>
        <input type="text" maxLength={200} autocomplete="off" dir="auto" value={said.outlet} onInput={(event) => say({ ...said, outlet: event.currentTarget.value })} />
      </label>
      <p class="quiet" id="add-why">
        {words.why}
      </p>
    </div>
  );
}

function sumLine(items: readonly Item[]): string {
  const { reports, claims } = sumOf(items);
  const words = t().writing.add;
  return reports === 0 ? words.nothingNew : fill(words.sum, { reports: counted(reports, 'report'), claims: counted(claims, 'claim') });
}

function End({ ended, items }: { ended: Ended; items: readonly Item[] }) {
  const words = t().writing.add;
  const { undated, refused } = sumOf(items);
  const why = ended.how === 'broke' ? words.broke : ended.how === 'cancelled' ? words.cancelled : ended.how === 'refused' ? ended.why : null;
  return (
    <>
      {why !== null && (
        <p class="notice" role="alert">
          {why}
        </p>
      )}
      <p role="status">
        <b>{sumLine(items)}</b> {refused > 0 && fill(words.refused, { n: refused })}{' '}
        {undated > 0 && fill(words.undated, { reports: counted(undated, 'report') })}
      </p>
    </>
  );
}
