/** The little that these scripts use of a page. */
export interface Part {
  hidden: boolean;
  textContent: string | null;
  value: string;
  readonly checked: boolean;
  readonly dataset: Readonly<Record<string, string | undefined>>;
  disabled: boolean;
  href: string;
  download: string;
  click(): void;
  focus(): void;
  addEventListener(event: 'click' | 'submit', act: (event: { preventDefault(): void }) => void): void;
  querySelectorAll(what: string): Iterable<Part>;
}

interface Surroundings {
  readonly document: { querySelector(what: string): Part | null };
  readonly localStorage: {
    getItem(name: string): string | null;
    setItem(name: string, value: string): void;
    removeItem(name: string): void;
  };
}

export const { document, localStorage } = globalThis as unknown as Surroundings;

export const part = (what: string): Part | null => document.querySelector(what);

export function show(what: string, is = true): void {
  const found = part(what);
  if (found !== null) found.hidden = !is;
}

export function say(what: string, text: string): void {
  const found = part(what);
  if (found !== null) found.textContent = text;
}

/** Lets the browser save a text as a file. */
export function offer(link: string, name: string, text: string): void {
  const found = part(link);
  if (found === null) return;
  found.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  found.download = name;
  found.hidden = false;
}

/** Sends a form's fields; the answer, or the sentence with which it was refused. */
export async function post(
  path: string,
  fields: Readonly<Record<string, string>>,
  credentials: 'omit' | 'same-origin',
): Promise<
  | { readonly ok: true; readonly answer: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly text: string }
> {
  try {
    const response = await fetch(path, { method: 'POST', body: new URLSearchParams(fields), credentials });
    const answer = (await response.json()) as Readonly<Record<string, string>>;
    if (response.ok) return { ok: true, answer };
    return { ok: false, text: answer.text ?? 'The server did not take it. Try again.' };
  } catch {
    return { ok: false, text: 'The server could not be reached. Nothing is lost; try again.' };
  }
}
