import type { Sentence } from '../../server/community/said.ts';
import type { Html, Part } from '../html.ts';
import { html, maybe, when } from '../html.ts';
import { ISSUER } from '../words/issuer.ts';
import { directionOf, type Language } from '../words/language.ts';
import { type Say, speaker } from '../words/speaking.ts';
import { told } from '../words/told.ts';
import { VOICE } from '../words/voice.ts';

export interface IssuerModel {
  /** What the browser asks for. */
  readonly language?: Language;
  readonly organisation: string;
  readonly epoch: string;
  readonly key: string;
  readonly issuedTo: readonly string[];
  readonly least: number;
}

/** A page of an issuer: a site by itself, without style and script. */
const plainPage = (title: string, content: Part, say: Say): Html =>
  html`<!doctype html>
<html lang="${say.language}"${when(directionOf(say.language) === 'rtl', () => html` dir="rtl"`)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title></head>
<body><main><h1>${title}</h1>
${content}</main></body></html>`;

/** What an issuer does, its key, and the published roll of issuance. */
export function issuerPage({ language = 'en', organisation, epoch, key, issuedTo, least }: IssuerModel): Html {
  const say = speaker(language);
  const file = html`<a href="/epochs/${epoch}.json">${epoch}.json</a>`;
  return plainPage(
    say.text(ISSUER.title, { organisation }),
    html`<p>${say(ISSUER.lead, { organisation })}</p>
<p>${say(ISSUER.whoSees, { least })}</p>
<h2>${say(ISSUER.communities)}</h2>
<p>${say(ISSUER.key, { key: html`<code>${key}</code>` })}</p>
<h2>${say(ISSUER.given, { epoch })}</h2>
<p>${say(ISSUER.soFar, { number: issuedTo.length, file })}</p>
${when(issuedTo.length > 0, () => html`<ul>${issuedTo.map((name) => html`<li>${name}</li>`)}</ul>`)}`,
    say,
  );
}

export interface TokenModel {
  readonly language?: Language;
  readonly organisation: string;
  readonly epoch: string;
  readonly blinded: string;
  readonly signature?: string;
  readonly refusal?: Sentence;
}

/** Where somebody gives her code, and takes the answer back to the community's page. */
export function tokenPage({ language = 'en', organisation, epoch, blinded, signature, refusal }: TokenModel): Html {
  const say = speaker(language);
  const title = say.text(ISSUER.yours, { organisation });
  if (signature !== undefined) {
    return plainPage(
      title,
      html`<p>${say(ISSUER.copy)}</p>
<p><label for="answer">${say(VOICE.answer)}</label><br><textarea id="answer" rows="8" cols="50" readonly>${signature}</textarea></p>`,
      say,
    );
  }
  return plainPage(
    title,
    html`${maybe(refusal, (why) => html`<p role="alert"><strong>${told(why, say)}</strong></p>`)}
<p>${say(ISSUER.codes, { organisation })}</p>
<form method="post" action="/token">
<input type="hidden" name="epoch" value="${epoch}">
<p><label for="code">${say(ISSUER.code)}</label><br><input id="code" name="code" required autocomplete="off"></p>
<p><label for="blinded">${say(ISSUER.blinded)}</label><br><textarea id="blinded" name="blinded" rows="8" cols="50" required>${blinded}</textarea></p>
<p>${say(ISSUER.unread)}</p>
<p><button>${say(ISSUER.get)}</button></p>
</form>`,
    say,
  );
}
