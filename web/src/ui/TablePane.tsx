import { counted, direction, fill, named, numbered, t } from '../messages';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { datedOf, longOf } from '../days';
import type { Page } from '../page';
import { COLUMNS, statusWords, tableOf } from '../table';
import type { ColumnKey, Row } from '../table';
import { markOf } from '../symbology';
import type { Cell } from '../types';
import { percent } from '../words';
import { After } from './After';
import { MarkIcon } from './MarkIcon';

const ROWS = 60; // shown at once: a day's step draws all of them anew

/** The same content as the map, as a table that sorts. */
export function TablePane({ page }: { page: Page }) {
  const [key, setKey] = useState<ColumnKey>('name');
  const [down, setDown] = useState(false);
  const [asked, setMost] = useState(ROWS);
  const most = usePrinting() ? page.data.places.length : asked;
  const [find, setFind] = useState('');
  const view = page.view.value;
  const { rows, all, absent } = tableOf(page.data, view, page.kept.value, { key, down, most, find });
  const sortBy = (column: ColumnKey): void => {
    setDown(column === key ? !down : false);
    setKey(column);
  };
  const sortFirst = (column: ColumnKey): void => {
    setDown(COLUMNS.find((one) => one.key === column)?.numeric === true); // the most first
    setKey(column);
  };
  return (
    <div class="table-pane">
      {view.after && <After page={page} />}
      <input class="find" type="search" placeholder={t().table.find} aria-label={t().table.find} value={find} onInput={(event) => setFind(event.currentTarget.value)} />
      <div class="sort">
        <label>
          {t().table.sort}{' '}
          <select value={key} onChange={(event) => sortFirst(event.currentTarget.value as ColumnKey)}>
            {COLUMNS.map(({ key: column }) => (
              <option key={column} value={column}>
                {t().table.columns[column]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" aria-label={t().table.turn} title={t().table.turn} aria-pressed={down} onClick={() => setDown(!down)}>
          <span aria-hidden="true">{down ? '↓' : '↑'}</span>
        </button>
      </div>
      <table class="places">
        <caption>
          {page.data.places.length === 0 ? t().table.empty : find !== '' && all === 0 ? t().header.none : fill(t().table.caption, { on: longOf(view.on), known: longOf(view.known) })}
          {absent > 0 && ` · ${fill(t().analysis.filters.absent, { n: counted(absent, 'place') })}`}
        </caption>
        <thead>
          <tr>
            {COLUMNS.map(({ key: column, numeric }) => (
              <th
                key={column}
                scope="col"
                class={numeric ? `number at-${column}` : `at-${column}`}
                aria-sort={column === key ? (down ? 'descending' : 'ascending') : 'none'}
              >
                <button type="button" onClick={() => sortBy(column)}>
                  {t().table.columns[column]}
                  <span aria-hidden="true">{column === key ? (down ? ' ↓' : ' ↑') : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.place} page={page} row={row} cell={view.cells[row.place] ?? 0} chosen={page.index.value === row.place} />
          ))}
        </tbody>
      </table>
      {all > most && (
        <p class="more">
          <button type="button" onClick={() => setMost(asked + 5 * ROWS)}>
            {t().table.more}
          </button>{' '}
          {fill(t().table.shown, { n: most, all: counted(all, 'place') })}
        </p>
      )}
    </div>
  );
}

/** True while the page is printed: a sheet has no button for more. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begins = (): void => setPrinting(true);
    const ends = (): void => setPrinting(false);
    window.addEventListener('beforeprint', begins);
    window.addEventListener('afterprint', ends);
    return () => {
      window.removeEventListener('beforeprint', begins);
      window.removeEventListener('afterprint', ends);
    };
  }, []);
  return printing;
}

/** A place; drawn again only where something of it changed. */
function Line({ page, row, cell, chosen }: { page: Page; row: Row; cell: number; chosen: boolean }) {
  const { place, projected, claims, latest } = row;
  return useMemo(
    () => (
      <tr class={chosen ? 'chosen' : ''} onClick={() => page.seek(place)}>
        <th scope="row">
          <button type="button" class="link" data-opener={`row-${place}`} onClick={() => page.seek(place)}>
            <MarkIcon mark={markOf(page.data.cells[cell] as Cell, page.data.parties)} size={18} />
            <span>
              <bdi>{row.name}</bdi>
              <small class="around">
                {row.kind}
                {row.province !== '' && (
                  <span class="in">
                    {row.kind !== '' && ' · '}
                    <bdi>{row.province}</bdi>
                  </span>
                )}
              </small>
            </span>
          </button>
        </th>
        <td class="at-kind">{row.kind}</td>
        <td class="at-province">
          <bdi>{row.province}</bdi>
        </td>
        <td>{statusWords(row)}</td>
        <td>
          <bdi>{row.holder}</bdi>
          {row.probability >= 0 && row.holder !== '' && <small class="chance">{percent(row.probability)}</small>}
          {row.challenger !== '' && (
            <small class="disputed">
              <bdi dir={direction()}>{fill(t().analysis.filters.one, { name: t().table.columns.challenger, value: named(row.challenger) })}</bdi>
            </small>
          )}
        </td>
        <td class="number at-probability">{row.probability < 0 ? '' : percent(row.probability)}</td>
        <td class="at-challenger">
          <bdi>{row.challenger}</bdi>
        </td>
        <td class="number at-claims">{numbered(claims)}</td>
        <td class="number at-latest" dir="ltr">{latest < 0 ? '' : datedOf(latest)}</td>
      </tr>
    ),
    [page, place, projected, cell, chosen, claims, latest, t()],
  );
}
