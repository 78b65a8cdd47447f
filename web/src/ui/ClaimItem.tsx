import { Filled, direction, fill, named, t } from '../messages';
import type { ComponentChildren } from 'preact';
import { longOf, stretchOf } from '../days';
import { asidesOf, laterWords, setAside } from '../aside';
import type { Aside } from '../aside';
import type { View } from '../histories';
import { Recorded, shownSigns, tongueOf } from '../recorded';
import type { ClaimRow, FigureRow } from '../types';
import { actWords, claimerOf, cutAt, figureRange, saysOf, wordIn } from '../words';

/** Only pages of the web are linked; anything else that stands in a report's address is shown as text. */
const linkOf = (address: string | undefined): string | null =>
  address !== undefined && /^https?:\/\//i.test(address) ? address : null;

/** A claim; what can be done with it stands below, as children. */
export function ClaimItem({ claim, view, children }: { claim: ClaimRow; view: View; children?: ComponentChildren }) {
  const [before, trigger, after] = cutAt(claim.quote, claim.trigger);
  const later = laterWords(claim, view.on);
  const when = stretchOf(claim.start, claim.end);
  return (
    <li class={setAside(claim, view.known) ? 'claim aside' : 'claim'} id={`claim-${claim.id}`} tabIndex={-1}>
      <p class="says">
        <span>
          <Filled sentence={saysOf(claim)} given={{ who: <Claimer claim={claim} /> }} />
        </span>
        <span class="act">
          <bdi dir={direction()}>{actWords(claim)}</bdi>
        </span>
      </p>
      {later !== null && <p class="later">{fill(t().claims.hindsight, { words: later })}</p>}
      {asidesOf(claim, view.known).map((aside) => (
        <AsideLine key={aside.head} aside={aside} />
      ))}
      <blockquote dir="auto" {...tongueOf(claim.quote)}>
        {claim.before !== undefined && <span class="context">{shownSigns(claim.before)} </span>}
        <mark>
          {shownSigns(before)}
          {trigger !== '' && <b>{shownSigns(trigger)}</b>}
          {shownSigns(after)}
        </mark>
        {claim.after !== undefined && <span class="context"> {shownSigns(claim.after)}</span>}
      </blockquote>
      <Badges claim={claim} />
      {claim.figures !== undefined && (
        <ul class="figures">
          {claim.figures.map((figure) => (
            <li key={figure.text} title={fill(t().claims.inWords, { words: figure.text })}>
              {figureRange(figure)}{' '}
              <Counted figure={figure} /> <q dir="auto" {...tongueOf(figure.text)}>{figure.text}</q>
            </li>
          ))}
        </ul>
      )}
      <p class="from">
        {when === null && claim.published === undefined && <span>{t().claims.noDay}</span>}
        {when !== null && <span>{fill(claim.dated === true ? t().claims.happened : t().claims.undated, { when })}</span>}
        <Outlet claim={claim} />
      </p>
      {children}
    </li>
  );
}

/** Who says it: words of the report, or those of the page where nobody is named. */
export const Claimer = ({ claim }: { claim: ClaimRow }) =>
  claim.claimer === undefined && (claim.unnamed === true || claim.outlet === undefined) ? <bdi>{claimerOf(claim)}</bdi> : <Recorded words={claimerOf(claim)} />;

function Counted({ figure: { who, kind } }: { figure: FigureRow }) {
  return (
    <>
      {who !== null && <Recorded words={who} />} {wordIn(t().terms.figures, kind)}
    </>
  );
}

function AsideLine({ aside }: { aside: Aside }) {
  const Words = aside.kind === 'quote' ? 'q' : 'bdi';
  return (
    <p class={aside.against ? 'flag against' : 'flag'}>
      <bdi dir={direction()}>{aside.head}</bdi>
      {aside.words !== null && (
        <>
          {'. '}
          {aside.kind === 'reason' && `${t().claims.reason} `}
          <Words dir="auto" {...(aside.kind === 'quote' ? tongueOf(aside.words) : {})}>{aside.words}</Words>
        </>
      )}
    </p>
  );
}

function Badges({ claim }: { claim: ClaimRow }) {
  const words = t().claims;
  const badges = [
    claim.factuality !== 'certain' && wordIn(words.factuality, claim.factuality),
    claim.unverified === true && words.unverified,
    claim.precision !== 'exact' && wordIn(words.precision, claim.precision),
    claim.inferred === true && words.inferred,
    claim.beside !== undefined && fill(words.beside, { party: named(claim.beside) }),
    claim.side !== undefined && fill(words.side, { side: named(claim.side) }),
  ].filter((badge) => badge !== false);
  return (
    <p class="badges">
      {claim.against === true && <span class="badge against">{words.against}</span>}
      {claim.own === true && <span class="badge own">{words.own}</span>}
      {badges.map((badge) => (
        <span class="badge" key={badge}>
          <bdi dir={direction()}>{badge}</bdi>
        </span>
      ))}
    </p>
  );
}

function Outlet({ claim }: { claim: ClaimRow }) {
  const link = linkOf(claim.address);
  const recorded = claim.title ?? claim.report;
  const title = recorded === undefined ? t().claims.untitled : <Recorded words={recorded} />;
  const outlet = claim.outlet === undefined ? t().claims.noOutlet : <Recorded words={claim.outlet} />;
  return (
    <span>
      {claim.relay === undefined ? (
        outlet
      ) : (
        <Filled sentence={t().claims.carried} given={{ outlet, relay: <Recorded words={claim.relay} /> }} />
      )}
      {t().list}
      {claim.published === undefined ? fill(t().claims.knownFrom, { day: longOf(claim.known) }) : longOf(claim.published)}
      {': '}
      {link === null ? (
        title
      ) : (
        <a href={link} rel="noreferrer noopener" target="_blank">
          {title}
        </a>
      )}
    </span>
  );
}
