import { afterEach } from '@jest/globals';
import { type Answer, type Arrived, type Inbox, startInbox } from './inbox.ts';
import { type North, startNorth } from './north.ts';

/** What is closed after each test, the last opened first. */
export const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});

export async function inbox(answer?: (request: Arrived, number: number) => Answer | Promise<Answer>): Promise<Inbox> {
  const started = await startInbox(answer);
  closing.push(started);
  return started;
}

export function north(...options: Parameters<typeof startNorth>): North {
  const started = startNorth(...options);
  closing.push(started);
  return started;
}

/** Resolves when it is let go. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
