import { words } from './language.ts';

/** How it goes on with what is proposed. */
export const FOLLOWS = words({
  proposal: {
    en: 'Other members have {secondingDays, plural, one {# day} other {# days}} to second it. Then come {discussionDays, plural, one {# day} other {# days}} of discussion, {freezeHours, plural, one {# hour} other {# hours}} with the text frozen and {votingDays, plural, one {# day} other {# days}} of voting. If it passes, it takes effect {timelockHours, plural, one {# hour} other {# hours}} later.',
    de: 'Andere Mitglieder haben {secondingDays, plural, one {# Tag} other {# Tage}}, ihn zu unterstützen. Dann kommen {discussionDays, plural, one {# Tag} other {# Tage}} Diskussion, {freezeHours, plural, one {# Stunde} other {# Stunden}} mit feststehendem Text und {votingDays, plural, one {# Tag} other {# Tage}} Abstimmung. Wird er angenommen, gilt er {timelockHours, plural, one {# Stunde} other {# Stunden}} später.',
    fr: 'Les autres membres ont {secondingDays, plural, one {# jour} other {# jours}} pour la soutenir. Viennent ensuite {discussionDays, plural, one {# jour} other {# jours}} de discussion, {freezeHours, plural, one {# heure} other {# heures}} avec le texte figé et {votingDays, plural, one {# jour} other {# jours}} de vote. Si elle est adoptée, elle prend effet {timelockHours, plural, one {# heure} other {# heures}} plus tard.',
    es: 'Los demás miembros tienen {secondingDays, plural, one {# día} other {# días}} para apoyarla. Después vienen {discussionDays, plural, one {# día} other {# días}} de debate, {freezeHours, plural, one {# hora} other {# horas}} con el texto fijado y {votingDays, plural, one {# día} other {# días}} de votación. Si se aprueba, tiene efecto {timelockHours, plural, one {# hora} other {# horas}} después.',
    ar: 'أمام الأعضاء الآخرين {secondingDays, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} لتأييده. ثم تأتي {discussionDays, plural, one {مدة يوم واحد} two {مدة يومين} few {مدة # أيام} many {مدة # يومًا} other {مدة # يوم}} للنقاش، و{freezeHours, plural, one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}} والنص ثابت، و{votingDays, plural, one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}} للتصويت. فإن اعتُمد سرى بعد {timelockHours, plural, one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.',
  },
  suspension: {
    en: 'A suspension waits for seven days at least.',
    de: 'Eine Sperre wartet mindestens sieben Tage.',
    fr: 'Une suspension attend au moins sept jours.',
    es: 'Una suspensión espera al menos siete días.',
    ar: 'والتعليق ينتظر سبعة أيام على الأقل.',
  },
  beside: {
    en: 'It comes to the vote on {id} if another member wants it there. Whoever made {id} may also take it over as her own text.',
    de: 'Er kommt mit {id} zur Abstimmung, wenn ein anderes Mitglied ihn dort will. Wer {id} gestellt hat, kann ihn auch als eigenen Text übernehmen.',
    fr: 'Il vient au vote sur {id} si un autre membre l’y veut. Qui a fait {id} peut aussi le reprendre comme son propre texte.',
    es: 'Llega a la votación sobre {id} si otro miembro lo quiere allí. Quien hizo {id} también puede asumirlo como texto propio.',
    ar: 'يدخل التصويت على {id} إن أراد عضو آخر ذلك. ويمكن لصاحب {id} أيضًا أن يتبنّاه نصًّا له.',
  },
  besideUntil: {
    en: 'It comes to the vote on {id} if another member wants it there by {time}. Whoever made {id} may also take it over as her own text.',
    de: 'Er kommt mit {id} zur Abstimmung, wenn ein anderes Mitglied ihn bis {time} dort will. Wer {id} gestellt hat, kann ihn auch als eigenen Text übernehmen.',
    fr: 'Il vient au vote sur {id} si un autre membre l’y veut d’ici au {time}. Qui a fait {id} peut aussi le reprendre comme son propre texte.',
    es: 'Llega a la votación sobre {id} si otro miembro lo quiere allí antes del {time}. Quien hizo {id} también puede asumirlo como texto propio.',
    ar: 'يدخل التصويت على {id} إن أراد عضو آخر ذلك قبل {time}. ويمكن لصاحب {id} أيضًا أن يتبنّاه نصًّا له.',
  },
});

