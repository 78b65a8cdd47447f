import { direction, fill, leftward, named, t } from '../messages';
import { longOf, stretchOf } from '../days';
import type { Page } from '../page';
import { tollsOf } from '../tolls';
import type { Toll } from '../tolls';
import type { PagePlace } from '../types';
import { tongueOf } from '../recorded';
import { claimerOf, cutName, figureRange, valueWords, wordIn } from '../words';

/** Numbers that several claims give of one event, as ranges; each number in its words where one is pointed at. */
export function Tolls({ page, part }: { page: Page; part: PagePlace }) {
  const words = t().analysis.tolls;
  const found = tollsOf(part, page.view.value.known);
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{words.title}</h3>
      <p class="quiet">{words.hint}</p>
      <ul class="tolls">
        {found.map((toll, index) => (
          <Range key={index} id={`toll-${part.place}-${index}`} found={toll} />
        ))}
      </ul>
    </section>
  );
}

function Range({ id, found }: { id: string; found: Toll }) {
  const words = t().analysis.tolls;
  const { toll, counts, range } = found;
  const when = stretchOf(toll.start, toll.end);
  const event = cutName(valueWords('type', toll.event)).replaceAll('_', ' ');
  return (
    <li>
      <button type="button" aria-describedby={id}>
        <b>
          <bdi dir={direction()}>{fill(words.line, { range: leftward(figureRange(range)), who: toll.who === null ? '' : named(cutName(toll.who)), kind: wordIn(t().terms.figures, cutName(toll.kind)) })}</bdi>
        </b>
        <small>{when === null ? event : fill(words.event, { event, when })}</small>
      </button>
      <ul id={id} role="tooltip">
        {counts.map(({ row, claim, stands }) => (
          <li key={`${row.claim} ${row.text}`}>
            <b>{figureRange({ ...range, low: row.low, best: row.best, high: row.high })}</b> <q dir="auto" {...tongueOf(row.text)}>{row.text}</q>
            <small>
              <bdi dir={direction()}>{fill(words.by, { claimer: named(cutName(claimerOf(claim))), outlet: named(cutName(claim.outlet ?? '')) })}</bdi>{t().list}{longOf(claim.published ?? claim.known)}
              {!stands && <em> {words.corrected}</em>}
            </small>
          </li>
        ))}
      </ul>
    </li>
  );
}
