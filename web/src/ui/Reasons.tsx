import { cellAt } from '../histories';
import { explanationFor, totalOf } from '../reasons';
import { longOf } from '../days';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { percent } from '../words';

/** The reasons as a sum: what each line adds to the log-odds. */
export function Reasons({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const found = explanationFor(part, page.histories.at(part.place, view.moment), view.on, view.known);
  if (found === null) {
    return (
      <section>
        <h3>Reasons</h3>
        <p class="quiet">
          {view.after ? 'Nothing is said of a day after the day of knowledge.' : 'Nothing was known of this place by then.'}
        </p>
      </section>
    );
  }
  const { nats } = totalOf(found);
  const [, , , probability] = cellAt(page.data, view, part.place); // as it is shown above
  const most = Math.max(0.5, ...found.terms.map(([, value]) => Math.abs(value)));
  return (
    <section>
      <h3>
        Reasons <span class="quiet">for {found.explains}</span>
      </h3>
      {found.on !== view.on && (
        <p class="quiet">This state began on {longOf(found.on)}, and is the same on the day shown.</p>
      )}
      <table class="sum">
        <tbody>
          {found.terms.map(([label, value], index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{part.labels[label]}</bdi>
              </th>
              <td class="pull" aria-hidden="true">
                <span class={value < 0 ? 'minus' : 'plus'} style={{ width: `${(50 * Math.abs(value)) / most}%` }} />
              </td>
              <td class="number">{signed(value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum (log-odds)</th>
            <td />
            <td class="number">{signed(nats)}</td>
          </tr>
          <tr>
            <th scope="row">Probability</th>
            <td />
            <td class="number">{percent(probability)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
