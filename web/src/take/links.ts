// Downloads as links to the server that gives the page.
import { lastKnown } from '../known';
import type { Page } from '../page';
import { clocksOf, fileName, namedOf, pairsOf, queryOf } from './asked';
import type { Query } from './asked';
import type { Offer, Served } from './offers';

const address = (path: string, query: Query): string => `${path}?${new URLSearchParams(pairsOf(query)).toString()}`;

export function linksOf(page: Page): Offer[] {
  const named = namedOf(page);
  const asked = { ...clocksOf(page), ...named.filters };
  const titled = { ...asked, title: page.data.meta.title.slice(0, 200) || '–' };
  const { recorded } = named;
  return [
    { form: 'png', name: `${fileName('map', named)}.png`, href: address('api/map.png', titled) },
    { form: 'svg', name: `${fileName('map', named)}.svg`, href: address('api/map.svg', titled) },
    { form: 'html', name: `map_ledger-${recorded}.html`, href: address('map.html', pageOf(page)) },
    { form: 'brief', name: `${fileName('brief', named)}.md`, href: address('api/brief.md', asked) },
    { form: 'states', name: `${fileName('states', named)}.csv`, href: address('api/control.csv', asked) },
    { form: 'claims', name: `${fileName('claims', named)}.csv`, href: address('api/claims.csv', asked) },
    { form: 'geojson', name: `${fileName('states', named)}.geojson`, href: address('api/control.geojson', asked) },
  ];
}

/** The page with what is shown; all knowledge is no limit. */
function pageOf(page: Page): Query {
  const { known } = namedOf(page);
  const { pins } = page.host;
  const { on, as_of, recorded } = clocksOf(page);
  const { since, until, ...filters } = queryOf(page);
  return {
    on,
    ...(as_of === undefined || (known >= lastKnown(page.data.meta) && pins?.['as_of'] === undefined) ? {} : { as_of }),
    recorded,
    ...(pins?.['since'] === undefined ? {} : { since: pins['since'] }),
    ...(pins?.['until'] === undefined ? {} : { until: pins['until'] }),
    ...(since === undefined ? {} : { claims_since: since }),
    ...(until === undefined ? {} : { claims_until: until }),
    ...filters,
  };
}

async function pixels(): Promise<boolean> {
  try {
    const told = (await (await fetch('api/health')).json()) as { pictures?: boolean };
    return told.pictures !== false;
  } catch {
    return true; // the link says it
  }
}

export const servedOf = (page: Page): Served => ({
  pixels,
  animation({ from, to, step, then }) {
    const { as_of, recorded } = clocksOf(page);
    const known: Query = then ? { then: 'true' } : as_of === undefined ? {} : { as_of };
    const query = { from, to, step: `${step}`, ...known, recorded, ...queryOf(page) };
    const name = `map_on-${from}-to-${to}_as-known-${then ? 'that-day' : (as_of ?? 'all').slice(0, 10)}_ledger-${recorded}.webp`;
    return { name, href: address('api/map.webp', query) };
  },
  feeds(place) {
    const query = { ...queryOf(page), ...(place === null ? {} : { place }) };
    const words = new URLSearchParams(pairsOf(query)).toString();
    const end = words === '' ? '' : `?${words}`;
    return { atom: `feeds/changes.atom${end}`, json: `feeds/changes.json${end}` };
  },
});
