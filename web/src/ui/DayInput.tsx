import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { dayOf, isoOf } from '../days';
import { fill, leftward, t } from '../messages';
import { steppedDay, typedDay } from '../typed';

interface Given {
  value: string; // an ISO date, or nothing
  set: (iso: string) => void;
  label?: string; // where no label stands around it
  least?: string;
  most?: string;
  needed?: boolean; // it cannot be left empty
  about?: string; // the id of what explains it
  name?: string; // its id, by which it is found
  done?: (from: HTMLElement | null) => void; // what follows where the key Enter ends it; from: what had the focus before
}

/** A day, typed as 2021-08-09 in every browser and language; up and down go by days, page up and down by weeks. What
 * is no day, or out of bounds, is said beside it and not taken. */
export function DayInput({ value, set, label, least, most, needed = false, about, name, done }: Given) {
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(true); // what is half typed is not called wrong
  const box = useRef<HTMLInputElement>(null);
  const from = useRef<HTMLElement | null>(null);
  const id = useId();
  useEffect(() => {
    const day = typedDay(text);
    if (day === null || isoOf(day) !== value) setText(value); // what is being typed stays as it is typed
  }, [value]);
  const [first, last] = [dayOf(least ?? ''), dayOf(most ?? '')];
  const wrong = faultOf(text, first, last, needed);
  useEffect(() => box.current?.setCustomValidity(wrong ?? ''), [wrong]);
  const take = (given: string): void => {
    setText(given);
    if (!HALF.test(given)) keep(given);
  };
  const keep = (given: string): void => {
    if (faultOf(given, first, last, needed) !== null) return;
    const day = typedDay(given);
    const iso = day === null ? '' : isoOf(day);
    if (iso !== value) set(iso);
  };
  const leave = (): void => {
    setLeft(true);
    const day = typedDay(text);
    if (wrong !== null) return;
    keep(text);
    if (day !== null) setText(isoOf(day));
  };
  const step = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') leave();
    if (event.key === 'Enter' && wrong === null) done?.(from.current);
    const start = typedDay(text) ?? last ?? first;
    const next = start === null ? null : steppedDay(start, event.key, first, last);
    if (next === null) return;
    event.preventDefault();
    take(next);
  };
  return (
    <span class="day-input">
      <input
        type="text"
        id={name}
        dir="ltr"
        inputMode="numeric"
        autocomplete="off"
        spellcheck={false}
        maxLength={12}
        size={10}
        ref={box}
        value={text}
        placeholder={t().time.form}
        aria-label={label}
        aria-invalid={wrong !== null && left}
        aria-describedby={[about, wrong !== null && left ? id : undefined].filter((one) => one !== undefined).join(' ') || undefined}
        onInput={(event) => {
          setLeft(false);
          take(event.currentTarget.value);
        }}
        onFocus={({ relatedTarget }) => (from.current = relatedTarget instanceof HTMLElement ? relatedTarget : null)}
        onBlur={leave}
        onKeyDown={step}
      />
      {wrong !== null && left && (
        <small class="wrong" id={id} role="alert">
          {wrong}
        </small>
      )}
    </span>
  );
}

/** A day of one digit may be the first of two: it is taken when the field is left. */
const HALF = /\D\d$/;

/** Why what is typed is not taken; null where it is. */
function faultOf(text: string, least: number | null, most: number | null, needed: boolean): string | null {
  const { wrongDay, outOfRange, form } = t().time;
  if (text.trim() === '') return needed ? fill(wrongDay, { form: leftward(form) }) : null;
  const day = typedDay(text);
  if (day === null) return fill(wrongDay, { form: leftward(form) });
  const isOut = (least !== null && day < least) || (most !== null && day > most);
  if (!isOut) return null;
  return fill(outOfRange, { from: least === null ? '…' : leftward(isoOf(least)), to: most === null ? '…' : leftward(isoOf(most)) });
}
