import type { Addresses } from '../../../server/community/addresses.ts';
import type { ActorIri, PersonIri, PostIri } from '../../../server/community/ids.ts';
import { type ActivityDocument, activity } from './activity.ts';

/**
 * A vote in a poll of another server, as Mastodon sends it: a Create of a Note whose name is the option, in reply to
 * the Question, for the Question's author alone; without content or time. Several choices are several votes. The ids
 * follow from question, voter and choice, so the same vote is never two.
 *
 * @param choice exactly the option's name
 */
export function voteActivity({
  addresses,
  question,
  author,
  voter,
  choice,
}: {
  readonly addresses: Pick<Addresses, 'activity'>;
  readonly question: PostIri;
  readonly author: ActorIri;
  readonly voter: PersonIri;
  readonly choice: string;
}): ActivityDocument {
  const id = addresses.activity('vote', question, voter, choice);
  return activity({
    id,
    type: 'Create',
    actor: voter,
    to: [author],
    object: {
      id: `${id}#note`,
      type: 'Note',
      attributedTo: voter,
      to: [author],
      inReplyTo: question,
      name: choice,
    },
  });
}
