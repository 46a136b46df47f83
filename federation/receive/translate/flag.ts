import { personIri } from '../../../server/community/ids.ts';
import { idsOf, memberOf, stringOf } from '../../vocabulary/read.ts';
import type { Translate } from '../context.ts';

const LONGEST_TEXT = 20_000;

/**
 * `Flag`: a report about accounts and posts, in any order (GoToSocial and NodeBB differ), from a person or from the
 * server's own actor. Kept as its server's; the sender is sealed, and named to that server alone.
 */
export const flag: Translate = async ({ actions, people }, { iri, sender, json }) => {
  const about = idsOf(memberOf(json, 'object'));
  const text = stringOf(memberOf(json, 'content'), LONGEST_TEXT) ?? stringOf(memberOf(json, 'summary'), LONGEST_TEXT);
  // What becomes of it is told to the server, by the inbox that everybody there shares: to nobody by name.
  const replyTo = (await people.byIri(personIri(sender)))?.sharedInbox;
  const kept = await actions.report({
    activity: iri,
    sender,
    from: new URL(sender).host,
    about,
    text: text ?? '',
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  return kept > 0 ? 'done: kept' : 'ignored: about nobody here';
};