/** Why somebody cannot vote, or second, where it is not about herself. */
export const NOT_YOURS = words({
  'sign-in': {
    en: 'Members vote here. Sign in, if you are one.',
    de: 'Hier stimmen Mitglieder ab. Melde dich an, wenn du eines bist.',
    fr: 'Les membres votent ici. Connectez-vous si vous en êtes un.',
    es: 'Aquí votan los miembros. Entra si lo eres.',
    ar: 'يصوّت هنا الأعضاء. سجّل الدخول إن كنت منهم.',
  },
  'sign-in-to-second': {
    en: 'Members second proposals. Sign in, if you are one.',
    de: 'Mitglieder unterstützen Anträge. Melde dich an, wenn du eines bist.',
    fr: 'Les membres soutiennent les propositions. Connectez-vous si vous en êtes un.',
    es: 'Los miembros apoyan las propuestas. Entra si lo eres.',
    ar: 'يؤيد الأعضاء الاقتراحات. سجّل الدخول إن كنت منهم.',
  },
  'other-roll': {
    en: 'The roll of this vote is not the one that was frozen; until whoever runs this server has restored it, nobody can vote.',
    de: 'Die Liste der Stimmberechtigten ist nicht die, die festgeschrieben wurde; bis die, die diesen Server betreiben, sie wiederhergestellt haben, kann niemand abstimmen.',
    fr: 'La liste des inscrits à ce vote n’est pas celle qui a été figée ; tant que qui fait tourner ce serveur ne l’a pas rétablie, personne ne peut voter.',
    es: 'El censo de esta votación no es el que se fijó; hasta que quien mantiene este servidor lo restablezca, nadie puede votar.',
    ar: 'قائمة من لهم حق التصويت ليست القائمة التي ثُبّتت؛ وإلى أن يستعيدها من يشغّل هذا الخادم لا يمكن لأحد التصويت.',
  },
  counting: {
    en: 'The vote is over. The ballots are being counted.',
    de: 'Die Abstimmung ist zu Ende. Die Stimmen werden gezählt.',
    fr: 'Le vote est clos. On compte les bulletins.',
    es: 'La votación ha terminado. Se están contando los votos.',
    ar: 'انتهى التصويت، والأصوات تُعدّ.',
  },
  counted: {
    en: 'The vote is over. Your ballot stands on its board: it was counted as you cast it.',
    de: 'Die Abstimmung ist zu Ende. Dein Stimmzettel steht auf ihrer Tafel: Er wurde gezählt, wie du ihn abgegeben hast.',
    fr: 'Le vote est clos. Votre bulletin figure à son tableau : il a été compté tel que vous l’avez déposé.',
    es: 'La votación ha terminado. Tu papeleta consta en su tablero: se contó tal como la emitiste.',
    ar: 'انتهى التصويت. ورقتك في لوحته: عُدّت كما أدليت بها.',
  },
  'not-counted': {
    en: 'The vote is over. Your ballot does not stand on its board: it was not counted.',
    de: 'Die Abstimmung ist zu Ende. Dein Stimmzettel steht nicht auf ihrer Tafel: Er wurde nicht gezählt.',
    fr: 'Le vote est clos. Votre bulletin ne figure pas à son tableau : il n’a pas été compté.',
    es: 'La votación ha terminado. Tu papeleta no consta en su tablero: no se contó.',
    ar: 'انتهى التصويت. ورقتك ليست في لوحته: لم تُعدّ.',
  },
});
