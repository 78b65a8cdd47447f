import { useEffect, useRef, useState } from 'preact/hooks';
import { Filled, direction, fill, t } from '../messages';
import type { Page } from '../page';
import { namedOf } from '../take/asked';
import type { Form, Offer, Served } from '../take/offers';
import { toldOf } from '../take/told';
import { Animation } from './Animation';

const GROUPS: [key: 'pictures' | 'page' | 'words' | 'tables', forms: Form[]][] = [
  ['pictures', ['png', 'svg']],
  ['page', ['html']],
  ['words', ['brief']],
  ['tables', ['states', 'claims', 'geojson']],
];

/** All forms in which what is shown can be taken away; those that this page cannot give are not shown. */
export function Download({ page, close }: { page: Page; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [told, setTold] = useState('');
  const [pixels, setPixels] = useState(true);
  useEffect(() => {
    box.current?.showModal();
    void page.host.served?.(page).pixels().then(setPixels);
  }, []);
  const offers = page.host.offers(page).filter(({ form }) => pixels || form !== 'png');
  const served = page.host.served?.(page);
  const words = toldOf(page.data, namedOf(page));
  const { take, app } = t();
  return (
    <dialog class="help download" ref={box} onClose={close} aria-labelledby="download-title">
      <button type="button" class="round close" aria-label={app.close} onClick={close}>
        ×
      </button>
      <h2 id="download-title">{take.title}</h2>
      <p class="shown">
        <b>{words.clocks}.</b> <bdi dir={direction()}>{words.asked || take.all}</bdi>
      </p>
      {GROUPS.map(([key, forms]) => (
        <section key={key}>
          <h3>{take[key]}</h3>
          <ul class="forms">
            {offers
              .filter(({ form }) => forms.includes(form))
              .map((offer) => (
                <OfferLine key={offer.form} offer={offer} tell={setTold} />
              ))}
          </ul>
        </section>
      ))}
      {!pixels && <p class="flag">{take.noPixels}</p>}
      {served !== undefined && pixels && <Animation page={page} served={served} />}
      {served !== undefined && <Feeds page={page} served={served} />}
      <p class="quiet">{take.wholeMap}</p>
      <p class="saved" role="status">
        {told}
      </p>
    </dialog>
  );
}

function OfferLine({ offer, tell }: { offer: Offer; tell: (words: string) => void }) {
  const [label, meaning] = t().take.forms[offer.form] as [string, string];
  return (
    <li>
      {'href' in offer ? (
        <a class="button" href={offer.href} download={offer.name}>
          {label}
        </a>
      ) : (
        <button type="button" onClick={() => void save(offer.name, offer.make, tell)}>
          {label}
        </button>
      )}
      <span>
        {meaning}
        {offer.form === 'html' && <small>{` ${t().take.whole}`}</small>}
      </span>
    </li>
  );
}

/** Hands a file that the page makes to the browser. */
async function save(name: string, make: () => Blob | Promise<Blob>, tell: (words: string) => void): Promise<void> {
  tell(t().take.working);
  try {
    const address = URL.createObjectURL(await make());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(fill(t().take.done, { name }));
  } catch {
    tell(t().take.failed);
  }
}

function Feeds({ page, served }: { page: Page; served: Served }) {
  const { take } = t();
  const place = page.data.places[page.index.value ?? -1];
  const line = (sentence: string, id: string | null, name?: string) => {
    const feeds = served.feeds(id);
    const given = { atom: <a href={feeds.atom}>Atom</a>, json: <a href={feeds.json}>JSON Feed</a>, place: <bdi>{name}</bdi> };
    return (
      <p>
        <Filled sentence={sentence} given={given} />
      </p>
    );
  };
  return (
    <section>
      <h3>{take.follow}</h3>
      {line(take.feeds, null)}
      {place !== undefined && line(take.feedsHere, place.id, place.name)}
    </section>
  );
}
