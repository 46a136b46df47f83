import type { Community } from '../../server/community/community.ts';
import type { PersonIri, PostIri } from '../../server/community/ids.ts';
import { activity, note } from './attacker.ts';
import type { Answered } from './http-client.ts';
import { account, community, must } from './people.ts';
import { type RemoteActor, type RemoteOrigin, startRemoteOrigin } from './remote-origin.ts';
import { type RunningServer, runServer } from './running-server.ts';
import { takenIn } from './taken-in.ts';
import { Visitor } from './visitor.ts';

/** Alice and bob, who are in a guild, each at a browser; somebody who is not signed in; and mia elsewhere, a member too. */
export interface NotebookStage {
  readonly north: RunningServer;
  readonly far: RemoteOrigin;
  readonly mia: RemoteActor;
  readonly guild: Community;
  readonly alice: Visitor;
  readonly bob: Visitor;
  readonly nobody: Visitor;
  readonly aliceIri: PersonIri;
  readonly bobIri: PersonIri;
  /** Somebody else opens an account, and signs in. */
  arrive(name: string): Promise<{ readonly iri: PersonIri; readonly visitor: Visitor }>;
  /** Something that mia wrote elsewhere, as it came in. */
  remotePost(title: string, text: string): Promise<PostIri>;
  /** Whether a copy of the database would hold a text in the clear. */
  isStored(text: string): Promise<boolean>;
  close(): Promise<void>;
}

const PASSWORD = 'a long enough password';

export async function openNotebooks(): Promise<NotebookStage> {
  const [north, far] = await Promise.all([runServer('north.localhost'), startRemoteOrigin('far')]);
  const arrive = async (name: string) => {
    const [iri, visitor] = [await account(north, name), new Visitor(north)];
    await visitor.signIn(name, PASSWORD);
    return { iri, visitor };
  };
  const [alice, bob] = [await arrive('alice'), await arrive('bob')];
  const guild = await community(north, alice.iri, 'guild');
  must(await north.actions.joinCommunity({ person: bob.iri, community: guild.iri }));
  const mia = await far.actor('mia');
  await takenIn(north, [activity('Follow', mia, guild.iri)]);
  return {
    north,
    far,
    mia,
    guild,
    alice: alice.visitor,
    bob: bob.visitor,
    nobody: new Visitor(north),
    aliceIri: alice.iri,
    bobIri: bob.iri,
    arrive,
    async remotePost(title, text) {
      const wrote = far.publish(note(mia, guild.iri, `<p>${text}</p>`, { name: title }));
      await takenIn(north, [activity('Create', mia, wrote)]);
      return wrote.id as PostIri;
    },
    async isStored(text) {
      const { db } = north.database;
      const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
      const all = await Promise.all(names.map((name) => db.collection(name).find().toArray()));
      return JSON.stringify(all).includes(text);
    },
    async close() {
      await Promise.all([north.stop(), far.close()]);
    },
  };
}

/** What stands on a page, without its markup. */
export const words = ({ text }: Answered): string => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
export const page = async (who: Visitor, path: string): Promise<string> => words(await who.get(path));

/** Where a form led that was accepted. */
export function place(answer: Answered): string {
  if (answer.status !== 303) throw new Error(`${answer.status}: ${words(answer).slice(-800)}`);
  return String(answer.headers.location);
}

/** Somebody writes a note; its path. */
export async function newNote(who: Visitor, text: string, more: Record<string, string> = {}): Promise<string> {
  return place(await who.submit('/notebook/notes', { title: '', text, addresses: '', tags: '', ...more }));
}

/** A form with a file, as a browser sends it. */
export function bring(who: Visitor, path: string, fields: Record<string, string>, file: string): Promise<Answered> {
  const line = 'a-line-that-is-in-no-file';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${line}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${line}\r\nContent-Disposition: form-data; name="file"; filename="list"\r\nContent-Type: text/plain\r\n\r\n`;
  const body = Buffer.from(`${parts.join('')}${head}${file}\r\n--${line}--\r\n`);
  return who.submit(path, body, { 'Content-Type': `multipart/form-data; boundary=${line}` });
}
