import { longOf } from '../days';
import { counted, fill, t } from '../messages';
import { setAside } from '../aside';
import type { Page } from '../page';
import type { PagePlace } from '../types';
import { ClaimItem } from './ClaimItem';
import { JudgeButtons } from './writing/JudgeButtons';

/** What was said of a place, newest first, as far as it was known. */
export function Claims({ page, part }: { page: Page; part: PagePlace }) {
  const view = page.view.value;
  const claims = part.claims.filter((claim) => claim.known <= view.known);
  const later = part.claims.filter((claim) => claim.known > view.known);
  const dateless = later.filter((claim) => claim.published === undefined);
  const aside = claims.filter((claim) => setAside(claim, view.known)).length;
  return (
    <section>
      <h3>
        {t().claims.title} <span class="quiet">{fill(t().claims.newest, { claims: counted(claims.length, 'claim') })}</span>
      </h3>
      {claims.length === 0 && <p class="quiet">{part.left_out > 0 ? t().claims.nothingKept : t().claims.nothing}</p>}
      {later.length > dateless.length && (
        <p class="quiet">{fill(t().claims.later, { claims: counted(later.length - dateless.length, 'laterClaim') })}</p>
      )}
      {dateless.length > 0 && (
        <p class="quiet">
          {fill(t().claims.dateless, { claims: counted(dateless.length, 'claim'), day: longOf(Math.min(...dateless.map(({ known }) => known))) })}
        </p>
      )}
      {aside > 0 && <p class="quiet">{fill(t().claims.aside, { claims: counted(aside, 'claim') })}</p>}
      <ol class="claims">
        {claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} view={view}>
            <JudgeButtons page={page} claim={claim} />
          </ClaimItem>
        ))}
      </ol>
    </section>
  );
}
