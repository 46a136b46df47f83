import { words } from './language.ts';

/** What the book says about what was done at once. */
export const BOOK_EMERGENCIES = words({
  hid: {
    en: '<b>Emergency {emergency}</b>: {by} hid a post by {author}, because of {harm}.',
    de: '<b>Notfall {emergency}</b>: {by} hat einen Beitrag von {author} verborgen. Der Grund: {harm}.',
    fr: '<b>Urgence {emergency}</b> : {by} a caché un message de {author}. Le motif : {harm}.',
    es: '<b>Emergencia {emergency}</b>: {by} ocultó un mensaje de {author}. El motivo: {harm}.',
    ar: '<b>حالة الطوارئ {emergency}</b>: أخفى {by} منشورًا كتبه {author}. السبب: {harm}.',
  },
  muted: {
    en: '<b>Emergency {emergency}</b>: {by} muted {person}, because of {harm}.',
    de: '<b>Notfall {emergency}</b>: {by} hat {person} stumm geschaltet. Der Grund: {harm}.',
    fr: '<b>Urgence {emergency}</b> : {by} a mis {person} en sourdine. Le motif : {harm}.',
    es: '<b>Emergencia {emergency}</b>: {by} silenció a {person}. El motivo: {harm}.',
    ar: '<b>حالة الطوارئ {emergency}</b>: أسكت {by} {person}. السبب: {harm}.',
  },
  blocked: {
    en: '<b>Emergency {emergency}</b>: {by} blocked <b>{server}</b>, because of {harm}.',
    de: '<b>Notfall {emergency}</b>: {by} hat <b>{server}</b> gesperrt. Der Grund: {harm}.',
    fr: '<b>Urgence {emergency}</b> : {by} a bloqué <b>{server}</b>. Le motif : {harm}.',
    es: '<b>Emergencia {emergency}</b>: {by} bloqueó <b>{server}</b>. El motivo: {harm}.',
    ar: '<b>حالة الطوارئ {emergency}</b>: حجب {by} <b>{server}</b>. السبب: {harm}.',
  },
  ends: {
    en: 'As a moderator; ends on {confirm} unless a second one confirms it, else on {until}',
    de: 'Als Moderator; endet am {confirm}, wenn kein zweiter es bestätigt, sonst am {until}',
    fr: 'En tant que modérateur ; prend fin le {confirm} si un second ne le confirme pas, sinon le {until}',
    es: 'Como moderador; termina el {confirm} si no lo confirma otro; si lo confirma, el {until}',
    ar: 'بصفة مشرف؛ ينتهي في {confirm} ما لم يؤكده مشرف ثانٍ، وإلا ففي {until}',
  },
  confirmed: {
    en: '{by} confirmed {emergency}.',
    de: '{by} hat {emergency} bestätigt.',
    fr: '{by} a confirmé {emergency}.',
    es: '{by} confirmó {emergency}.',
    ar: 'أكّد {by} {emergency}.',
  },
  asModeratorFor: {
    en: 'As a moderator; counts for {organisation}',
    de: 'Als Moderator; zählt für {organisation}',
    fr: 'En tant que modérateur ; compte pour {organisation}',
    es: 'Como moderador; cuenta por {organisation}',
    ar: 'بصفة مشرف؛ يُحتسب لـ{organisation}',
  },
  'not-confirmed': {
    en: '{emergency} is over: nobody confirmed it in time.',
    de: '{emergency} ist vorbei: Niemand hat es rechtzeitig bestätigt.',
    fr: '{emergency} est terminée : personne ne l’a confirmée à temps.',
    es: '{emergency} terminó: nadie la confirmó a tiempo.',
    ar: 'انتهت {emergency}: لم يؤكدها أحد في الوقت المحدد.',
  },
  'time-over': {
    en: '{emergency} is over: its time was over.',
    de: '{emergency} ist vorbei: Die Zeit war um.',
    fr: '{emergency} est terminée : son temps était écoulé.',
    es: '{emergency} terminó: se acabó su tiempo.',
    ar: 'انتهت {emergency}: انقضى وقتها.',
  },
  lifted: {
    en: '{emergency} is over: a moderator lifted it.',
    de: '{emergency} ist vorbei: Ein Moderator hat es aufgehoben.',
    fr: '{emergency} est terminée : un modérateur l’a levée.',
    es: '{emergency} terminó: la levantó un moderador.',
    ar: 'انتهت {emergency}: رفعها مشرف.',
  },
  decided: {
    en: '{emergency} is over: the members have decided.',
    de: '{emergency} ist vorbei: Die Mitglieder haben entschieden.',
    fr: '{emergency} est terminée : les membres ont décidé.',
    es: '{emergency} terminó: los miembros han decidido.',
    ar: 'انتهت {emergency}: قرّر الأعضاء.',
  },
  liftedBy: {
    en: 'Lifted by {by}',
    de: 'Aufgehoben von {by}',
    fr: 'Levée par {by}',
    es: 'La levantó {by}',
    ar: 'رفعها {by}',
  },
});
