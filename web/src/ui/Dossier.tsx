import { Filled, counted, direction, fill, named, t } from '../messages';
import type { FunctionComponent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { longOf } from '../days';
import { cellAt } from '../histories';
import { wanted } from '../filters';
import { isNarrow } from '../narrow';
import type { Page } from '../page';
import { markOf } from '../symbology';
import type { PagePlace } from '../types';
import { nameOf, projectedWords, stateLine, stateWords, wordIn } from '../words';
import { Claims } from './Claims';
import { HistoryStrip } from './HistoryStrip';
import { MarkIcon } from './MarkIcon';
import { Newer } from './Newer';
import { Profile } from './Profile';
import { Reasons } from './Reasons';
import { Tolls } from './Tolls';
import { WhoSaysWhat } from './WhoSaysWhat';
import { WhyNot } from './WhyNot';

export function Dossier({ page, place }: { page: Page; place: number }) {
  const { data } = page;
  const row = data.places[place];
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (page.started.yes) heading.current?.focus(); // at once: keys that follow are for what they find
    if (isNarrow()) heading.current?.closest('.panel')?.scrollIntoView();
  }, [place]);
  if (row === undefined) return null;
  const where = [wordIn(t().dossier.kinds, row.kind), row.province, row.country].filter((part) => part !== null && part !== '');
  return (
    <article class="dossier">
      <button type="button" class="round close" aria-label={t().app.close} title={t().dossier.closeTitle} onClick={() => leave(page)}>
        ×
      </button>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{row.name}</bdi>
      </h2>
      <p class="quiet">
        {where.map((part, index) => (
          <span key={index}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
        {row.population > 0 && ` · ${fill(t().dossier.population, { n: row.population })}`}
      </p>
      {row.lat === null && !page.outlined.has(place) && (
        <p class="quiet">{t().dossier.nowhere}</p>
      )}
      <State page={page} place={place} />
      <Told page={page} place={place} />
    </article>
  );
}

function leave(page: Page): void {
  page.select(null);
  if (isNarrow()) window.scrollTo(0, 0);
}

/** The sections of a dossier, in their order. */
const SECTIONS: FunctionComponent<{ page: Page; part: PagePlace }>[] = [WhyNot, HistoryStrip, WhoSaysWhat, Reasons, Tolls, Profile, Claims];

function Sections({ page, part }: { page: Page; part: PagePlace }) {
  const kept = page.kept.value;
  const shown = kept === null ? part : wanted(part, page.filter.value, page.sieve(), kept);
  return (
    <>
      {shown.left_out > 0 && <p class="flag">{fill(t().analysis.filters.hidden, { n: counted(shown.left_out, 'claim') })}</p>}
      {SECTIONS.map((Section, index) => (
        <Section key={index} page={page} part={shown} />
      ))}
    </>
  );
}

/** What was said of the place, as soon as it is had. */
function Told({ page, place }: { page: Page; place: number }) {
  const had = page.parts.of(place).value;
  if (had.state === 'ready') return <Sections page={page} part={had.part} />;
  if (had.state === 'loading') {
    return (
      <p class="quiet" role="status" aria-busy="true">
        {t().dossier.loading}
      </p>
    );
  }
  if (had.state === 'other') return <Newer />;
  return (
    <div class="notice" role="alert">
      <p>{t().dossier.failed}</p>
      <button type="button" onClick={() => page.parts.retry(place)}>
        {t().app.again}
      </button>
    </div>
  );
}

/** Says that a state is of a day after the day of knowledge, with the way to that day. */
function Projected({ page }: { page: Page }) {
  const view = page.view.value;
  return (
    <div class="projected">
      <p class="flag">
        <bdi dir={direction()}>{projectedWords(view, page.data)}</bdi>
      </p>
      <button type="button" onClick={() => page.go(view.known)}>
        {fill(t().state.afterGo, { day: longOf(view.known) })}
      </button>
    </div>
  );
}

function State({ page, place }: { page: Page; place: number }) {
  const { data } = page;
  const view = page.view.value;
  const cell = cellAt(data, view, place);
  const { head, party, rest } = stateWords(cell, data.parties);
  const [, , , , , besieged, claimed, pressed] = cell;
  return (
    <div class="state" data-state={stateLine(cell, data.parties)} aria-live={page.playing.value ? 'off' : 'polite'} aria-atomic="true">
      <MarkIcon mark={markOf(cell, data.parties)} size={44} />
      <div>
        <p class="state-head">
          {head} {party !== null && <bdi>{party}</bdi>}{' '}
          {view.after && !view.ahead && <span class="badge">{t().state.projection}</span>}
        </p>
        <p>{rest}</p>
        {view.after && <Projected page={page} />}
        {claimed !== null && (
          <p class="flag"><Filled sentence={t().dossier.claimed} given={{ party: <bdi>{nameOf(data.parties, claimed)}</bdi> }} /></p>
        )}
        {besieged === 1 && <p class="flag">{t().dossier.besieged}</p>}
        {pressed.length > 0 && <p class="flag">{fill(t().dossier.pressed, { parties: pressed.map((by) => named(nameOf(data.parties, by) ?? '')).join(t().list) })}</p>}
      </div>
    </div>
  );
}

