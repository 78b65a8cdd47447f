import { longOf, stretchOf } from '../days';
import { asidesOf, laterWords, setAside } from '../aside';
import type { Aside } from '../aside';
import type { View } from '../histories';
import type { ClaimRow } from '../types';
import { actWords, claimerOf, cutAt, figureRange } from '../words';

/** Only pages of the web are linked; anything else that stands in a report's address is shown as text. */
const linkOf = (address: string | undefined): string | null =>
  address !== undefined && /^https?:\/\//i.test(address) ? address : null;

export function ClaimItem({ claim, view }: { claim: ClaimRow; view: View }) {
  const [before, trigger, after] = cutAt(claim.quote, claim.trigger);
  const later = laterWords(claim, view.on);
  const when = stretchOf(claim.start, claim.end);
  return (
    <li class={setAside(claim, view.known) ? 'claim aside' : 'claim'} id={`claim-${claim.id}`}>
      <p class="says">
        <span>
          <bdi>{claimerOf(claim)}</bdi> {claim.claimer === undefined && claim.unnamed !== true ? 'reports' : 'says'}
        </span>
        <span class="act">
          <bdi>{actWords(claim)}</bdi>
        </span>
      </p>
      {later !== null && <p class="later">Hindsight: {later}</p>}
      {asidesOf(claim, view.known).map((aside) => (
        <AsideLine key={aside.head} aside={aside} />
      ))}
      <blockquote dir="auto">
        {claim.before !== undefined && <span class="context">{claim.before} </span>}
        <mark>
          {before}
          {trigger !== '' && <b>{trigger}</b>}
          {after}
        </mark>
        {claim.after !== undefined && <span class="context"> {claim.after}</span>}
      </blockquote>
      <Badges claim={claim} />
      {claim.figures !== undefined && (
        <ul class="figures">
          {claim.figures.map((figure) => (
            <li key={figure.text} title={`In the words of the report: ${figure.text}`}>
              {figureRange(figure)} {figure.who ?? ''} {figure.kind} <q dir="auto">{figure.text}</q>
            </li>
          ))}
        </ul>
      )}
      <p class="from">
        {when !== null && <span>{claim.dated === true ? `Happened ${when}` : `Happened ${when} (day of the report; no day is said)`}</span>}
        <Outlet claim={claim} />
      </p>
    </li>
  );
}

function AsideLine({ aside }: { aside: Aside }) {
  const Words = aside.kind === 'quote' ? 'q' : 'bdi';
  return (
    <p class={aside.against ? 'flag against' : 'flag'}>
      <bdi>{aside.head}</bdi>
      {aside.words !== null && (
        <>
          {'. '}
          {aside.kind === 'reason' && 'Reason: '}
          <Words dir="auto">{aside.words}</Words>
        </>
      )}
    </p>
  );
}

function Badges({ claim }: { claim: ClaimRow }) {
  const badges = [
    claim.factuality !== 'certain' && claim.factuality,
    claim.unverified === true && 'unverified, says the report',
    claim.precision !== 'exact' && `${claim.precision} only`,
    claim.inferred === true && 'place inferred from the context',
    claim.side !== undefined && `side: ${claim.side}`,
  ].filter((badge) => badge !== false);
  return (
    <p class="badges">
      {claim.against === true && <span class="badge against">against own interest</span>}
      {claim.own === true && <span class="badge own">in own interest</span>}
      {badges.map((badge) => (
        <span class="badge" key={badge}>
          <bdi>{badge}</bdi>
        </span>
      ))}
    </p>
  );
}

function Outlet({ claim }: { claim: ClaimRow }) {
  const link = linkOf(claim.address);
  const title = claim.title ?? claim.report ?? 'report';
  return (
    <span>
      <bdi>{claim.outlet ?? 'outlet not known'}</bdi>
      {claim.relay !== undefined && (
        <>
          , carried by <bdi>{claim.relay}</bdi>
        </>
      )}
      {', '}
      {claim.published === undefined ? `known from ${longOf(claim.known)}` : longOf(claim.published)}
      {': '}
      {link === null ? (
        <bdi>{title}</bdi>
      ) : (
        <a href={link} rel="noreferrer noopener" target="_blank">
          <bdi>{title}</bdi>
        </a>
      )}
    </span>
  );
}
