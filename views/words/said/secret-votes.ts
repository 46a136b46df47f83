import { sentences } from './sentences.ts';

/** Secret votes: papers, ballots, and the keys of tellers. */
export const SECRET_VOTES = sentences({
  'The vote on this has not begun.': {
    de: 'Die Abstimmung darüber hat noch nicht begonnen.',
    fr: 'Le vote à ce sujet n’a pas commencé.',
    es: 'La votación sobre esto no ha empezado.',
    ar: 'لم يبدأ التصويت على هذا بعد.',
  },
  'This vote is an open one; cast your ballot on its page.': {
    de: 'Diese Abstimmung ist offen; stimm auf ihrer Seite ab.',
    fr: 'Ce vote est ouvert, non secret ; votez sur sa page.',
    es: 'Esta votación no es secreta; vota en su página.',
    ar: 'هذا التصويت علني؛ أدلِ بصوتك في صفحته.',
  },
  'Voting on this begins on {0}. Come back then.': {
    de: 'Die Abstimmung darüber beginnt am {0}. Komm dann wieder.',
    fr: 'Le vote à ce sujet commence le {0}. Revenez alors.',
    es: 'La votación sobre esto empieza el {0}. Vuelve entonces.',
    ar: 'يبدأ التصويت على هذا في {0}. فعُد حينها.',
  },
  'This vote is over: no papers are given any more, and no ballots taken.': {
    de: 'Diese Abstimmung ist zu Ende: Es werden keine Stimmscheine mehr ausgegeben und keine Stimmzettel mehr angenommen.',
    fr: 'Ce vote est clos : plus aucun bulletin n’est remis ni accepté.',
    es: 'Esta votación ha terminado: ya no se entregan papeletas ni se admiten votos.',
    ar: 'انتهى هذا التصويت: لم تعد الأوراق تُعطى، ولا الأصوات تُقبل.',
  },
  'You do not stand on the roll of this vote, which was frozen before it opened.': {
    de: 'Du stehst nicht im Verzeichnis der Stimmberechtigten für diese Abstimmung; es wurde vor ihrem Beginn festgelegt.',
    fr: 'Vous ne figurez pas sur la liste électorale de ce vote, qui a été figée avant son ouverture.',
    es: 'No estás en el censo de esta votación, que se fijó antes de que se abriera.',
    ar: 'لست في قائمة الناخبين لهذا التصويت، وقد ثُبّتت قبل فتحه.',
  },
  'This is no ballot paper of this vote. Load the page again.': {
    de: 'Das ist kein Stimmschein dieser Abstimmung. Lade die Seite neu.',
    fr: 'Ce n’est pas un bulletin de ce vote. Rechargez la page.',
    es: 'Esta no es una papeleta de esta votación. Carga la página de nuevo.',
    ar: 'ليست هذه ورقة من أوراق هذا التصويت. أعد تحميل الصفحة.',
  },
  'You were given your ballot paper already. There is one for each member; use the browser or the file where yours is.':
    {
      de: 'Du hast deinen Stimmschein schon bekommen. Für jedes Mitglied gibt es einen; nimm den Browser oder die Datei, wo deiner ist.',
      fr: 'Votre bulletin vous a déjà été remis. Il y en a un par membre ; utilisez le navigateur ou le fichier où est le vôtre.',
      es: 'Ya se te dio tu papeleta. Hay una para cada miembro; usa el navegador o el archivo donde está la tuya.',
      ar: 'لقد أُعطيت ورقتك من قبل. ولكل عضو ورقة واحدة؛ فاستعمل المتصفح أو الملف الذي فيه ورقتك.',
    },
  'This code is not one of this vote. Make a new one on the page of the vote.': {
    de: 'Dieser Code gehört nicht zu dieser Abstimmung. Mach auf der Seite der Abstimmung einen neuen.',
    fr: 'Ce code n’est pas de ce vote. Faites-en un nouveau sur la page du vote.',
    es: 'Este código no es de esta votación. Crea uno nuevo en la página de la votación.',
    ar: 'ليست هذه شفرة هذا التصويت. أنشئ شفرة جديدة في صفحة التصويت.',
  },
  'This is no ballot of this vote. Load the page again and vote anew.': {
    de: 'Das ist kein Stimmzettel dieser Abstimmung. Lade die Seite neu und stimm noch einmal ab.',
    fr: 'Ce n’est pas un bulletin de ce vote. Rechargez la page et votez de nouveau.',
    es: 'Este voto no es de esta votación. Carga la página de nuevo y vota otra vez.',
    ar: 'ليس هذا صوتًا في هذا التصويت. أعد تحميل الصفحة وصوّت من جديد.',
  },
  'The ballot paper was not issued for this vote.': {
    de: 'Der Stimmschein wurde nicht für diese Abstimmung ausgegeben.',
    fr: 'Le bulletin n’a pas été remis pour ce vote.',
    es: 'La papeleta no se entregó para esta votación.',
    ar: 'لم تُعطَ هذه الورقة لهذا التصويت.',
  },
  'The ballot was changed after it was signed. Vote anew.': {
    de: 'Der Stimmzettel wurde nach dem Unterschreiben verändert. Stimm noch einmal ab.',
    fr: 'Le bulletin a été modifié après avoir été signé. Votez de nouveau.',
    es: 'La papeleta se cambió después de firmarla. Vota otra vez.',
    ar: 'غُيّرت الورقة بعد توقيعها. صوّت من جديد.',
  },
  'Another ballot was cast with this paper meanwhile. Vote once more to replace it.': {
    de: 'Mit diesem Stimmschein wurde inzwischen ein anderer Stimmzettel abgegeben. Stimm noch einmal ab, um ihn zu ersetzen.',
    fr: 'Entre-temps, un autre vote a été déposé avec ce bulletin. Votez encore une fois pour le remplacer.',
    es: 'Entretanto se emitió otro voto con esta papeleta. Vota una vez más para reemplazarlo.',
    ar: 'أُدلي في هذه الأثناء بصوت آخر بهذه الورقة. صوّت مرة أخرى ليحلّ صوتك محله.',
  },
  'The vote closed in the moment you voted; this ballot came too late and is not counted.': {
    de: 'Die Abstimmung endete in dem Augenblick, als du abgestimmt hast; dieser Stimmzettel kam zu spät und wird nicht gezählt.',
    fr: 'Le vote s’est clos au moment où vous avez voté ; ce bulletin est arrivé trop tard et n’est pas compté.',
    es: 'La votación se cerró en el momento en que votaste; este voto llegó demasiado tarde y no se cuenta.',
    ar: 'أُغلق التصويت في اللحظة التي صوّتّ فيها؛ فوصلت هذه الورقة متأخرة ولا تُعدّ.',
  },
  'There is no secret vote on {0} here.': {
    de: 'Eine geheime Abstimmung über {0} gibt es hier nicht.',
    fr: 'Il n’y a pas de vote secret sur {0} ici.',
    es: 'Aquí no hay ninguna votación secreta sobre {0}.',
    ar: 'لا يوجد هنا تصويت سري على {0}.',
  },
  'Only members of this community dispute its votes.': {
    de: 'Die Abstimmungen dieser Gemeinschaft bestreiten nur ihre Mitglieder.',
    fr: 'Seuls les membres de cette communauté contestent ses votes.',
    es: 'Las votaciones de esta comunidad solo las impugnan sus miembros.',
    ar: 'لا يعترض على تصويتات هذا المجتمع إلا أعضاؤه.',
  },
  'Who was given a ballot paper is told when the vote is over.': {
    de: 'Wer einen Stimmschein bekommen hat, wird gesagt, wenn die Abstimmung zu Ende ist.',
    fr: 'On dit qui a reçu un bulletin quand le vote est clos.',
    es: 'A quién se dio papeleta se dice cuando termina la votación.',
    ar: 'يُعلن من أُعطي ورقة حين ينتهي التصويت.',
  },
  'This could be disputed until {0}.': {
    de: 'Das konnte man bis {0} bestreiten.',
    fr: 'Cela pouvait être contesté jusqu’au {0}.',
    es: 'Esto se podía impugnar hasta el {0}.',
    ar: 'كان الاعتراض على هذا ممكنًا حتى {0}.',
  },
  'Say what is wrong, in up to 2,000 characters.': {
    de: 'Schreib in höchstens 2.000 Zeichen, was nicht stimmt.',
    fr: 'Dites ce qui ne va pas, en 2000 caractères au plus.',
    es: 'Di qué está mal, en 2000 caracteres como máximo.',
    ar: 'اذكر ما الخطأ، فيما لا يزيد على 2000 محرف.',
  },
  'This vote is not secret; it needs no keys.': {
    de: 'Diese Abstimmung ist nicht geheim; sie braucht keine Schlüssel.',
    fr: 'Ce vote n’est pas secret ; il n’a pas besoin de clés.',
    es: 'Esta votación no es secreta; no necesita claves.',
    ar: 'هذا التصويت ليس سريًا؛ فلا يحتاج إلى مفاتيح.',
  },
  'To whom the ballots of {0} are sealed was fixed when its text was frozen.': {
    de: 'Für wen die Stimmzettel von {0} versiegelt werden, wurde festgelegt, als der Text feststand.',
    fr: 'Pour qui les bulletins de {0} sont scellés a été fixé quand son texte a été figé.',
    es: 'Para quién se sellan las papeletas de {0} quedó determinado cuando se fijó su texto.',
    ar: 'حُدّد من تُختم لهم أوراق {0} حين ثُبّت نصه.',
  },
  'Ballots are sealed to the members who are tellers.': {
    de: 'Stimmzettel werden für die Mitglieder versiegelt, die Stimmenzähler sind.',
    fr: 'Les bulletins sont scellés pour les membres qui sont scrutateurs.',
    es: 'Las papeletas se sellan para los miembros que son escrutadores.',
    ar: 'تُختم الأوراق للأعضاء الذين هم محصو أصوات.',
  },
  'The ballots of this vote are not sealed to you.': {
    de: 'Die Stimmzettel dieser Abstimmung sind nicht für dich versiegelt.',
    fr: 'Les bulletins de ce vote ne sont pas scellés pour vous.',
    es: 'Las papeletas de esta votación no están selladas para ti.',
    ar: 'أوراق هذا التصويت ليست مختومة لك.',
  },
  'You have given your key for this vote already. Thank you.': {
    de: 'Du hast deinen Schlüssel für diese Abstimmung schon gegeben. Danke.',
    fr: 'Vous avez déjà donné votre clé pour ce vote. Merci.',
    es: 'Ya has dado tu clave para esta votación. Gracias.',
    ar: 'لقد أعطيت مفتاحك لهذا التصويت من قبل. شكرًا.',
  },
  'Keep your key until the vote is over and its board stands in the record.': {
    de: 'Heb deinen Schlüssel auf, bis die Abstimmung zu Ende ist und ihre Tafel im offenen Buch steht.',
    fr: 'Gardez votre clé jusqu’à ce que le vote soit clos et que son tableau figure au livre ouvert.',
    es: 'Guarda tu clave hasta que termine la votación y su tablero conste en el libro abierto.',
    ar: 'احتفظ بمفتاحك إلى أن ينتهي التصويت وتُسجَّل لوحته في السجل المفتوح.',
  },
  'This vote is decided. Your key is not needed any more; please delete it.': {
    de: 'Diese Abstimmung ist entschieden. Dein Schlüssel wird nicht mehr gebraucht; bitte lösch ihn.',
    fr: 'Ce vote est décidé. Votre clé n’est plus nécessaire ; veuillez la supprimer.',
    es: 'Esta votación está decidida. Tu clave ya no hace falta; bórrala, por favor.',
    ar: 'حُسم هذا التصويت. ولم تعد هناك حاجة إلى مفتاحك؛ احذفه من فضلك.',
  },
  'This is no public key of a teller. Let the page, or the command, make one.': {
    de: 'Das ist kein öffentlicher Schlüssel eines Stimmenzählers. Lass die Seite oder den Befehl einen machen.',
    fr: 'Ce n’est pas une clé publique de scrutateur. Laissez la page, ou la commande, en fabriquer une.',
    es: 'Esta no es una clave pública de escrutador. Deja que la página, o la orden, haga una.',
    ar: 'ليس هذا مفتاحًا عامًا لمحصي أصوات. دع الصفحة أو الأمر يصنع واحدًا.',
  },
  'This is not the other half of the key you gave for this vote. Look for its file.': {
    de: 'Das ist nicht die andere Hälfte des Schlüssels, den du für diese Abstimmung gegeben hast. Such seine Datei.',
    fr: 'Ce n’est pas l’autre moitié de la clé que vous avez donnée pour ce vote. Cherchez son fichier.',
    es: 'Esta no es la otra mitad de la clave que diste para esta votación. Busca su archivo.',
    ar: 'ليس هذا النصف الآخر من المفتاح الذي أعطيته لهذا التصويت. ابحث عن ملفه.',
  },
  'The ballots of {0} are not those that stand on its board.': {
    de: 'Die Stimmzettel von {0} sind nicht die, die auf der Tafel stehen.',
    fr: 'Les bulletins de {0} ne sont pas ceux qui figurent à son tableau.',
    es: 'Las papeletas de {0} no son las que constan en su tablero.',
    ar: 'أوراق {0} ليست الأوراق التي في لوحته.',
  },
});
