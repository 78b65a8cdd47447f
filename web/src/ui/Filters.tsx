import { counted, fill, t } from '../messages';
import { useState } from 'preact/hooks';
import { isoOf } from '../days';
import { FACETS, RANGES, changed, isAsked, toggled } from '../filters';
import type { Choice, DayName, FacetName } from '../filters';
import type { Page } from '../page';
import { cutName, valueWords } from '../words';
import { DayInput } from './DayInput';
import { SideTool } from './SideTool';

const FEW = 6; // values shown at once

/** Which claims are shown: the values of each facet with the claims that they would keep. */
export function Filters({ page, close }: { page: Page; close: () => void }) {
  const words = t().analysis.filters;
  const filter = page.filter.value;
  const choices = page.sieve().choices(filter, page.knownDay.value);
  const set = (name: DayName, day: string): void => {
    page.filter.value = changed(filter, name, day);
  };
  const choose = (name: FacetName, value: string): void => {
    page.filter.value = toggled(filter, name, value);
  };
  return (
    <SideTool page={page} name="filters" title={words.tool} close={close}>
      <p class="quiet">{words.note}</p>
      {isAsked(filter) && (
        <button type="button" onClick={() => (page.filter.value = {})}>
          {words.clear}
        </button>
      )}
      {FACETS.map((name) => (
        <Facet key={name} name={name} choices={choices[name]} choose={(value) => choose(name, value)} />
      ))}
      <Days page={page} set={set} />
    </SideTool>
  );
}

interface Given {
  name: FacetName;
  choices: Choice[];
  choose: (value: string) => void;
}

/** Values of which one is enough. */
function Facet({ name, choices, choose }: Given) {
  const words = t().analysis.filters;
  const [most, setMost] = useState(FEW);
  const listed = choices.filter(({ chosen }, index) => chosen || index < most);
  const id = `facet-${name}`;
  return (
    <div class="facet" role="group" aria-labelledby={id}>
      <h3 id={id}>{words.names[name]}</h3>
      {name === 'claimer' && (
        <input
          type="search"
          placeholder={words.contains}
          aria-label={words.contains}
          maxLength={200}
          onChange={(event) => {
            const words = event.currentTarget.value.trim();
            event.currentTarget.value = '';
            if (words !== '' && !choices.some(({ value, chosen }) => chosen && value.toLowerCase() === words.toLowerCase())) choose(words);
          }}
        />
      )}
      {choices.length === 0 && <p class="quiet">{words.none}</p>}
      <ul>
        {listed.map(({ value, count, chosen }) => (
          <li key={value}>
            <button type="button" aria-pressed={chosen} onClick={() => choose(value)}>
              <bdi>{cutName(valueWords(name, value)).replaceAll('_', ' ')}</bdi>
              <span class="number" aria-label={counted(count, 'claim')}>
                {count.toLocaleString(t().locale)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {choices.length > listed.length && (
        <button type="button" class="plain" onClick={() => setMost(most + 20)}>
          {fill(words.more, { n: choices.length - listed.length })}
        </button>
      )}
    </div>
  );
}

/** The days that claims speak of, and those on which they were published: each from one to another. */
function Days({ page, set }: { page: Page; set: (name: DayName, day: string) => void }) {
  const words = t().analysis.filters;
  const { first, last } = page.data.meta;
  const filter = page.filter.value;
  const early = isoOf(first - 3660);
  const field = (name: DayName, label: string, least: string, most: string) => (
    <label>
      {label}
      <DayInput value={filter[name] ?? ''} least={least} most={most} set={(day) => set(name, day)} />
    </label>
  );
  return (
    <>
      {RANGES.map(([since, until]) => (
        <div class="facet" role="group" aria-labelledby={`facet-${since}`} key={since}>
          <h3 id={`facet-${since}`}>{since === 'since' ? words.days : words.daysPublished}</h3>
          <div class="from-to">
            {field(since, words.names.since, early, filter[until] ?? isoOf(last))}
            {field(until, words.names.until, filter[since] ?? early, isoOf(last))}
          </div>
        </div>
      ))}
    </>
  );
}
