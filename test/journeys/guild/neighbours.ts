import { endOf, lastToldAt } from '../../../server/community/health/month.ts';
import { type PersonIri, type PostIri, personIri } from '../../../server/community/ids.ts';
import { posted } from '../../support/life.ts';
import { ANSWERS, ASKS, NEIGHBOURS, TELLINGS } from './cast-working.ts';
import type { Guild } from './guild.ts';

const HOUR = 60 * 60 * 1000;
const OF_EACH = NEIGHBOURS['werk.example'].length;

/**
 * People of three other servers, and what they asked, answered and told near the end of the last month of which it is
 * told how the network is: enough of them for its figures. It lies in the database as if it had come in then.
 */
export async function neighboursWrote({ norte: { house }, iri }: Guild): Promise<void> {
  const until = endOf(lastToldAt(new Date())).getTime();
  const people: PersonIri[] = [];
  for (const [host, names] of Object.entries(NEIGHBOURS)) {
    for (const displayName of names) {
      const username = displayName
        .normalize('NFD')
        .replaceAll(/[^A-Za-z]/g, '')
        .toLowerCase();
      const person = personIri(`https://${host}/users/${username}`);
      const known = { iri: person, username, host, displayName, summary: '', home: 'elsewhere' } as const;
      await house.people.keepElsewhere({ ...known, inbox: `${person}/inbox`, since: new Date(until - 60 * 24 * HOUR) });
      people.push(person);
    }
  }
  const by = (at: number) => people[at % people.length] as PersonIri;
  const html = (texts: readonly string[], at: number) => `<p>${texts[at % texts.length]}</p>`;
  for (let at = 0; at < people.length; at += 1) {
    const asked = new Date(until - 36 * HOUR + at * 30_000);
    const own = { community: iri, by: by(at), at: asked };
    const [first, again] = [
      await posted(house, { ...own, id: `ask-${at}`, html: html(ASKS, at) }),
      await posted(house, { ...own, id: `ask-again-${at}`, html: html(ASKS, at + 3) }),
    ];
    await posted(house, { ...own, id: `tell-${at}`, html: html(TELLINGS, at) });
    const answers = (id: string, post: PostIri, who: number, hours: number) => {
      const answer = { community: iri, at: new Date(asked.getTime() + hours * HOUR), html: html(ANSWERS, at + who) };
      return posted(house, { ...answer, id: `${id}-${at}`, by: by(who), to: { post, thread: post } });
    };
    // Everybody is answered by another server, half of them by a third one, and half by somebody of their own.
    await answers('answer', first, at + OF_EACH, 3);
    if (at % 2 === 0) await answers('at-home', first, at % OF_EACH === OF_EACH - 1 ? at - 1 : at + 1, 5);
    if (at % 2 === 1) await answers('third', first, at + 2 * OF_EACH, 6);
    if (at % 3 !== 0) await answers('answer-again', again, at + 2 * OF_EACH, 8);
  }
}
