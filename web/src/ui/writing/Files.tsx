import { counted, fill, t } from '../../messages';
import type { Item, Outcome } from '../../writing/intake';
import { sizeOf } from '../../writing/size';

const FEW = 200; // rows drawn
const ROWS = 5; // reports of one file told one by one

/** The files with what came of each; those that need an eye first. */
export function Files({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return null;
  const words = t().writing.add;
  const first = [...items.filter(needsAnEye), ...items.filter((item) => !needsAnEye(item))];
  return (
    <section>
      <h3>{words.list}</h3>
      <ul class="files">
        {first.slice(0, FEW).map((item, index) => (
          <Line key={index} item={item} />
        ))}
      </ul>
      {first.length > FEW && <p class="quiet">{fill(words.moreFiles, { n: first.length - FEW })}</p>}
    </section>
  );
}

const needsAnEye = ({ state, rows }: Item): boolean => state === 'refused' || state === 'open' || rows.some(({ why }) => why !== undefined);

function Line({ item }: { item: Item }) {
  const words = t().writing.add;
  const { rows, state } = item;
  const told = [...rows.filter(({ why }) => why !== undefined), ...rows.filter(({ why }) => why === undefined)];
  return (
    <li class={`file ${state}`}>
      <p class="what">
        <bdi class="name">{item.name}</bdi>
        <span class="quiet">{sizeOf(item.file.size)}</span>
        <span class="badge">{stateOf(item)}</span>
      </p>
      {item.why !== null && <p class="why">{item.why}</p>}
      {rows.length === 1 && rows[0]?.why !== undefined && (
        <p class="why" dir="auto">
          {rows[0].why}
        </p>
      )}
      {rows.length > 1 && (
        <ul>
          {told.slice(0, ROWS).map((row, index) => (
            <li key={index}>
              <bdi class="name">{row.report ?? ''}</bdi> <span class="quiet">{outcomeOf(row)}</span>
              {row.why !== undefined && (
                <span class="why" dir="auto">
                  {' · '}
                  {row.why}
                </span>
              )}
            </li>
          ))}
          {told.length > ROWS && <li class="quiet">{fill(words.moreFiles, { n: told.length - ROWS })}</li>}
        </ul>
      )}
    </li>
  );
}

function stateOf({ state, rows }: Item): string {
  const [only] = rows;
  return rows.length === 1 && only !== undefined && state !== 'sending' ? outcomeOf(only) : t().writing.add.states[state];
}

function outcomeOf(row: Outcome): string {
  const outcomes: Partial<Record<string, string>> = t().writing.add.outcomes;
  const word = outcomes[row.outcome] ?? row.outcome;
  return row.outcome === 'new' || row.outcome === 'edition' ? `${word}${t().list}${counted(row.claims ?? 0, 'claim')}` : word;
}
