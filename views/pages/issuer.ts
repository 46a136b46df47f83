import type { Html, Part } from '../html.ts';
import { html, when } from '../html.ts';

export interface IssuerModel {
  readonly organisation: string;
  readonly epoch: string;
  readonly key: string;
  readonly issuedTo: readonly string[];
  readonly least: number;
}

/** A page of an issuer: a site by itself, without style and script. */
const plainPage = (title: string, content: Part): Html =>
  html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1>
${content}</main></body></html>`;

/** What an issuer does, its key, and the published roll of issuance. */
export function issuerPage({ organisation, epoch, key, issuedTo, least }: IssuerModel): Html {
  return plainPage(
    `Tokens of ${organisation}`,
    html`<p>Everybody who belongs to ${organisation} can have one token a month here. With it she can speak in a community that takes tokens of ${organisation}, without a name. Begin on the voice page of that community.</p>
<p>Whoever runs this can see who was given a token. Nobody here can see which one, or what is said with it. Tokens of a month are taken only once ${least} people have theirs.</p>
<h2>For communities</h2>
<p>The key of this issuer: <code>${key}</code></p>
<h2>Who was given a token for ${epoch}</h2>
<p>${issuedTo.length === 0 ? 'Nobody yet.' : `${issuedTo.length} so far.`} The same list, signed: <a href="/epochs/${epoch}.json">${epoch}.json</a></p>
${when(issuedTo.length > 0, () => html`<ul>${issuedTo.map((name) => html`<li>${name}</li>`)}</ul>`)}`,
  );
}

export interface TokenModel {
  readonly organisation: string;
  readonly epoch: string;
  readonly blinded: string;
  readonly signature?: string;
  readonly refusal?: string;
}

/** Where somebody gives her code, and takes the answer back to the community's page. */
export function tokenPage({ organisation, epoch, blinded, signature, refusal }: TokenModel): Html {
  const title = `Your token of ${organisation}`;
  if (signature !== undefined) {
    return plainPage(
      title,
      html`<p>Copy all of this, go back to the voice page of the community, and put it in there.</p>
<p><label for="answer">The answer</label><br><textarea id="answer" rows="8" cols="50" readonly>${signature}</textarea></p>`,
    );
  }
  return plainPage(
    title,
    html`${when(refusal !== undefined, () => html`<p role="alert"><strong>${refusal ?? ''}</strong></p>`)}
<p>Whoever keeps the roll of ${organisation} gives you a code, anew each month.</p>
<form method="post" action="/token">
<input type="hidden" name="epoch" value="${epoch}">
<p><label for="code">Your code</label><br><input id="code" name="code" required autocomplete="off"></p>
<p><label for="blinded">What is to be signed, from the voice page of the community</label><br><textarea id="blinded" name="blinded" rows="8" cols="50" required>${blinded}</textarea></p>
<p>Nobody here can read it, and nobody can find it again in what you say later.</p>
<p><button>Get the token</button></p>
</form>`,
  );
}
