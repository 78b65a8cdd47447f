import { useEffect, useRef } from 'preact/hooks';
import { setAside } from '../aside';
import { cellAt } from '../histories';
import type { Page } from '../page';
import { markOf } from '../symbology';
import { plural, stateLine, stateWords } from '../words';
import { ClaimItem } from './ClaimItem';
import { HistoryStrip } from './HistoryStrip';
import { MarkIcon } from './MarkIcon';
import { Reasons } from './Reasons';
import { WhoSaysWhat } from './WhoSaysWhat';

export function Dossier({ page, place }: { page: Page; place: number }) {
  const { data } = page;
  const row = data.places[place];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (page.started.yes) heading.current?.focus();
  }, [place]);
  if (row === undefined) return null;
  const where = [row.kind, row.province, row.country].filter((part) => part !== null && part !== '');
  return (
    <article class="dossier">
      <button type="button" class="round close" aria-label="Close" title="Close (Esc)" onClick={() => page.select(null)}>
        ×
      </button>
      <h2 ref={heading} tabIndex={-1}>
        <bdi>{row.name}</bdi>
      </h2>
      <p class="quiet">
        {where.join(' · ')}
        {row.population > 0 && ` · population ${row.population.toLocaleString('en')}`}
      </p>
      {row.lat === null && !data.outlines.some((outline) => outline.place === place) && (
        <p class="quiet">Its position is not known, so it stands in the table and not on the map.</p>
      )}
      <State page={page} place={place} />
      <HistoryStrip page={page} place={place} />
      <WhoSaysWhat page={page} place={place} />
      <Reasons page={page} place={place} />
      <Claims page={page} place={place} />
    </article>
  );
}

function State({ page, place }: { page: Page; place: number }) {
  const { data } = page;
  const view = page.view.value;
  const cell = cellAt(data, view, place);
  const { head, party, rest } = stateWords(cell, data.parties, view.after);
  const [, , challenger, , , besieged, claimed, pressed] = cell;
  const names = pressed.map((index) => data.parties[index]?.name ?? '');
  return (
    <div class="state" data-state={stateLine(cell, data.parties, view.after)}>
      <MarkIcon mark={markOf(cell, data.parties)} size={44} />
      <div>
        <p class="state-head">
          {head} {party !== null && <bdi>{party}</bdi>}
        </p>
        <p>{rest}</p>
        {cell[0] === 'leaning' && challenger !== null && <p class="quiet">Challenged by {data.parties[challenger]?.name}</p>}
        {claimed !== null && (
          <p class="flag">Claimed for {data.parties[claimed]?.name} in the last 72 hours; not assessed so.</p>
        )}
        {besieged === 1 && <p class="flag">Reported as surrounded.</p>}
        {names.length > 0 && <p class="flag">Pressed by {names.join(', ')}.</p>}
      </div>
    </div>
  );
}

function Claims({ page, place }: { page: Page; place: number }) {
  const { data } = page;
  const view = page.view.value;
  const all = data.claims.filter((claim) => claim.place === place);
  const claims = all.filter((claim) => claim.known <= view.known);
  const aside = claims.filter((claim) => setAside(claim, view.known)).length;
  return (
    <section>
      <h3>
        What was said <span class="quiet">{plural(claims.length, 'claim')}, newest first</span>
      </h3>
      {claims.length === 0 && <p class="quiet">Nothing had been published on this place by the day of knowledge.</p>}
      {all.length > claims.length && (
        <p class="quiet">{plural(all.length - claims.length, 'later claim')} not shown: published after the day of knowledge.</p>
      )}
      {aside > 0 && <p class="quiet">{plural(aside, 'claim')} marked as retracted or rejected: no evidence in the sum.</p>}
      <ol class="claims">
        {claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} view={view} />
        ))}
      </ol>
    </section>
  );
}
