import { t } from '../messages';
import { useState } from 'preact/hooks';
import { cellAt } from '../histories';
import type { Page } from '../page';
import { findPlaces, nearPlaces } from '../search';
import { markOf } from '../symbology';
import type { PlaceRow } from '../types';
import { wordIn } from '../words';
import { MarkIcon } from './MarkIcon';

/** Its province, and its kind where it is no settlement or another that is found has its name. */
function whereWords(row: PlaceRow | undefined, found: readonly (PlaceRow | undefined)[]): string {
  if (row === undefined) return '';
  const shared = found.filter((one) => one?.name === row.name).length > 1;
  const kind = shared || row.kind !== 'settlement' ? wordIn(t().dossier.kinds, row.kind) : '';
  return [kind, row.province ?? ''].filter((part) => part !== '').join(t().list);
}

/** A place by its name; where nothing is called so, by names that are spelt nearly so. */
export function Search({ page }: { page: Page }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const called = findPlaces(page.data.places, text);
  const found = called.length > 0 ? called : nearPlaces(page.data.places, text);
  const choose = (place: number | undefined): void => {
    if (place === undefined) return;
    page.seek(place);
    setText('');
    (document.activeElement as HTMLElement | null)?.blur();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') choose(found[at]);
    else if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
    else if (event.key === 'Escape') setText('');
    else if (event.key === '/' && text === '') return event.preventDefault(); // the key that leads here
    else return;
    event.preventDefault();
  };
  const open = text.trim() !== '';
  return (
    <div class="search">
      <input
        id="search"
        type="search"
        role="combobox"
        list={undefined}
        placeholder={t().header.find}
        aria-label={t().header.find}
        aria-expanded={open}
        aria-controls="found"
        aria-activedescendant={open && found.length > 0 ? `found-${at}` : undefined}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {open && (
        <ul id="found" role="listbox" aria-label={t().header.places}>
          {called.length === 0 && (
            <li class="none" role="option" aria-disabled="true" aria-selected="false">
              {found.length > 0 ? t().header.near : t().header.none}
            </li>
          )}
          {found.map((place, index) => (
            <li
              id={`found-${index}`}
              key={place}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(place);
              }}
            >
              <MarkIcon mark={markOf(cellAt(page.data, page.view.value, place), page.data.parties)} size={16} />
              <bdi>{page.data.places[place]?.name}</bdi>
              <small>
                <bdi>{whereWords(page.data.places[place], found.map((one) => page.data.places[one]))}</bdi>
              </small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
