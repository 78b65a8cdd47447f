import { Filled, direction, fill, named, t } from '../../messages';
import { valueWords } from '../../words';
import type { FieldName } from '../../writing/desk';
import type { Standing } from '../../writing/standing';

const STATES = { 'in force': 'inForce', replaced: 'replaced', 'taken back': 'takenBack' } as const;

const momentOf = (at: string): string => at.slice(0, 16).replace('T', ' ');

/** A judgement: what, when, by whom, why. */
export function JudgedLine({ one }: { one: Standing }) {
  const { row, state } = one;
  const words = t().writing.list;
  const amended = Object.entries(row.amended ?? {});
  return (
    <>
      <p class="what">
        <b>{words.words[row.verdict]}</b>
        {state !== null && <span class={`badge ${state === 'in force' ? 'against' : ''}`}>{words[STATES[state]]}</span>}
        <span class="quiet">
          {row.by === undefined ? '' : row.by === null ? words.unsigned : <Filled sentence={words.by} given={{ name: <bdi>{row.by}</bdi> }} />} <time dateTime={row.at}>{momentOf(row.at)} UTC</time>
        </span>
      </p>
      {amended.length > 0 && (
        <ul class="amended">
          {amended.map(([name, value]) => (
            <li key={name}>
              <bdi dir={direction()}>{fill(t().state.plain, { head: t().writing.fields[name as FieldName] ?? name, rest: named(valueWords(name, value)) })}</bdi>
            </li>
          ))}
        </ul>
      )}
      <p>
        <span class="quiet">{words.reason}</span> <bdi dir="auto">{row.reason}</bdi>
      </p>
    </>
  );
}
