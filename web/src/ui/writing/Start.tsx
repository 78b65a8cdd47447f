import { Command } from '../Command';
import { t } from '../../messages';
import type { Page } from '../../page';
import type { Desk } from '../../writing/desk';
import { Choose } from './Choose';

/** What to do first with an empty record that is served. */
export function Start({ page, desk, reports }: { page: Page; desk: Desk; reports: number }) {
  const words = t().writing.start;
  const take = (files: File[]): void => {
    desk.dropped.value = files;
    page.dialog.value = 'add';
  };
  return (
    <div class="starting">
      {desk.writing.value === true && (
        <section>
          <h3>{words.drop}</h3>
          <Choose most={desk.most} take={take} />
        </section>
      )}
      {desk.writing.value === false && (
        <section>
          <p>{words.readingOnly}</p>
          <pre>whoholds serve --write-token-file FILE</pre>
        </section>
      )}
      <section>
        <h3>{words.terminal}</h3>
        <ol class="steps">
          <li>
            {words.look} <Command words="whoholds claims REPORT.txt" />
          </li>
          <li>
            {words.add} <Command words="whoholds add FOLDER --outlet NAME --published 2021-08-09" />
          </li>
          <li>
            {words.serve} <Command words="whoholds serve --open" />
          </li>
        </ol>
        {reports === 0 && (
          <p class="quiet">
            {words.demo} <Command words="whoholds demo" />
          </p>
        )}
      </section>
    </div>
  );
}
