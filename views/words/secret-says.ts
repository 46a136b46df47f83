import { words } from './language.ts';

/** How far a secret vote is, and to whom its ballots are sealed. */
export const SECRET_SAYS = words({
  machine: {
    en: 'This vote has no tellers from two organisations: its ballots are sealed to this server alone, which could open them early; that they are not connected with anybody holds all the same.',
    de: 'Diese Abstimmung hat niemanden aus zwei Organisationen, der auszählt: Ihre Stimmzettel sind nur für diesen Server versiegelt, der sie vorzeitig öffnen könnte; dass sie mit niemandem verbunden sind, gilt trotzdem.',
    fr: 'Ce vote n’a pas de scrutateurs de deux organisations : ses bulletins sont scellés pour ce serveur seul, qui pourrait les ouvrir avant l’heure ; qu’ils ne sont rattachés à personne reste vrai malgré tout.',
    es: 'Esta votación no tiene personas de dos organizaciones que hagan el escrutinio: sus papeletas se sellan solo para este servidor, que podría abrirlas antes de tiempo; que no están unidas a nadie sigue siendo cierto.',
    ar: 'ليس لهذا التصويت فارزون من مؤسستين: فأوراقه مختومة لهذا الخادم وحده، وقد يفتحها قبل الأوان؛ أما أنها غير مرتبطة بأحد فيبقى صحيحًا مع ذلك.',
  },
  tellers: {
    en: 'Ballots are sealed to {tellers} tellers, {threshold} of whom open them together after the close.',
    de: 'Die Stimmzettel sind für {tellers} Auszählende versiegelt, von denen {threshold} sie nach dem Ende gemeinsam öffnen.',
    fr: 'Les bulletins sont scellés pour {tellers} scrutateurs, dont {threshold} les ouvrent ensemble après la clôture.',
    es: 'Las papeletas se sellan para {tellers} personas que hacen el escrutinio; {threshold} de ellas las abren en conjunto tras el cierre.',
    ar: 'الأوراق مختومة للفارزين وعددهم {tellers}، ويفتحها {threshold} منهم معًا بعد الإغلاق.',
  },
  opens: {
    en: 'The vote opens on {time}.',
    de: 'Die Abstimmung beginnt am {time}.',
    fr: 'Le vote s’ouvre le {time}.',
    es: 'La votación se abre el {time}.',
    ar: 'يُفتح التصويت في {time}.',
  },
  closing: {
    en: 'The vote is over. Its board is being closed.',
    de: 'Die Abstimmung ist zu Ende. Ihre Tafel wird geschlossen.',
    fr: 'Le vote est clos. On ferme son tableau.',
    es: 'La votación ha terminado. Se está cerrando su tablero.',
    ar: 'انتهى التصويت، ولوحته قيد الإغلاق.',
  },
  countedFew: {
    en: 'The count is done. There were fewer than ten ballots, so only the totals are told; a recount is not available.',
    de: 'Die Auszählung ist fertig. Es waren weniger als zehn Stimmzettel, darum werden nur die Summen genannt; nachzählen kann man nicht.',
    fr: 'Le décompte est fait. Il y avait moins de dix bulletins, on ne dit donc que les totaux ; un recomptage n’est pas possible.',
    es: 'El recuento está hecho. Había menos de diez papeletas, así que solo se dicen los totales; no se puede volver a contar.',
    ar: 'تم الفرز. كانت الأوراق أقل من عشر، فلا تُعلن إلا المجاميع، ولا تتاح إعادة العد.',
  },
  counted: {
    en: 'The count is done; the result stands on the page of the proposal.',
    de: 'Die Auszählung ist fertig; das Ergebnis steht auf der Seite des Antrags.',
    fr: 'Le décompte est fait ; le résultat figure sur la page de la proposition.',
    es: 'El recuento está hecho; el resultado está en la página de la propuesta.',
    ar: 'تم الفرز؛ والنتيجة في صفحة الاقتراح.',
  },
  notCounted: {
    en: 'The ballots could not be counted; the vote has no result.',
    de: 'Die Stimmzettel konnten nicht ausgezählt werden; die Abstimmung hat kein Ergebnis.',
    fr: 'Les bulletins n’ont pas pu être dépouillés ; le vote n’a pas de résultat.',
    es: 'Las papeletas no se pudieron contar; la votación no tiene resultado.',
    ar: 'تعذّر عدّ الأوراق؛ ولا نتيجة لهذا التصويت.',
  },
  fixed: {
    en: 'The ballots stand fixed. {opened} of the {threshold} keys that are needed have been given.',
    de: 'Die Stimmzettel stehen fest. {opened} der {threshold} nötigen Schlüssel wurden gegeben.',
    fr: 'Les bulletins sont fixés. {opened} des {threshold} clés nécessaires ont été données.',
    es: 'Las papeletas están fijadas. Se han dado {opened} de las {threshold} claves necesarias.',
    ar: 'الأوراق ثابتة. أُعطي {opened} من المفاتيح اللازمة وعددها {threshold}.',
  },
});

