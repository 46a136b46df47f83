import type { Html } from '../html.ts';
import { href, html } from '../html.ts';
import type { Shell } from '../layout.ts';
import { heading, page } from '../layout.ts';

const WHO_SEES = [
  ['Posts in a community', 'everyone, here and on the servers of those who follow'],
  [
    'Posts, proposals and the book of a community for members only',
    'its members; whoever runs one of their servers could read them',
  ],
  ['A post for some members only', 'its author and they; whoever runs one of their servers could read it'],
  ['What you like', 'how many like it: members; that it was you: the author, the author’s server and the community’s'],
  ['What you pass on', 'everyone, and those who follow you are shown it'],
  ['Whom you follow', 'you, those you follow, and whoever runs your servers'],
  ['What you bookmark, mute, block, filter, list and note about others', 'you; the operator could read it'],
  [
    'Your notebook: notes, the feeds you follow, when you want to look back, collections that you have not published',
    'you; the operator, who has the key, could read it, whoever has a copy of the database alone could not',
  ],
  ['A collection that you published', 'everyone, of its posts only those that are for everyone'],
  [
    'A picture, a film or a sound in a post',
    'who may see the post; and whoever has its address, which is random and stands in the post alone, until it is deleted',
  ],
  ['A post that a rule holds', 'its author, and in a young community its founder, until the time is over'],
  ['Communities, charter, rules, results, open book', 'everyone'],
  ['Names of members in the open book', 'members'],
  ['Who proposed and who seconded', 'everyone'],
  ['How many have voted', 'everyone'],
  ['Who voted what, while the vote is open', 'nobody is shown it; the operator could read it in the database'],
  ['Who voted what, after the close', 'members'],
  ['Notices to you', 'you; the operator could read them in the database'],
  ['Your e-mail address', 'you; it is sealed in the database, and the operator could open it'],
  ['What you say when you ask for an account', 'members of the community that runs this server, until one has decided'],
  [
    'What an app tells you while it sleeps',
    'the app; the push service that it chose sees when something came from this server and how long it is, not what it says',
  ],
  ['Your password', 'nobody; only a hash of it is kept'],
  ['Your passkeys', 'you; only their public halves are here, and nobody can sign in by those'],
  [
    'Which account elsewhere signs you in, and what organisation it says is yours',
    'you; the operator could read it; who gave you that account learns when you sign in',
  ],
  ['When you signed in', 'you; it is forgotten when you sign out, or after 14 days'],
  ['When you were last here', 'not kept'],
] as const;

/** Who can see what, and what the operator can and cannot do: said as it is. */
export function aboutPage({ shell }: { readonly shell: Shell }): Html {
  return page(
    { shell, title: 'Who can see what' },
    html`${heading({ kind: shell.host, title: 'Who can see what', lead: 'Said as it is, also where it is not flattering.' })}
<table class="matrix"><thead><tr><th scope="col">What</th><th scope="col">Who</th></tr></thead><tbody>${WHO_SEES.map(([what, who]) => html`<tr><th scope="row">${what}</th><td>${who}</td></tr>`)}</tbody></table>
<section><h2>What the operator of this server can do</h2><p>Somebody keeps this machine running. Whoever does can read its memory and its disk, alter the program, and pull the plug. No software changes that.</p><p>Votes here are open votes: the operator could look at ballots in the database before the close, and members see them after it. A secret ballot would need more than this version does.</p><p>For somebody who forgot her password the operator can make a link that sets a new one. Whoever has it can act in her name, so it is not done quietly: she gets a notice, and it stands in the open book of her communities.</p><p>If you sign in by an account elsewhere, whoever gave you that could sign in as you. You choose it yourself, and take it back under You.</p><p>What comes from other servers is as honest as those servers: a home server can speak in the name of its people. So all its people together count as one organisation.</p></section>
<section><h2>What the operator cannot do</h2><ul><li><b>Govern.</b> No command and no page here changes a rule, removes a post or a member, or touches a vote on the operator’s word. Whoever tries is refused, and the attempt stands in the open book.</li><li><b>Do it quietly.</b> A community’s rules, roll and decisions follow from its open book, whose entries are chained. An entry or a ballot of a closed vote that is changed behind the program’s back shows when the book is verified.</li></ul><p>One who rewrites the whole book and the program with it is caught only by what others have kept: your receipt, and the posts and results on other servers.</p></section>
<section><h2>What others keep</h2><p>What you post goes to the servers of those who follow the community. When you edit or delete it they are asked to do the same; nobody can make them.</p></section>
<section><h2>The program</h2><p>Folkmoot ${shell.version}, under the GNU Affero General Public License. <a href="${href(shell.sourceUrl)}">The source code of what runs here</a>.</p></section>`,
  );
}
