import { useEffect, useRef, useState } from 'preact/hooks';
import { bibtexOf, citationOf, citedOf, risOf } from '../citation';
import type { Cited } from '../citation';
import { longOf } from '../days';
import { fill, t } from '../messages';
import type { Page } from '../page';
import { queryOf } from '../take/asked';
import { filterWords } from '../take/told';
import { Copy } from './Copy';
import { EmbedSnippet } from './EmbedSnippet';

const FORMS = { text: citationOf, bibtex: bibtexOf, ris: risOf };
type Form = keyof typeof FORMS;

/** The words to cite what is shown, the link to it, and what names it. */
export function Cite({ page, close }: { page: Page; close: () => void }) {
  const box = useRef<HTMLDialogElement>(null);
  const [form, setForm] = useState<Form>('text');
  const [now] = useState(() => new Date());
  useEffect(() => box.current?.showModal(), []);
  const cited = citedOf(page, location, now);
  const { cite, app } = t();
  const served = page.host.served !== undefined;
  return (
    <dialog class="help cite" ref={box} onClose={close} aria-labelledby="cite-title">
      <button type="button" class="round close" aria-label={app.close} onClick={close}>
        ×
      </button>
      <h2 id="cite-title">{cite.title}</h2>
      <div class="segmented" role="group" aria-label={cite.form}>
        {(Object.keys(FORMS) as Form[]).map((name) => (
          <button key={name} type="button" aria-pressed={form === name} onClick={() => setForm(name)}>
            {cite.forms[name]}
          </button>
        ))}
      </div>
      <Copy key={form} label={cite.citation} words={FORMS[form](cited)} rows={9} button={cite.copy} first />
      <h3>{cite.link}</h3>
      <Copy label={cite.link} words={cited.link} button={cite.copyLink} />
      <p class="quiet">{served ? fill(cite.holdsServed, { ledger: page.data.meta.recorded }) : cite.holdsFile}</p>
      <h3>{cite.named}</h3>
      <Names page={page} cited={cited} />
      {served && <EmbedSnippet page={page} />}
    </dialog>
  );
}

function Names({ page, cited }: { page: Page; cited: Cited }) {
  const { cite } = t();
  const { meta } = page.data;
  const { on, known } = page.view.value;
  const rows: [string, string][] = [
    [cite.read, `${cited.read} ${cited.time} UTC`],
    [cite.on, longOf(on)],
    [cite.known, longOf(known)],
    [cite.ledger, `${meta.recorded}`],
    [cite.method, meta.method],
    [cite.filters, filterWords(page.data, queryOf(page)) || cite.none],
    [cite.hash, meta.data_sha256],
  ];
  return (
    <>
      <dl class="names">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet">{cite.hashMeans}</p>
    </>
  );
}