/** Why a teller has nothing to do. */
export const TELLER_SAYS = words({
  noTeller: {
    en: 'You are no teller of this vote.',
    de: 'Du zählst bei dieser Abstimmung nicht mit aus.',
    fr: 'Vous n’êtes pas scrutateur de ce vote.',
    es: 'No haces el escrutinio de esta votación.',
    ar: 'لست فارزًا في هذا التصويت.',
  },
  notToYou: {
    en: 'The ballots of this vote are not sealed to you.',
    de: 'Die Stimmzettel dieser Abstimmung sind nicht für dich versiegelt.',
    fr: 'Les bulletins de ce vote ne sont pas scellés pour vous.',
    es: 'Las papeletas de esta votación no están selladas para ti.',
    ar: 'أوراق هذا التصويت ليست مختومة لك.',
  },
  given: {
    en: 'You have given your key. Thank you.',
    de: 'Du hast deinen Schlüssel gegeben. Danke.',
    fr: 'Vous avez donné votre clé. Merci.',
    es: 'Has dado tu clave. Gracias.',
    ar: 'لقد أعطيت مفتاحك. شكرًا.',
  },
  later: {
    en: 'Keep your key. You are asked for it when the vote is over.',
    de: 'Heb deinen Schlüssel auf. Du wirst danach gefragt, wenn die Abstimmung zu Ende ist.',
    fr: 'Gardez votre clé. On vous la demandera quand le vote sera clos.',
    es: 'Guarda tu clave. Se te pedirá cuando acabe la votación.',
    ar: 'احتفظ بمفتاحك. سيُطلب منك حين ينتهي التصويت.',
  },
});

/** What waits for somebody, in a sentence. */
export const WAITS = words({
  vote: {
    en: 'Your vote is open.',
    de: 'Deine Stimme steht noch aus.',
    fr: 'Vous pouvez voter.',
    es: 'Tu votación está abierta.',
    ar: 'تصويتك مفتوح.',
  },
  voteUntil: {
    en: 'Your vote is open until {time}.',
    de: 'Du kannst bis {time} abstimmen.',
    fr: 'Vous pouvez voter jusqu’au {time}.',
    es: 'Puedes votar hasta el {time}.',
    ar: 'يمكنك التصويت حتى {time}.',
  },
  stand: {
    en: 'You are asked to stand.',
    de: 'Du wirst gebeten zu kandidieren.',
    fr: 'On vous demande de vous présenter.',
    es: 'Se te pide que te presentes.',
    ar: 'يُطلب منك الترشّح.',
  },
  petition: {
    en: 'Members ask for a vote. If you want it too, sign by {time}.',
    de: 'Mitglieder verlangen eine Abstimmung. Wenn du sie auch willst, unterschreib bis {time}.',
    fr: 'Des membres demandent un vote. Si vous le voulez aussi, signez avant le {time}.',
    es: 'Hay miembros que piden una votación. Si tú también la quieres, firma antes del {time}.',
    ar: 'يطلب أعضاء تصويتًا. فإن أردته أنت أيضًا فوقّع قبل {time}.',
  },
  challenge: {
    en: 'Somebody says that the vote did not keep to the procedure. If you say so too, sign by {time}.',
    de: 'Jemand sagt, dass bei der Abstimmung das Verfahren nicht eingehalten wurde. Wenn du das auch sagst, unterschreib bis {time}.',
    fr: 'Quelqu’un dit que le vote n’a pas respecté la procédure. Si vous le dites aussi, signez avant le {time}.',
    es: 'Alguien dice que en la votación no se respetó el procedimiento. Si tú también lo dices, firma antes del {time}.',
    ar: 'يقول أحدهم إن التصويت لم يراعِ الإجراء. فإن قلت ذلك أيضًا فوقّع قبل {time}.',
  },
  cases: {
    en: 'Cases wait for the moderators.',
    de: 'Fälle warten auf die Moderation.',
    fr: 'Des affaires attendent la modération.',
    es: 'Hay casos que esperan a la moderación.',
    ar: 'قضايا تنتظر المشرفين.',
  },
  mayPropose: {
    en: 'Members propose changes. Sign in, if you are one.',
    de: 'Mitglieder beantragen Änderungen. Melde dich an, wenn du eines bist.',
    fr: 'Les membres proposent des changements. Connectez-vous si vous en êtes un.',
    es: 'Los miembros proponen cambios. Entra si lo eres.',
    ar: 'يقترح الأعضاء التغييرات. سجّل الدخول إن كنت منهم.',
  },
});
