import { counted, direction, fill, named, t } from '../messages';
import { useState } from 'preact/hooks';
import { MOST_GROUPS } from '../compare';
import type { Group } from '../compare';
import { groupWords } from '../compared';
import { longOf } from '../days';
import type { Page } from '../page';
import { WINDOW } from '../positions';
import { Recorded } from '../recorded';
import { isKnown, sinceOf } from '../since';
import { isDivided, seriesOf } from '../voices';
import type { Said, Statement, Voiced } from '../voices';
import { colourOfPosition, cutName, positionWords } from '../words';

const FEW = 30; // places of a kind shown at once
const STANDS = ['differ', 'agree', 'alone'] as const;

/** Groups of claimers, and what each last said of every place. */
export function CompareGroups({ page, groups }: { page: Page; groups: readonly Group[] }) {
  const words = t().analysis.compare;
  const found = page.voiced.value ?? [];
  const set = (next: readonly Group[]): void => {
    page.compare.value = { kind: 'groups', groups: next };
  };
  return (
    <>
      {groups.map((group, index) => (
        <GroupField
          key={index}
          page={page}
          name={fill(words.groupName, { n: index + 1 })}
          group={group}
          set={(one) => set(groups.map((old, at) => (at === index ? one : old)))}
          remove={groups.length > 2 ? () => set(groups.filter((_, at) => at !== index)) : null}
        />
      ))}
      {groups.length < MOST_GROUPS && (
        <button type="button" onClick={() => set([...groups, { kind: 'claimers', names: [] }])}>
          {words.add}
        </button>
      )}
      <p class="quiet note">{fill(words.note, { days: counted(WINDOW, 'day') })}</p>
      {found.length === 0 && <p class="quiet">{page.kept.value === null && page.data.meta.filters === undefined ? words.nobody : words.nobodyKept}</p>}
      {STANDS.map((stand) => (
        <OfStand key={stand} page={page} stand={stand} groups={groups} found={found.filter((one) => one.stand === stand)} />
      ))}
    </>
  );
}

interface Given {
  page: Page;
  name: string;
  group: Group;
  set: (group: Group) => void;
  remove: (() => void) | null;
}

function GroupField({ page, name, group, set, remove }: Given) {
  const words = t().analysis.compare;
  const { facets } = page.data;
  const since = sinceOf(facets, facets.side);
  const isOffered = (side: string): boolean => isKnown(since, side, page.knownDay.value) || (group.kind === 'side' && group.side === side);
  const value = group.kind === 'side' ? `side:${group.side}` : group.kind;
  const choose = (text: string): Group =>
    text === 'none' ? { kind: 'none' } : text === 'claimers' ? { kind: 'claimers', names: [] } : { kind: 'side', side: text.slice(5) };
  return (
    <fieldset class="group">
      <legend>{name}</legend>
      <div class="row">
        <select aria-label={name} value={value} onChange={(event) => set(choose(event.currentTarget.value))}>
          {facets.side.values.filter(isOffered).map((one) => (
            <option key={one} value={`side:${one}`}>
              {fill(words.side, { name: named(one) })}
            </option>
          ))}
          <option value="none">{words.none}</option>
          <option value="claimers">{words.chosen}</option>
        </select>
        {remove !== null && (
          <button type="button" class="round small" aria-label={fill(words.remove, { name })} onClick={remove}>
            ×
          </button>
        )}
      </div>
      {group.kind === 'claimers' && <Chosen page={page} name={name} names={group.names} set={(names) => set({ kind: 'claimers', names })} />}
    </fieldset>
  );
}

interface ChosenGiven {
  page: Page;
  name: string;
  names: readonly string[];
  set: (names: readonly string[]) => void;
}

