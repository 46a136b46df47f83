import type { Shot } from '../loader/loader.ts';
import type { CrowdMember } from './crowd.ts';

/** What there is on a server to answer, to like and to vote on. */
export interface Targets {
  /** Whom everything is addressed to: a community, or the one actor of a server without communities. */
  readonly community: string;
  /** The post that all new ones answer. */
  readonly thread: string;
  readonly posts: readonly string[];
  readonly questions: readonly string[];
}

/** How many there are of each kind. */
export interface Counts {
  readonly creates: number;
  readonly likes: number;
  readonly votes: number;
}

const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const CONTEXT = 'https://www.w3.org/ns/activitystreams';
/** Ten in a row: six posts, three likes, one vote. */
const MIX = ['create', 'like', 'create', 'create', 'vote', 'create', 'like', 'create', 'like', 'create'] as const;
const WORDS =
  'The press on line three stopped twice on Tuesday; we changed the seal and wrote down how. If yours is of the same ' +
  'year, look at the left bearing first, it is the one that gets warm. Pictures follow when the shift is over.';

/** How many posts to like and questions to vote on so many activities need: each person does either once only. */
export function targetsNeeded(
  activities: number,
  crowd: number,
): { readonly posts: number; readonly questions: number } {
  const tens = Math.ceil(activities / MIX.length) + 1;
  return { posts: Math.ceil((tens * 3) / crowd), questions: Math.ceil(tens / crowd) };
}

/** Deals activities of the crowd, none of them twice. */
export interface Deck {
  deal(count: number): { readonly shots: readonly Shot[]; readonly expected: Counts };
}

export function createDeck(crowd: readonly CrowdMember[], targets: Targets): Deck {
  const dealt = { create: 0, like: 0, vote: 0 };
  const run = Date.now().toString(36);
  const made = { create: post, like, vote };

  function pick(kind: keyof typeof dealt): Shot {
    const number = dealt[kind];
    dealt[kind] += 1;
    const by = crowd[number % crowd.length];
    if (by === undefined) throw new Error('there is nobody in the crowd');
    const body = JSON.stringify(made[kind](by, { number, round: Math.floor(number / crowd.length), run, targets }));
    return { keyId: by.keyId, body };
  }

  return {
    deal(count) {
      const before = { ...dealt };
      const shots = Array.from({ length: count }, (_, index) => pick(MIX[index % MIX.length] ?? 'create'));
      const expected = {
        creates: dealt.create - before.create,
        likes: dealt.like - before.like,
        votes: dealt.vote - before.vote,
      };
      return { shots, expected };
    },
  };
}

interface Card {
  readonly number: number;
  /** Counts up when everybody has had her turn. */
  readonly round: number;
  readonly run: string;
  readonly targets: Targets;
}

function post({ iri }: CrowdMember, { number, run, targets }: Card) {
  const id = `${iri}/statuses/${run}-${number}`;
  const addressed = { to: [PUBLIC], cc: [`${iri}/followers`, targets.community] };
  const published = new Date().toISOString();
  const object = {
    id,
    type: 'Note',
    attributedTo: iri,
    inReplyTo: targets.thread,
    published,
    url: id,
    ...addressed,
    content: `<p>${number}. ${WORDS}</p>`,
    tag: [{ type: 'Mention', href: targets.community, name: '@guild' }],
  };
  return { '@context': CONTEXT, id: `${id}/activity`, type: 'Create', actor: iri, published, ...addressed, object };
}

function like({ iri }: CrowdMember, { number, round, run, targets }: Card) {
  const object = needed(targets.posts[round], 'post to like');
  return { '@context': CONTEXT, id: `${iri}#likes/${run}-${number}`, type: 'Like', actor: iri, object };
}

function vote({ iri }: CrowdMember, { number, round, run, targets }: Card) {
  const id = `${iri}#votes/${run}-${number}`;
  const to = targets.community;
  const inReplyTo = needed(targets.questions[round], 'question to vote on');
  const object = { id, type: 'Note', name: number % 3 === 0 ? 'No' : 'Yes', attributedTo: iri, to, inReplyTo };
  return { '@context': CONTEXT, id: `${id}/activity`, type: 'Create', actor: iri, to, object };
}

function needed(iri: string | undefined, what: string): string {
  if (iri === undefined) throw new Error(`there is no further ${what}: prepare more of them`);
  return iri;
}
