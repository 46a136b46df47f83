import { words } from './language.ts';

/** What a jury is about. English follows “on”; elsewhere it stands by itself. */
export const JURY_PURPOSES = words({
  case: { en: 'case {case}', de: 'Fall {case}', fr: 'affaire {case}', es: 'caso {case}', ar: 'القضية {case}' },
  appeal: {
    en: 'the appeal in case {case}',
    de: 'der Einspruch in Fall {case}',
    fr: 'l’appel dans l’affaire {case}',
    es: 'la apelación en el caso {case}',
    ar: 'الاستئناف في القضية {case}',
  },
  interim: {
    en: 'the appeal against what was done at once in case {case}',
    de: 'der Einspruch gegen das, was in Fall {case} sofort getan wurde',
    fr: 'l’appel contre ce qui a été fait tout de suite dans l’affaire {case}',
    es: 'la apelación contra lo que se hizo de inmediato en el caso {case}',
    ar: 'استئناف ما نُفّذ فورًا في القضية {case}',
  },
  challenge: {
    en: 'whether proposal {proposal} kept to the procedure',
    de: 'ob bei Antrag {proposal} das Verfahren eingehalten wurde',
    fr: 'la procédure de la proposition {proposal} a-t-elle été respectée',
    es: 'si la propuesta {proposal} respetó el procedimiento',
    ar: 'هل روعي الإجراء في الاقتراح {proposal}',
  },
  interpretation: {
    en: 'how rules {rules} go together',
    de: 'wie die Regeln {rules} zusammenpassen',
    fr: 'comment les règles {rules} se concilient',
    es: 'cómo casan las reglas {rules}',
    ar: 'كيف تجتمع القواعد {rules}',
  },
});

/** Where a jury stands, in a sentence. */
export const JURY_STANDS = words({
  called: {
    en: 'It is called; its pool is being closed.',
    de: 'Sie ist einberufen; die Liste für die Auslosung wird geschlossen.',
    fr: 'Il est convoqué ; la liste pour le tirage est en cours de clôture.',
    es: 'Está convocado; se está cerrando la lista para el sorteo.',
    ar: 'دُعيت؛ ويجري إغلاق قائمة القرعة.',
  },
  awaitingRound: {
    en: 'It is drawn from round {round} of drand, a public random number published on {time}.',
    de: 'Sie wird aus Runde {round} von drand ausgelost, einer öffentlichen Zufallszahl, veröffentlicht am {time}.',
    fr: 'Il est tiré du tour {round} de drand, un nombre aléatoire public, publié le {time}.',
    es: 'Se sortea con la ronda {round} de drand, un número aleatorio público que se publica el {time}.',
    ar: 'تُختار من الجولة {round} من drand، وهي عدد عشوائي علني يُنشر في {time}.',
  },
  drawing: {
    en: 'It is being drawn.',
    de: 'Sie wird gerade ausgelost.',
    fr: 'Le tirage est en cours.',
    es: 'Se está sorteando.',
    ar: 'تُجرى قرعتها.',
  },
  committing: {
    en: 'Members contribute to the draw until {time}.',
    de: 'Mitglieder tragen bis {time} zur Auslosung bei.',
    fr: 'Les membres contribuent au tirage jusqu’au {time}.',
    es: 'Los miembros contribuyen al sorteo hasta el {time}.',
    ar: 'يساهم الأعضاء في القرعة حتى {time}.',
  },
  revealing: {
    en: 'Those who contributed show their words until {time}; then the jury is drawn.',
    de: 'Wer beigetragen hat, zeigt seine Worte bis {time}; dann wird die Jury ausgelost.',
    fr: 'Celles et ceux qui ont contribué montrent leurs mots jusqu’au {time} ; puis le jury est tiré.',
    es: 'Quienes contribuyeron muestran sus palabras hasta el {time}; después se sortea el jurado.',
    ar: 'يُظهر من ساهموا كلماتهم حتى {time}، ثم تُجرى القرعة.',
  },
  answering: {
    en: 'It is drawn; those who were are asked whether they accept.',
    de: 'Sie ist ausgelost; die Ausgelosten werden gefragt, ob sie annehmen.',
    fr: 'Il est tiré ; on demande aux personnes tirées si elles acceptent.',
    es: 'Está sorteado; se pregunta a quienes salieron si aceptan.',
    ar: 'أُجريت القرعة؛ ويُسأل من وقعت عليهم هل يقبلون.',
  },
  blind: {
    en: 'Its blind vote is open until {time}.',
    de: 'Ihre blinde Abstimmung läuft bis {time}.',
    fr: 'Son vote à l’aveugle est ouvert jusqu’au {time}.',
    es: 'Su votación a ciegas está abierta hasta el {time}.',
    ar: 'تصويتها الأعمى مفتوح حتى {time}.',
  },
  final: {
    en: 'Its final vote is open until {time}.',
    de: 'Ihre letzte Abstimmung läuft bis {time}.',
    fr: 'Son vote final est ouvert jusqu’au {time}.',
    es: 'Su votación final está abierta hasta el {time}.',
    ar: 'تصويتها الأخير مفتوح حتى {time}.',
  },
  counting: {
    en: 'Its votes are being counted.',
    de: 'Ihre Stimmen werden gezählt.',
    fr: 'On compte ses voix.',
    es: 'Se están contando sus votos.',
    ar: 'تُعدّ أصواتها.',
  },
  deliberation: {
    en: 'It talks the matter over until {time}.',
    de: 'Sie berät bis {time}.',
    fr: 'Il délibère jusqu’au {time}.',
    es: 'Delibera hasta el {time}.',
    ar: 'تتداول في الأمر حتى {time}.',
  },
  decided: {
    en: 'It decided on {time}.',
    de: 'Sie hat am {time} entschieden.',
    fr: 'Il a décidé le {time}.',
    es: 'Decidió el {time}.',
    ar: 'قرّرت في {time}.',
  },
  dissolved: {
    en: 'Nobody sat on it; another one was called after {time}.',
    de: 'Niemand saß darin; nach dem {time} wurde eine andere einberufen.',
    fr: 'Personne n’y a siégé ; un autre a été convoqué après le {time}.',
    es: 'Nadie lo integró; se convocó otro después del {time}.',
    ar: 'لم يجلس فيها أحد؛ ودُعيت غيرها بعد {time}.',
  },
});

