import { counted, direction, fill, t } from '../messages';
import { longOf } from '../days';
import { shownHistory } from '../histories';
import type { View } from '../histories';
import type { Page } from '../page';
import { WINDOW, isStill, positionsOf } from '../positions';
import type { Position } from '../positions';
import { apartOf, explanationFor, repeatingIn } from '../reasons';
import { tongueOf } from '../recorded';
import { colourOfPosition, positionWords } from '../words';
import { Claimer } from './ClaimItem';
import type { PagePlace, Party } from '../types';

/** The keys that follow go on from there. */
function goTo(claim: HTMLElement | null): void {
  claim?.focus({ preventScroll: true });
  claim?.scrollIntoView({ block: 'center' });
}

/** That nobody says who holds it: among what the filter keeps, or of what had been published by the day of knowledge. */
function nobodyWords({ left_out }: PagePlace, { after, known }: View): string {
  const { nobody, nobodyBy, nobodyKept } = t().positions;
  if (left_out > 0) return nobodyKept;
  return after ? fill(nobodyBy, { day: longOf(known) }) : nobody;
}

/** The positions side by side: who says fallen, who says holding, who is silent. */
export function WhoSaysWhat({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const shown = explanationFor(part, shownHistory(page.histories, view, part.place), view.on, view.known);
  const { positions, disagree, silent } = positionsOf(part, view.on, view.known, repeatingIn(part, shown));
  const apart = apartOf(positions.flatMap(({ claims }) => claims));
  return (
    <section>
      <h3>
        {t().positions.title} <span class="quiet">{fill(t().positions.window, { days: counted(WINDOW, 'day') })}</span>
      </h3>
      {disagree && <p class="flag">{t().positions.contradict}</p>}
      {positions.length === 0 && silent.length === 0 && <p class="quiet">{nobodyWords(part, view)}</p>}
      <div class={positions.length + (silent.length > 0 ? 1 : 0) > 1 ? 'positions two' : 'positions'}>
        {positions.map((position) => (
          <PositionBox key={position.key} position={position} parties={page.data.parties} apart={apart} />
        ))}
        {silent.length > 0 && (
          <div class="position">
            <h4>{t().positions.silent}</h4>
            <ul>
              {silent.map((silence) => (
                <li key={silence.quote}>
                  <bdi>{silence.party}</bdi>: <q dir="auto" {...tongueOf(silence.quote)}>{silence.quote}</q>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

function PositionBox({ position, parties, apart }: { position: Position; parties: readonly Party[]; apart: ReadonlyMap<string, string> }) {
  const first = position.claims[0];
  if (first === undefined) return null;
  return (
    <div class="position" style={{ '--party': colourOfPosition(first.says, parties) }}>
      <h4>
        <bdi dir={direction()}>{isStill(first) ? t().positions.still : positionWords(first, parties)}</bdi>
      </h4>
      <p class="quiet">
        {fill(t().positions.from, { reports: counted(position.reports, 'report'), origins: counted(position.origins, 'origin') })}
      </p>
      <ul>
        {position.claims.slice(0, 5).map((claim) => (
          <li key={claim.id}>
            <a
              href={`#claim-${claim.id}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(document.getElementById(`claim-${claim.id}`));
              }}
            >
              <Claimer claim={claim} />
            </a>
            {apart.has(claim.id) && <small> <bdi>{apart.get(claim.id)}</bdi></small>}
            {claim.against === true && <span class="badge against">{t().claims.against}</span>}
          </li>
        ))}
        {position.claims.length > 5 && <li class="quiet">{fill(t().positions.more, { n: position.claims.length - 5 })}</li>}
      </ul>
    </div>
  );
}
