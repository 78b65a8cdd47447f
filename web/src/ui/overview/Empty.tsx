import { Command } from '../Command';
import { Filled, counted, fill, t } from '../../messages';
import type { Page } from '../../page';
import { Start } from '../writing/Start';

const Step = ({ sentence, command }: { sentence: string; command: string }) => (
  <li>
    <Filled sentence={sentence} given={{ command: <Command words={command} /> }} />
  </li>
);

/** What to do where nothing is shown. */
export function Empty({ page, reports }: { page: Page; reports: number }) {
  const words = t().empty;
  const { desk } = page.host;
  return (
    <>
      <h2>{reports === 0 ? words.nothing : words.noPlace}</h2>
      {reports > 0 && <p>{fill(words.read, { reports: counted(reports, 'report') })}</p>}
      {desk === undefined ? <ByCommands reports={reports} /> : <Start page={page} desk={desk} reports={reports} />}
    </>
  );
}

function ByCommands({ reports }: { reports: number }) {
  const words = t().empty;
  return (
    <ol class="steps">
      {reports > 0 && <Step sentence={words.see} command="whoholds claims REPORT.txt" />}
      <Step sentence={words.record} command="whoholds add FOLDER --published 2021-08-09" />
      <Step sentence={words.again} command="whoholds map -o map.html" />
    </ol>
  );
}