/** How it stands with a seat. Why somebody is out has the names of the reasons. */
export const SEAT_STANDS = words({
  asked: { en: 'asked', de: 'gefragt', fr: 'sollicité', es: 'preguntado', ar: 'سُئل' },
  accepted: { en: 'accepted', de: 'angenommen', fr: 'accepté', es: 'aceptó', ar: 'قبِل' },
  out: { en: 'out', de: 'ausgeschieden', fr: 'parti', es: 'fuera', ar: 'خرج' },
  declined: { en: 'declined', de: 'abgelehnt', fr: 'décliné', es: 'rehusó', ar: 'اعتذر' },
  silent: {
    en: 'did not answer in time',
    de: 'hat nicht rechtzeitig geantwortet',
    fr: 'n’a pas répondu à temps',
    es: 'no respondió a tiempo',
    ar: 'لم يجب في الوقت المحدد',
  },
  recused: { en: 'stepped back', de: 'zurückgetreten', fr: 's’est retiré', es: 'se retiró', ar: 'تنحّى' },
  conflict: {
    en: 'is replaced: the matter concerns them',
    de: 'wird ersetzt: selbst betroffen',
    fr: 'est remplacé : directement concerné',
    es: 'se sustituye: el asunto le concierne',
    ar: 'يُستبدل: الأمر يعنيه',
  },
  left: {
    en: 'is replaced: no member any more',
    de: 'wird ersetzt: nicht mehr Mitglied',
    fr: 'est remplacé : n’est plus membre',
    es: 'se sustituye: ya no es miembro',
    ar: 'يُستبدل: لم يعد عضوًا',
  },
  'serves-elsewhere': {
    en: 'was passed over: on another jury',
    de: 'übergangen: schon in einer anderen Jury',
    fr: 'passé : siège dans un autre jury',
    es: 'se saltó: está en otro jurado',
    ar: 'تُجووز: في هيئة أخرى',
  },
});
