import { Filled, direction, fill, language, numbered, t } from '../messages';
import { cellAt, shownHistory } from '../histories';
import { apartOf, explanationFor, totalOf } from '../reasons';
import { longOf } from '../days';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { Recorded } from '../recorded';
import { explainedWords, reasonParts } from '../sum';
import { percent } from '../words';

/** The reasons as a sum: what each line adds to the log-odds. */
export function Reasons({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const found = explanationFor(part, shownHistory(page.histories, view, part.place), view.on, view.known);
  if (found === null) {
    return (
      <section>
        <h3>{t().reasons.title}</h3>
        <p class="quiet">{view.ahead ? t().reasons.ahead : t().reasons.nothing}</p>
      </section>
    );
  }
  const { nats } = totalOf(found);
  const weighed = new Set(found.terms.map(([, , claim]) => claim));
  const apart = apartOf(part.claims.filter(({ id }) => weighed.has(id)));
  const [, , , probability] = cellAt(page.data, view, part.place); // as it is shown above
  const most = Math.max(0.5, ...found.terms.map(([, value]) => Math.abs(value)));
  return (
    <section>
      <h3>
        {t().reasons.title}{' '}
        <span class="quiet">
          <Filled sentence={t().reasons.of} given={{ state: <bdi>{explainedWords(found.explains)}</bdi> }} />
        </span>
      </h3>
      {found.on !== view.on && (
        <p class="quiet">{fill(t().reasons.since, { day: longOf(found.on) })}</p>
      )}
      <table class="sum">
        <tbody>
          {found.terms.map(([label, value, claim], index) => (
            <tr key={index}>
              <th scope="row">
                <Reason label={part.labels[label] ?? ''} />
                {apart.has(claim ?? '') && <small class="quiet"> <bdi>{apart.get(claim ?? '')}</bdi></small>}
              </th>
              <td class="pull" aria-hidden="true">
                <span class={value < 0 ? 'minus' : 'plus'} style={{ width: `${(50 * Math.abs(value)) / most}%` }} />
              </td>
              <td class="number" dir="ltr">{signed(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t().reasons.sum}</th>
            <td />
            <td class="number" dir="ltr">{signed(nats)}</td>
          </tr>
          <tr>
            <th scope="row">{t().reasons.probability}</th>
            <td />
            <td class="number">{percent(probability)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** A reason in the language of the page; what it has no words for stays as it is recorded. */
const Reason = ({ label }: { label: string }) => (
  <bdi {...(language.value === 'en' ? {} : { dir: direction() })}>{reasonParts(label).map((one, index) => (one.recorded ? <Recorded key={index} words={one.words} /> : one.words))}</bdi>
);

const signed = (value: number): string =>
  `${value < 0 ? '−' : '+'}${numbered(Math.abs(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
