import { explanationFor, totalOf } from '../reasons';
import { longOf } from '../days';
import type { Page } from '../page';
import { percent } from '../words';

/** The reasons as a sum: what each line adds to the log-odds. */
export function Reasons({ page, place }: { page: Page; place: number }) {
  const view = page.view.value;
  const found = explanationFor(page.data, place, view.on, view.known);
  if (found === null) {
    return (
      <section>
        <h3>Reasons</h3>
        <p class="quiet">The sum is not kept in this file for this day; the claims below are all there is to it.</p>
      </section>
    );
  }
  const { nats, probability } = totalOf(found);
  const most = Math.max(0.5, ...found.terms.map(([, value]) => Math.abs(value)));
  return (
    <section>
      <h3>
        Reasons <span class="quiet">for {found.explains}</span>
      </h3>
      {(found.on !== view.on || found.as_of !== view.known) && (
        <p class="quiet">
          Worked out for {longOf(found.on)}, as known on {longOf(found.as_of)}.
        </p>
      )}
      <table class="sum">
        <tbody>
          {found.terms.map(([label, value], index) => (
            <tr key={index}>
              <th scope="row">
                <bdi>{page.data.labels[label]}</bdi>
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
