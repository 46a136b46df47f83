import { sentences } from './sentences.ts';

/** What can be wrong with an entry of an open book. */
export const RECORD = sentences({
  'Entry {0}: its head was changed; the hash does not fit.': {
    de: 'Eintrag {0}: Sein Kopf wurde verändert; der Hash passt nicht.',
    fr: 'Entrée {0} : son en-tête a été modifié ; l’empreinte ne correspond pas.',
    es: 'Entrada {0}: se cambió su cabecera; el hash no encaja.',
    ar: 'المدخل {0}: غُيّر رأسه؛ والبصمة لا تطابقه.',
  },
  'Entry {0}: what it says is not what was committed to.': {
    de: 'Eintrag {0}: Was er sagt, ist nicht das, worauf er festgelegt wurde.',
    fr: 'Entrée {0} : ce qu’elle dit n’est pas ce sur quoi elle s’engage.',
    es: 'Entrada {0}: lo que dice no es lo que se comprometió.',
    ar: 'المدخل {0}: ما يقوله ليس ما ثُبّتت بصمته.',
  },
  'Entry {0}: it holds “{1}”, and its head says “{2}”.': {
    de: 'Eintrag {0}: Er enthält „{1}“, und sein Kopf sagt „{2}“.',
    fr: 'Entrée {0} : elle contient « {1} », et son en-tête dit « {2} ».',
    es: 'Entrada {0}: contiene «{1}» y su cabecera dice «{2}».',
    ar: 'المدخل {0}: فيه «{1}»، ورأسه يقول «{2}».',
  },
  'Entry {0}: it is missing; entry {1} stands in its place.': {
    de: 'Eintrag {0}: Er fehlt; an seiner Stelle steht Eintrag {1}.',
    fr: 'Entrée {0} : elle manque ; l’entrée {1} est à sa place.',
    es: 'Entrada {0}: falta; en su lugar está la entrada {1}.',
    ar: 'المدخل {0}: مفقود؛ ومكانه المدخل {1}.',
  },
  'Entry {0}: it does not follow from the entry before it.': {
    de: 'Eintrag {0}: Er folgt nicht aus dem Eintrag davor.',
    fr: 'Entrée {0} : elle ne découle pas de l’entrée précédente.',
    es: 'Entrada {0}: no se sigue de la entrada anterior.',
    ar: 'المدخل {0}: لا يتبع المدخل الذي قبله.',
  },
  'Entry {0}: it belongs to the record of {1}.': {
    de: 'Eintrag {0}: Er gehört zum offenen Buch von {1}.',
    fr: 'Entrée {0} : elle appartient au livre ouvert de {1}.',
    es: 'Entrada {0}: pertenece al libro abierto de {1}.',
    ar: 'المدخل {0}: ينتمي إلى السجل المفتوح لـ{1}.',
  },
  'Entry {0}: it is dated before the entry before it.': {
    de: 'Eintrag {0}: Sein Datum liegt vor dem des Eintrags davor.',
    fr: 'Entrée {0} : sa date précède celle de l’entrée précédente.',
    es: 'Entrada {0}: su fecha es anterior a la de la entrada anterior.',
    ar: 'المدخل {0}: تاريخه أسبق من تاريخ المدخل الذي قبله.',
  },
});
