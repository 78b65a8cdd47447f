import { t } from '../messages';
import { useState } from 'preact/hooks';
import type { Page } from '../page';
import { toggle } from '../keys';
import { findPlaces } from '../search';
import { cellAt } from '../histories';
import { markOf } from '../symbology';
import { toolsOf } from '../tools';
import type { Tool } from '../tools';
import { Languages } from './Languages';
import { MarkIcon } from './MarkIcon';

export function Header({ page }: { page: Page }) {
  const tab = (name: 'map' | 'table', label: string) => (
    <button
      type="button"
      aria-pressed={page.pane.value === name && !(name === 'map' && page.mapFails.value !== null)}
      disabled={name === 'map' && page.mapFails.value !== null}
      onClick={() => {
        page.pane.value = name;
      }}
    >
      {label}
    </button>
  );
  return (
    <header class="header">
      <h1 dir="auto">
        <bdi>{page.data.meta.title}</bdi>
      </h1>
      <Search page={page} />
      <div class="segmented" role="group" aria-label={t().header.view}>
        {tab('map', t().header.map)}
        {tab('table', t().header.table)}
      </div>
      <Languages page={page} />
      {toolsOf(page).map(
        (tool) =>
          tool.hidden !== true && (
            <ToolButton key={tool.name} tool={tool} shown={page.side.value === tool.name} open={() => toggle(page, tool.name)} />
          ),
      )}
    </header>
  );
}

function ToolButton({ tool, shown, open }: { tool: Tool; shown: boolean; open: () => void }) {
  const { label, title, key, round, side } = tool;
  const named = round === true ? { class: 'round', 'aria-label': title() } : {};
  return (
    <button
      type="button"
      data-tool={tool.name}
      {...(side === true ? { 'aria-expanded': shown } : { 'aria-haspopup': 'dialog' as const })}
      {...named}
      title={key === undefined ? title() : `${title()} (${key})`}
      onClick={open}
    >
      {label()}
    </button>
  );
}

function Search({ page }: { page: Page }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = findPlaces(page.data.places, text);
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
                <bdi>{page.data.places[place]?.province}</bdi>
              </small>
            </li>
          ))}
          {found.length === 0 && <li class="none" role="option" aria-disabled="true" aria-selected="false">
              {t().header.none}
            </li>}
        </ul>
      )}
    </div>
  );
}
