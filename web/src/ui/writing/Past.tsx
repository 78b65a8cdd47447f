import { useEffect, useState } from 'preact/hooks';
import { t } from '../../messages';
import type { Desk } from '../../writing/desk';
import { standing } from '../../writing/standing';
import type { Standing } from '../../writing/standing';
import { JudgedLine } from './JudgedLine';

/** What was judged of one claim before, newest first. */
export function Past({ desk, claim }: { desk: Desk; claim: string }) {
  const [rows, setRows] = useState<Standing[]>([]);
  useEffect(() => {
    desk.judgements().then(
      (every) => setRows(standing(every.filter((row) => row.claim === claim)).reverse()),
      () => undefined, // it is not needed to judge
    );
  }, []);
  if (rows.length === 0) return null;
  return (
    <section class="past">
      <h3>{t().writing.judge.before}</h3>
      <ol class="judged">
        {rows.map((one) => (
          <li key={one.row.seq}>
            <JudgedLine one={one} />
          </li>
        ))}
      </ol>
    </section>
  );
}
