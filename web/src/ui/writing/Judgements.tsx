import { useEffect, useState } from 'preact/hooks';
import { fill, t } from '../../messages';
import type { Page } from '../../page';
import { tongueOf } from '../../recorded';
import type { Desk, Judged } from '../../writing/desk';
import { undoingOf } from '../../writing/judging';
import { standing } from '../../writing/standing';
import type { Standing } from '../../writing/standing';
import { Box } from './Box';
import { JudgedLine } from './JudgedLine';
import { Forget, Permit } from './Permit';

const FEW = 50;
type Had = { state: 'loading' | 'failed' } | { state: 'ready'; rows: Standing[] };

/** All that was judged, newest first, each with its way back. */
export function Judgements({ page, close }: { page: Page; close: () => void }) {
  const desk = page.host.desk as Desk;
  const words = t().writing.list;
  const [had, setHad] = useState<Had>({ state: 'loading' });
  const [most, setMost] = useState(FEW);
  const load = (): void => {
    setHad({ state: 'loading' });
    desk.judgements().then(
      (rows) => setHad({ state: 'ready', rows: standing(rows).reverse() }),
      () => setHad({ state: 'failed' }),
    );
  };
  useEffect(load, [desk.token.value]);
  return (
    <Box name="judgements" title={words.title} close={close}>
      {had.state === 'loading' && (
        <p class="quiet" role="status">
          {words.loading}
        </p>
      )}
      {had.state === 'failed' && (
        <p class="notice" role="alert">
          {words.failed}{' '}
          <button type="button" onClick={load}>
            {t().app.again}
          </button>
        </p>
      )}
      {had.state === 'ready' && had.rows.length === 0 && (
        <p>
          {words.none} {desk.writing.value === true && words.noneHow}
        </p>
      )}
      {had.state === 'ready' && had.rows.length > 0 && (
        <>
          <ol class="judged">
            {had.rows.slice(0, most).map((one) => (
              <li key={`${one.row.seq} ${one.row.claim}`}>
                <Line page={page} desk={desk} one={one} />
              </li>
            ))}
          </ol>
          {had.rows.length > most && (
            <button type="button" onClick={() => setMost(most + 500)}>
              {words.more}
            </button>
          )}
        </>
      )}
      <SignIn desk={desk} />
    </Box>
  );
}

function Line({ page, desk, one }: { page: Page; desk: Desk; one: Standing }) {
  const words = t().writing.list;
  const { row } = one;
  const index = page.data.places.findIndex(({ id }) => id === row.place_id);
  const go = (): void => {
    page.dialog.value = null;
    page.seek(index);
  };
  const undo = (): void => {
    desk.judging.value = undoingOf(row);
    page.dialog.value = 'verdict';
  };
  return (
    <>
      <p class="row">
        {index >= 0 ? (
          <button type="button" class="plain" onClick={go}>
            <bdi>{row.place}</bdi>
          </button>
        ) : (
          <bdi>{row.place ?? words.noPlace}</bdi>
        )}
        {one.undoable && desk.writing.value === true && (
          <button type="button" aria-label={`${t().writing.judge.undo}: ${labelOf(row)}`} onClick={undo}>
            {t().writing.judge.undo}…
          </button>
        )}
      </p>
      <JudgedLine one={one} />
      <blockquote dir="auto" {...tongueOf(row.quote ?? '')}>
        <span class="cut">{row.quote ?? fill(words.claim, { id: row.claim.slice(0, 8) })}</span>
      </blockquote>
    </>
  );
}

const labelOf = (row: Judged): string => `${t().writing.list.words[row.verdict]}${t().list}${row.place ?? row.claim.slice(0, 8)}`;

function SignIn({ desk }: { desk: Desk }) {
  const [asked, setAsked] = useState(false);
  if (desk.writing.value !== true) return null;
  if (desk.token.value !== null) {
    return (
      <p class="row">
        <Forget desk={desk} />
      </p>
    );
  }
  if (asked) return <Permit desk={desk}>{null}</Permit>;
  return (
    <p class="quiet">
      {t().writing.list.signIn}{' '}
      <button type="button" class="plain" onClick={() => setAsked(true)}>
        {t().writing.token.label}…
      </button>
    </p>
  );
}
