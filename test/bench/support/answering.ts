import { END } from './program.ts';

type Deeds = Readonly<Record<string, (body: never) => unknown>>;

/** The other side of `startProgram`: does what it is asked, and ends when nobody is there to ask any more. */
export function answering(deeds: Deeds, atEnd: () => Promise<void> | void = () => {}): void {
  const end = async () => {
    await atEnd();
    process.exit(0);
  };
  process.on('message', async (message) => {
    const { id, deed, body } = message as { id: number; deed: string; body: never };
    if (deed === END) return end();
    try {
      const chosen = deeds[deed];
      if (chosen === undefined) throw new Error(`there is no deed “${deed}”`);
      process.send?.({ id, answer: await chosen(body) });
    } catch (cause) {
      process.send?.({ id, failed: cause instanceof Error ? cause.stack : String(cause) });
    }
  });
  process.once('disconnect', end);
  // Ctrl-C reaches every process of the terminal; the bench itself says when to end.
  process.on('SIGINT', () => {});
}
