import { counted, fill, t } from '../messages';
import { useState } from 'preact/hooks';
import { KINDS } from '../compare';
import type { Kind, Moment, Turn, Turns } from '../compare';
import { dayOf, isoOf } from '../days';
import type { Page } from '../page';
import type { Knowledge } from '../permalink';
import { markOf } from '../symbology';
import type { Cell, Day } from '../types';
import { cutName, stateLine } from '../words';
import { DayInput } from './DayInput';
import { MarkIcon } from './MarkIcon';

const FEW = 30; // places of a kind shown at once

/** Two moments, and what changed from one to the other. */
export function CompareDays({ page, a, b }: { page: Page; a: Moment; b: Moment }) {
  const words = t().analysis.compare;
  const found = page.turns.value;
  if (found === null) return null;
  return (
    <>
      <MomentField page={page} name={words.moment.a} moment={a} set={(moment) => (page.compare.value = { kind: 'days', a: moment, b })} />
      <MomentField page={page} name={words.moment.b} moment={b} set={(moment) => (page.compare.value = { kind: 'days', a, b: moment })} />
      <h3>
        {words.changed} <span class="quiet" role="status">{counted(found.turns.length, 'place')}</span>
      </h3>
      {found.turns.length === 0 && <p class="quiet">{words.same}</p>}
      {KINDS.map((kind) => (
        <OfKind key={kind} page={page} kind={kind} found={found} />
      ))}
    </>
  );
}

interface Given {
  page: Page;
  name: string;
  moment: Moment;
  set: (moment: Moment) => void;
}

function MomentField({ page, name, moment, set }: Given) {
  const time = t().time;
  const { first, last } = page.data.meta;
  const { on, known } = moment;
  const day = (label: string, value: Day, take: (day: Day) => void) => (
    <DayInput label={label} value={isoOf(value)} least={isoOf(first)} most={isoOf(last)} needed set={(given) => take(dayOf(given) ?? value)} />
  );
  const choose = (kind: string): Knowledge => (kind === 'fixed' ? on : (kind as 'then' | 'all'));
  const shown = page.on.value === on && page.known.value === known;
  return (
    <fieldset class="moment">
      <legend>{name}</legend>
      <label>
        {time.on}
        {day(`${name}: ${time.on}`, on, (given) => set({ ...moment, on: given }))}
      </label>
      <label>
        {time.asKnown}
        <select
          aria-label={`${name}: ${time.asKnown}`}
          value={typeof known === 'number' ? 'fixed' : known}
          onChange={(event) => set({ ...moment, known: choose(event.currentTarget.value) })}
        >
          <option value="then">{time.then}</option>
          <option value="all">{time.all}</option>
          <option value="fixed">{time.fixed}</option>
        </select>
      </label>
      {typeof known === 'number' && (
        <label>
          {time.asKnownOn}
          {day(`${name}: ${time.asKnownOn}`, known, (given) => set({ ...moment, known: given }))}
        </label>
      )}
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => {
          page.go(on);
          page.known.value = known;
        }}
      >
        {shown ? t().analysis.compare.shown : fill(t().analysis.compare.show, { name })}
      </button>
    </fieldset>
  );
}

function OfKind({ page, kind, found }: { page: Page; kind: Kind; found: Turns }) {
  const words = t().analysis.compare;
  const [most, setMost] = useState(FEW);
  const turns = found.turns.filter((turn) => turn.kind === kind);
  if (turns.length === 0) return null;
  return (
    <section class={`turns ${kind}`}>
      <h4>
        {words.kinds[kind]} <span class="quiet">{counted(turns.length, 'place')}</span>
      </h4>
      <ul>
        {turns.slice(0, most).map((turn) => (
          <TurnLine key={turn.place} page={page} turn={turn} found={found} />
        ))}
      </ul>
      {turns.length > most && (
        <button type="button" class="plain" onClick={() => setMost(most + 100)}>
          {fill(words.more, { n: turns.length - most })}
        </button>
      )}
    </section>
  );
}

function TurnLine({ page, turn, found }: { page: Page; turn: Turn; found: Turns }) {
  const words = t().analysis.compare;
  const { data } = page;
  const state = (name: string, cell: number, after: boolean) => {
    const row = data.cells[cell] as Cell;
    return (
      <span class="one">
        <b>{name}</b>
        <MarkIcon mark={markOf(row, data.parties)} size={18} />
        <small>{cutName(stateLine(row, data.parties, after))}</small>
      </span>
    );
  };
  return (
    <li>
      <button type="button" aria-current={page.index.value === turn.place ? 'true' : undefined} onClick={() => page.seek(turn.place)}>
        <bdi>{cutName(data.places[turn.place]?.name ?? '')}</bdi>
        {state(words.moment.a, turn.before, found.a.after)}
        {state(words.moment.b, turn.now, found.b.after)}
      </button>
    </li>
  );
}
