import { useState } from 'preact/hooks';
import { clamp, dayOf, isoOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { MOST_FRAMES } from '../take/offers';
import type { Served } from '../take/offers';
import { DayInput } from './DayInput';

const DAYS = 30; // before the day shown, where nothing else is chosen

/** How many pictures a course of days has; null where the days are none. */
export function framesOf(from: string, to: string, step: number): number | null {
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first === null || last === null || last < first || !Number.isInteger(step) || step < 1) return null;
  return Math.ceil((last - first) / step) + 1;
}

/** The map day by day: from, to, step; a link where the server can make it. */
export function Animation({ page, served }: { page: Page; served: Served }) {
  const { first, last } = page.data.meta;
  const on = page.on.value;
  const [from, setFrom] = useState(isoOf(clamp(on - DAYS, first, last)));
  const [to, setTo] = useState(isoOf(on));
  const [step, setStep] = useState(1);
  const [then, setThen] = useState(page.known.value === 'then');
  const { take } = t();
  const frames = framesOf(from, to, step);
  const many = frames !== null && frames > MOST_FRAMES;
  const link = frames === null || many ? null : served.animation({ from, to, step, then });
  const said = frames === null ? take.wrongDays : fill(many ? take.tooMany : take.frames, { n: frames, most: MOST_FRAMES });
  const [label, meaning] = take.forms.webp as [string, string];
  const day = (name: string, value: string, set: (day: string) => void) => (
    <label>
      {name}
      <DayInput value={value} set={set} least={isoOf(first)} most={isoOf(last)} needed />
    </label>
  );
  return (
    <section>
      <h3>{take.animation}</h3>
      <div class="course">
        {day(take.from, from, setFrom)}
        {day(take.to, to, setTo)}
        <label>
          {take.step}
          <input type="number" min={1} max={366} value={step} onInput={(event) => setStep(event.currentTarget.valueAsNumber)} />
        </label>
        <label class="check">
          <input type="checkbox" checked={then} onChange={(event) => setThen(event.currentTarget.checked)} />
          {take.then}
        </label>
      </div>
      <ul class="forms">
        <li>
          {link === null ? (
            <span class="button off">{label}</span>
          ) : (
            <a class="button" href={link.href} download={link.name}>
              {label}
            </a>
          )}
          <span>
            {meaning}: <span role="status">{said}</span>
          </span>
        </li>
      </ul>
    </section>
  );
}
