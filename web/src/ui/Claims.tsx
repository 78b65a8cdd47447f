import { setAside } from '../aside';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { plural } from '../words';
import { ClaimItem } from './ClaimItem';

/** What was said of a place, newest first, as far as it was known. */
export function Claims({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const claims = part.claims.filter((claim) => claim.known <= view.known);
  const aside = claims.filter((claim) => setAside(claim, view.known)).length;
  return (
    <section>
      <h3>
        What was said <span class="quiet">{plural(claims.length, 'claim')}, newest first</span>
      </h3>
      {claims.length === 0 && <p class="quiet">Nothing had been published on this place by the day of knowledge.</p>}
      {part.claims.length > claims.length && (
        <p class="quiet">{plural(part.claims.length - claims.length, 'later claim')} not shown: published after the day of knowledge.</p>
      )}
      {aside > 0 && <p class="quiet">{plural(aside, 'claim')} marked as retracted or rejected: no evidence in the sum.</p>}
      <ol class="claims">
        {claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} view={view} />
        ))}
      </ol>
    </section>
  );
}
