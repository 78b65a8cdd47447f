import { useState } from 'preact/hooks';
import { embedAddress, snippetOf } from '../embed';
import { t } from '../messages';
import type { Page } from '../page';
import { Copy } from './Copy';

/** The HTML that shows the map in another page. */
export function EmbedSnippet({ page }: { page: Page }) {
  const [follows, setFollows] = useState(false);
  const address = embedAddress(page, location, follows);
  const { embed } = t();
  return (
    <>
      <h3>{embed.title}</h3>
      <label class="check">
        <input type="checkbox" checked={follows} onChange={(event) => setFollows(event.currentTarget.checked)} />
        {embed.follow}
      </label>
      <Copy label={embed.snippet} words={snippetOf(address, page.data.meta.title)} rows={5} button={embed.copy}>
        <a href={address} target="_blank" rel="noopener">
          {embed.look}
        </a>
      </Copy>
    </>
  );
}
