import { useEffect } from 'preact/hooks';
import { t } from '../messages';
import type { Page } from '../page';
import { toggle } from '../keys';
import { toolsOf } from '../tools';
import { titleWords } from '../words';
import type { Tool } from '../tools';
import { Languages } from './Languages';
import { Search } from './Search';

export function Header({ page }: { page: Page }) {
  const title = titleWords(page.data.meta.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
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
        <bdi>{title}</bdi>
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
