import { counted, direction, fill, named, numbered, t } from '../messages';
import type { ComponentChildren } from 'preact';
import { longOf } from '../days';
import { handsOf } from '../hands';
import type { Page } from '../page';
import { tongueOf } from '../recorded';
import type { FarRow, MatterRow, PagePlace, RankRow } from '../types';
import { cutAt, cutName, nameOf as partyName } from '../words';

/** Why a place may matter: what it is and lies near to, how often it changed hands, what reports say of it. */
export function Profile({ page, part }: { page: Page; part: PagePlace }) {
  const { profile } = part;
  if (profile === null) return null;
  const words = t().analysis.profile;
  const view = page.view.value;
  const population = page.data.places[part.place]?.population ?? 0;
  const told = profile.matters.filter(({ known }) => known <= view.known);
  const later = profile.matters.length - told.length;
  return (
    <section class="profile">
      <h3>{words.title}</h3>
      <dl>
        {population > 0 && <Line name={words.rank}>{peopleWords(population, profile.rank)}</Line>}
        {profile.seat_of.length > 0 && <Line name={words.seat}>{listed(profile.seat_of.map(nameWords))}</Line>}
        {profile.inside.length > 0 && <Line name={words.inside}>{listed(profile.inside.map(nameWords))}</Line>}
        {profile.borders.length > 0 && (
          <Line name={words.borders}>
            {listed(profile.borders.map(farWords))} <small>{words.bordersNote}</small>
          </Line>
        )}
        {profile.facilities.length > 0 && <Line name={words.facilities}>{listed(profile.facilities.map(farWords))}</Line>}
        {profile.near.length > 0 && <Line name={words.near}>{listed(profile.near.map(farWords))}</Line>}
        <Line name={words.hands}>
          <Hands page={page} place={part.place} />
          <Told page={page} place={part.place} />
        </Line>
      </dl>
      {told.length > 0 && <h4>{words.quoted}</h4>}
      <ul class="matters">
        {told.map((matter) => (
          <Quote key={matter.quote} matter={matter} />
        ))}
      </ul>
      {later > 0 && <p class="quiet">{fill(words.later, { n: counted(later, 'quotation') })}</p>}
    </section>
  );
}

function Line({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const listed = (names: readonly string[]) => <bdi dir={direction()}>{names.join(t().list)}</bdi>;

const nameWords = (name: string): string => named(cutName(name));

const farWords = ({ name, km }: FarRow): string => `${nameWords(name)} ${fill(t().analysis.profile.km, { n: Math.round(km) }).replaceAll(' ', '\u00a0')}`;

function peopleWords(population: number, rank: RankRow | null): string {
  const words = t().analysis.profile;
  const people = fill(words.people, { n: population.toLocaleString(t().locale) });
  if (rank === null) return people;
  return `${people}${t().list}${fill(rank.place === 1 ? words.first : words.nth, { ...rank })}`;
}

/** As the history has it that is known. */
function Hands({ page, place }: { page: Page; place: number }) {
  const words = t().analysis.profile;
  const { data, histories } = page;
  const view = page.view.value;
  const until = Math.min(view.known, data.meta.last);
  const hands = handsOf(data, histories.at(place, view.moment), until);
  if (hands.length === 0) return <>{words.never}</>;
  const nameOf = (party: number, likely: boolean): string => {
    const name = named(cutName(partyName(data.parties, party) ?? ''));
    return likely ? fill(words.likelyHolder, { party: name }) : name;
  };
  return (
    <ul>
      {hands.map(({ day, from, to, fromLikely, toLikely }) => (
        <li key={day}>
          <bdi dir={direction()}>{fill(words.change, { from: nameOf(from, fromLikely), to: nameOf(to, toLikely), day: longOf(day) })}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** Of which years claims tell of a change, whatever they add up to, and also of years before those shown. */
function Told({ page, place }: { page: Page; place: number }) {
  const { claims, years } = page.sieve().changes(place, page.view.value.known);
  if (claims === 0) return null;
  const list = years.map((year) => numbered(year, { useGrouping: false })).join(t().list);
  return <p class="quiet">{fill(t().analysis.profile.toldChanges, { n: counted(claims, 'claim'), years: list })}</p>;
}

function Quote({ matter }: { matter: MatterRow }) {
  const words = t().analysis.profile;
  const [before, cue, after] = cutAt(matter.quote, matter.cue);
  return (
    <li>
      <blockquote dir="auto" {...tongueOf(matter.quote)}>
        {before}
        <b>{cue}</b>
        {after}
      </blockquote>
      <p class="from">
        <span>
          <bdi>{cutName(matter.outlet ?? words.noOutlet)}</bdi>
          {t().list}
          {matter.published === undefined ? fill(words.known, { day: longOf(matter.known) }) : longOf(matter.published)}
        </span>
      </p>
    </li>
  );
}
