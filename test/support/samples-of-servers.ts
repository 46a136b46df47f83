import { phrase, said, together } from '../../server/community/said.ts';
import { limitWords } from '../../server/governance/server-words.ts';
import { communityPage } from '../../views/pages/community.ts';
import { proposeLimitPage, proposeLinkPage } from '../../views/pages/propose-federation.ts';
import { proposeReadmitPage } from '../../views/pages/propose-readmit.ts';
import { EMPTY_FORM } from '../../views/parts/field.ts';
import type { Sample } from './samples.ts';
import { ana, guild, jonas, sample, signedIn } from './samples.ts';
import { whatFollows } from './samples-of-decisions.ts';

const FOLLOWS = { ...whatFollows, suspension: true };

/** Pages about who is let in: servers, and people who ask to join. */
export const serverPages: readonly Sample[] = [
  sample('propose-limit', proposeLimitPage, {
    shell: signedIn('/communities/guild/propose/draft?change=limit-server'),
    community: guild,
    whatFollows: FOLLOWS,
    decided: [
      said`${'adverts.example'}: ${phrase('suspended')}.`,
      said`${'loud.example'}: ${phrase('limited to members')}.`,
    ],
    preview: {
      sentence: together(limitWords('spam.example', 'suspend'), 'Nobody who is a member now would be cut off by it.'),
      examples: [],
      problems: [],
    },
    form: {
      values: { server: 'spam.example', level: 'suspend', title: 'No more adverts', reasons: 'Forty in a week.' },
      errors: {},
    },
  }),
  sample('propose-link', proposeLinkPage, {
    shell: signedIn('/communities/guild/propose/draft?change=link-community'),
    community: guild,
    whatFollows: FOLLOWS,
    kind: 'link-community',
    form: {
      values: { community: 'guild' },
      errors: { community: 'Give the community’s address, as its own page shows it: https://…' },
    },
  }),
  sample('propose-readmit', proposeReadmitPage, {
    shell: signedIn('/communities/guild/propose/draft?change=readmit'),
    community: guild,
    whatFollows: FOLLOWS,
    removed: [
      { member: 'https://south.example/users/jonas', case: 'C-4' },
      { member: 'https://north.example/actors/ana', case: 'C-9' },
    ],
    form: { values: { title: 'Jonas' }, errors: { member: 'Choose who is to come back.' } },
  }),
  sample('community-requests', communityPage, {
    shell: signedIn('/communities/guild'),
    community: guild,
    audience: { kind: 'members' },
    membership: 'member',
    byRequest: true,
    requests: [
      { iri: 'https://south.example/users/jonas', author: jonas },
      { iri: 'https://north.example/actors/ana', author: ana },
    ],
    posts: [],
    deciding: [],
    write: EMPTY_FORM,
  }),
];
