import { type Asked, Authenticator, type Bent } from './authenticator.ts';
import type { Answered } from './http-client.ts';
import type { RunningServer } from './running-server.ts';
import { Visitor } from './visitor.ts';

/** The password of accounts that `people.ts` opens. */
export const OWN_PASSWORD = 'a long enough password';

type Where = Pick<RunningServer, 'origin' | 'port'>;
const asksOf = (begun: Answered): Asked => {
  const { get, create } = JSON.parse(begun.text);
  return get ?? create;
};

/** Somebody at a browser with a passkey, as far as the server can tell. */
export class PasskeyHolder {
  readonly visitor: Visitor;
  readonly key: Authenticator;

  constructor(server: Where, key = new Authenticator(server.origin), visitor = new Visitor(server)) {
    this.key = key;
    this.visitor = visitor;
  }

  /** Signs in by her password, shows that it is she, and adds a key. */
  static async of(server: Where, username: string): Promise<PasskeyHolder> {
    const holder = new PasskeyHolder(server);
    await holder.visitor.signIn(username, OWN_PASSWORD);
    await holder.visitor.submit('/you/ways-in/confirm', { password: OWN_PASSWORD });
    const added = await holder.add();
    if (added.status !== 200) throw new Error(`the key was not added: ${added.text}`);
    return holder;
  }

  /** What the server asks to be signed. */
  async asked(begin = '/sign-in/passkey/begin', fields: Readonly<Record<string, string>> = {}): Promise<Asked> {
    const begun = await this.visitor.submit(begin, fields);
    if (begun.status !== 200) throw new Error(`${begin} answered ${begun.status}: ${begun.text}`);
    return asksOf(begun);
  }

  async add(bent: Bent = {}, name = 'my phone'): Promise<Answered> {
    const asked = await this.asked('/you/ways-in/passkeys/begin', { name });
    return this.visitor.submit('/you/ways-in/passkeys', { answer: this.key.create(asked, bent) });
  }

  async signIn(bent: Bent = {}, next = '/'): Promise<Answered> {
    const answer = this.key.get(await this.asked(), bent);
    return this.visitor.submit('/sign-in/passkey', { answer, next });
  }

  async isSignedIn(): Promise<boolean> {
    return (await this.visitor.get('/you')).status === 200;
  }
}
