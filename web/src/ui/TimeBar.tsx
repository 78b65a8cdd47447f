import { counted, direction, fill, t } from '../messages';
import { dayOf, isoOf, longOf, shortOf, weekdayOf } from '../days';
import { useMemo } from 'preact/hooks';
import { lastKnown } from '../known';
import type { Page } from '../page';
import { ticksOf } from '../ticks';
import { Chip } from './Chip';
import { DayInput } from './DayInput';

export function TimeBar({ page }: { page: Page }) {
  return (
    <section class="timebar" aria-label={t().time.label}>
      <Controls page={page} />
      <Track page={page} />
      <div class="clocks">
        <Knowledge page={page} />
        <Chip page={page} />
      </div>
    </section>
  );
}

function Controls({ page }: { page: Page }) {
  const { first, last } = page.data.meta;
  const playing = page.playing.value;
  const play = (): void => {
    if (!playing && page.on.value >= last) page.go(first);
    page.playing.value = !playing;
  };
  return (
    <div class="controls" dir="ltr">
      <button type="button" aria-label={t().time.back} title={t().time.back} onClick={() => page.go(page.on.value - page.step.value)}>
        ‹
      </button>
      <button type="button" class="play" aria-label={playing ? t().time.pause : t().time.play} onClick={play}>
        {playing ? (
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M3 2h4v12H3zM9 2h4v12H9z" /></svg>
        ) : (
          <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true"><path d="M3 1.5v13l11-6.5z" /></svg>
        )}
      </button>
      <button type="button" aria-label={t().time.forward} title={t().time.forward} onClick={() => page.go(page.on.value + page.step.value)}>
        ›
      </button>
      <select dir={direction()} aria-label={t().time.step} value={page.step.value} onChange={(event) => (page.step.value = Number(event.currentTarget.value))}>
        <option value={1}>{t().time.day}</option>
        <option value={7}>{t().time.week}</option>
        <option value={30}>{t().time.month}</option>
      </select>
      <select dir={direction()} aria-label={t().time.speed} value={page.pace.value} onChange={(event) => (page.pace.value = Number(event.currentTarget.value))}>
        <option value={2}>{t().time.slow}</option>
        <option value={4}>{t().time.normal}</option>
        <option value={10}>{t().time.fast}</option>
      </select>
    </div>
  );
}

function Track({ page }: { page: Page }) {
  const { first, last } = page.data.meta;
  const on = page.on.value;
  const span = Math.max(1, last - first);
  const { path, tickOn, counts } = useMemo(() => ticksOf(page.data), [page.data]);
  const today = counts.get(on) ?? 0;
  const known = page.knownDay.value;
  return (
    <div class="track" dir="ltr">
      <svg viewBox={`0 0 ${span} 24`} preserveAspectRatio="none" aria-hidden="true">
        <path class="past" d={path} />
        {known < last && <rect class="later" x={known - first} y="0" width={last - known} height="24" />}
        {today > 0 && <path class="now" d={tickOn(on)} />}
      </svg>
      <input
        id="day"
        type="range"
        min={first}
        max={last}
        step={1}
        value={on}
        aria-label={t().time.on}
        aria-valuetext={fill(t().time.published, { day: longOf(on), reports: counted(today, 'report') })}
        onInput={(event) => page.go(Number(event.currentTarget.value))}
      />
      <div class="ends">
        <bdi>{longOf(first)}</bdi>
        <span class="today">
          <bdi>
            {weekdayOf(on)} {shortOf(on)} · {counted(today, 'report')}
          </bdi>
        </span>
        <bdi>{longOf(last)}</bdi>
      </div>
    </div>
  );
}

/** Whoever reads a dossier goes on reading it, of the day that was typed. */
const isOfDossier = (from: HTMLElement | null): from is HTMLElement => from?.isConnected === true && from.closest('.dossier') !== null;

function Knowledge({ page }: { page: Page }) {
  const known = page.known.value;
  const { meta } = page.data;
  const cut = lastKnown(meta); // nothing that was published later stands on this page
  const fixed = typeof known === 'number' ? known : known === 'then' && page.on.value > cut ? cut : null;
  const kind = fixed === null ? known : 'fixed';
  const choose = (value: 'then' | 'all' | 'fixed', label: string, title: string) => (
    <button
      type="button"
      title={title}
      aria-pressed={kind === value}
      disabled={value === 'then' && page.on.value > cut}
      onClick={() => (page.known.value = value === 'fixed' ? page.knownDay.value : value)}
    >
      {label}
    </button>
  );
  return (
    <div class="knowledge">
      <label class="go" title={t().time.go}>
        <span class="label">{t().time.on}</span>
        <DayInput
          name="go"
          label={t().time.go}
          value={isoOf(page.on.value)}
          least={isoOf(page.data.meta.first)}
          most={isoOf(page.data.meta.last)}
          needed
          set={(day) => page.go(dayOf(day) ?? page.on.peek())}
          done={(from) => (isOfDossier(from) ? from : document.getElementById('day'))?.focus()}
        />
      </label>
      <span class="label" id="known-label">
        {t().time.asKnown}
      </span>
      <div class="segmented" role="group" aria-labelledby="known-label">
        {choose('then', t().time.then, page.on.value > cut ? fill(t().time.thenCut, { day: longOf(cut) }) : t().time.thenTitle)}
        {choose('all', t().time.all, t().time.allTitle)}
        {choose('fixed', t().time.fixed, t().time.fixedTitle)}
      </div>
      {fixed !== null && (
        <DayInput
          label={t().time.asKnownOn}
          value={isoOf(fixed)}
          least={isoOf(meta.first)}
          most={isoOf(cut)}
          needed
          set={(day) => (page.known.value = dayOf(day) ?? fixed)}
        />
      )}
    </div>
  );
}
