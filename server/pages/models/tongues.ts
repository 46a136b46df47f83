import type { Request } from 'express';
import type { Option } from '../../../views/parts/field.ts';
import { isLanguageTag } from '../../actions/written-in.ts';
import { languageOf } from '../language-of.ts';

/** What somebody can say that she writes in; the one she reads pages in is among them. */
const TONGUES =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** To choose from, called and ordered as her own language does. */
export function tonguesFor(request: Request): readonly Option[] {
  const own = languageOf(request);
  const names = new Intl.DisplayNames([own], { type: 'language' });
  const options = TONGUES.map((value) => ({ value, label: names.of(value) ?? value }));
  return options.sort((one, other) => one.label.localeCompare(other.label, own));
}

/** What a form says that a text is in; what is no language is left unsaid. */
export const tongueIn = (said: string): { readonly details?: { readonly language: string } } =>
  isLanguageTag(said) ? { details: { language: said } } : {};
