import { HOME } from '../../views/words/home.ts';
import { LETTERS_NEWS } from '../../views/words/letters-news.ts';
import { letterSettingsLink } from '../accounts/letter-links.ts';
import type { House } from '../actions/house.ts';
import type { EmailAddress } from '../community/email-address.ts';
import type { LetterWay } from '../community/letters.ts';
import type { Person } from '../community/person.ts';
import type { Mail } from '../ports/mail.ts';
import { speakerFor } from './language.ts';
import { openPart, saidToHer, threadParts } from './news-parts.ts';
import { type News, type NewsPart, newsHtml, newsText } from './news-words.ts';
import type { Said } from './words.ts';

type NewsMail = Extract<Mail, { readonly kind: 'news' }>;

/** A letter of what is new for somebody; `null` where nothing is, or where she wants none any more. */
export async function newsLetter(house: House, { person: iri, since, upTo }: NewsMail): Promise<Said | null> {
  const [person, own, wish] = await Promise.all([
    house.people.byIri(iri),
    house.emailAddresses.of(iri),
    house.letterWishes.of(iri),
  ]);
  if (person === null || person.goneAt !== undefined || own === null || wish === null || wish.way === 'off')
    return null;
  const say = await speakerFor(house, iri);
  const stretch = { since, upTo, epoch: wish.epoch, say };
  const parts = await partsFor(house, person, wish.way, stretch);
  if (parts.every(({ items, notes = [] }) => items.length === 0 && notes.length === 0)) return null;
  const settings = letterSettingsLink(house, { person: iri, epoch: wish.epoch });
  return asLetter(own.address, wish.way, {
    host: house.addresses.host,
    lead: say.text(LETTERS_NEWS.lead, { name: person.displayName || person.username, host: house.addresses.host }),
    parts,
    end: say.text(HOME.caughtUp),
    say,
    settings,
    answers: parts.some(({ items }) => items.some(({ reply }) => reply !== undefined)),
  });
}

async function partsFor(
  house: House,
  person: Person,
  way: Exclude<LetterWay, 'off'>,
  stretch: Parameters<typeof saidToHer>[2],
): Promise<readonly NewsPart[]> {
  const said = await saidToHer(house, person, stretch);
  if (way === 'gathered') return said;
  const [open, threads] = await Promise.all([openPart(house, person, stretch), threadParts(house, person, stretch)]);
  return [...said, ...open, ...threads];
}

/** Where it is about one thread alone, an answer to the letter itself is an answer in that thread. */
function asLetter(to: EmailAddress, way: Exclude<LetterWay, 'off'>, news: News): Said {
  const items = news.parts.flatMap((part) => part.items);
  const [only] = items.length === 1 ? items : [];
  return {
    to,
    subject: `${news.say.text(LETTERS_NEWS[way])} (${news.host})`,
    text: newsText(news),
    html: newsHtml(news),
    unsubscribe: news.settings,
    ...(only?.reply === undefined ? {} : { replyTo: only.reply }),
  };
}