function Chosen({ page, name, names, set }: ChosenGiven) {
  const words = t().analysis.compare;
  const { facets } = page.data;
  const values = facets.claimer.values.filter((one) => isKnown(sinceOf(facets, facets.claimer), one, page.knownDay.value));
  const list = `claimers-${name.replaceAll(/\W/g, '-')}`;
  return (
    <>
      <ul class="chosen">
        {names.map((one) => (
          <li key={one}>
            <bdi>{cutName(one)}</bdi>
            <button type="button" aria-label={fill(words.drop, { name: named(one) })} onClick={() => set(names.filter((other) => other !== one))}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <input
        type="search"
        list={list}
        aria-label={`${name}: ${words.choose}`}
        placeholder={words.choose}
        onInput={(event) => {
          const given = event.currentTarget.value;
          if (!values.includes(given) || names.includes(given)) return;
          set([...names, given]);
          event.currentTarget.value = '';
        }}
      />
      <datalist id={list}>
        {values.slice(0, 500).map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}

function OfStand({ page, stand, groups, found }: { page: Page; stand: Voiced['stand']; groups: readonly Group[]; found: Voiced[] }) {
  const words = t().analysis.compare;
  const [most, setMost] = useState(FEW);
  if (found.length === 0) return null;
  return (
    <details class={`turns ${stand}`} open={stand === 'differ'}>
      <summary>
        {words.stands[stand]} <span class="quiet">{counted(found.length, 'place')}</span>
      </summary>
      <ul>
        {found.slice(0, most).map((one) => (
          <li key={one.place}>
            <button type="button" aria-current={page.index.value === one.place ? 'true' : undefined} onClick={() => page.seek(one.place)}>
              <bdi>{cutName(page.data.places[one.place]?.name ?? '')}</bdi>
              {one.said.map((said, index) => (
                <SaidLines key={index} page={page} group={groups[index] as Group} said={said} />
              ))}
            </button>
            <Series page={page} place={one.place} groups={groups} />
          </li>
        ))}
      </ul>
      {found.length > most && (
        <button type="button" class="plain" onClick={() => setMost(most + 100)}>
          {fill(words.more, { n: found.length - most })}
        </button>
      )}
    </details>
  );
}

/** All that each group said of a place, day by day; worked out when it is opened. */
function Series({ page, place, groups }: { page: Page; place: number; groups: readonly Group[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="series" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t().analysis.compare.series}</summary>
      {open &&
        groups.map((group, index) => (
          <div key={index}>
            <h5>
              <bdi dir={direction()}>{cutName(groupWords(group))}</bdi>
            </h5>
            <StatementList page={page} statements={seriesOf(page.data, group, place, page.view.value, page.kept.value)} whose={group.kind !== 'claimers' || group.names.length > 1} />
          </div>
        ))}
    </details>
  );
}

function StatementList({ page, statements, whose }: { page: Page; statements: readonly Statement[]; whose: boolean }) {
  if (statements.length === 0) return <p class="quiet">{t().analysis.compare.silent}</p>;
  return (
    <ol>
      {statements.map((one, index) => (
        <li key={index}>
          <small>{longOf(one.day)}</small> {saidWords(page, one)}
          {whose && one.claimer !== null && (
            <>
              {' · '}
              <Recorded words={cutName(one.claimer)} />
            </>
          )}
          {one.claims > 1 && <small> · {counted(one.claims, 'claim')}</small>}
        </li>
      ))}
    </ol>
  );
}

/** Each position of a group, with the colour of whom it is said of. */
function SaidLines({ page, group, said }: { page: Page; group: Group; said: Said[] }) {
  return (
    <span class="said">
      <small>
        <bdi dir={direction()}>{cutName(groupWords(group))}</bdi>
      </small>
      {said.length === 0 && <span class="quiet">{t().analysis.compare.silent}</span>}
      {said.map((one, index) => (
        <span key={index} class="stance" style={{ '--party': colourOfPosition(one.says, page.data.parties) }}>
          {saidWords(page, one)} <small>{longOf(one.day)}</small>
          {one.against && <span class="badge against">{t().claims.against}</span>}
        </span>
      ))}
      {isDivided(page.data, said) && <span class="flag">{t().positions.contradict}</span>}
    </span>
  );
}

const saidWords = (page: Page, { actor, ...said }: Said): string =>
  cutName(positionWords({ ...said, ...(actor === null ? {} : { actor }) }, page.data.parties));
