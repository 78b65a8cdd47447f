import { plural } from '../../words';

/** What to do where nothing is shown. */
export function Empty({ reports }: { reports: number }) {
  return (
    <>
      <h2>{reports === 0 ? 'Nothing is recorded yet' : 'Nothing to show yet'}</h2>
      {reports > 0 && <p>{plural(reports, 'report')} recorded. No event at a place that is known was read there.</p>}
      <ol class="steps">
        {reports > 0 && (
          <li>
            See what is read in a report, and what is not: <code>whoholds claims REPORT.txt</code>
          </li>
        )}
        <li>
          Record reports with their days: <code>whoholds add FOLDER --published 2021-08-09</code>
        </li>
        <li>
          Make this page again: <code>whoholds map -o map.html</code>
        </li>
      </ol>
    </>
  );
}
