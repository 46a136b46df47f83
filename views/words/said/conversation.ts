import { sentences } from './sentences.ts';

/** Threads, kinds of posts, held posts, and texts that are erased. */
export const CONVERSATION = sentences({
  'Join this community first.': {
    de: 'Tritt zuerst dieser Gemeinschaft bei.',
    fr: 'Rejoignez d’abord cette communauté.',
    es: 'Únete primero a esta comunidad.',
    ar: 'انضم أولًا إلى هذا المجتمع.',
  },
  'Only who opened a thread, or a moderator, orders it. Ask one of them in a reply.': {
    de: 'Einen Faden ordnet nur, wer ihn begonnen hat, oder ein Moderator. Frag in einer Antwort danach.',
    fr: 'Seule la personne qui a ouvert un fil, ou un modérateur, le met en ordre. Demandez-le dans une réponse.',
    es: 'Un hilo solo lo ordena quien lo abrió o un moderador. Pídeselo en una respuesta.',
    ar: 'لا يرتّب الموضوع إلا من فتحه أو أحد المشرفين. اطلب ذلك منهم في رد.',
  },
  'This opens the thread already. Choose one of its replies.': {
    de: 'Damit beginnt der Faden schon. Wähle eine der Antworten.',
    fr: 'C’est déjà ce qui ouvre le fil. Choisissez une de ses réponses.',
    es: 'Con esto ya empieza el hilo. Elige una de sus respuestas.',
    ar: 'هذا هو ما يفتتح الموضوع أصلًا. اختر أحد ردوده.',
  },
  'Give the new thread a title.': {
    de: 'Gib dem neuen Faden einen Titel.',
    fr: 'Donnez un titre au nouveau fil.',
    es: 'Dale un título al hilo nuevo.',
    ar: 'ضع عنوانًا للموضوع الجديد.',
  },
  'A title has at most {0} characters.': {
    de: 'Ein Titel hat höchstens {0} Zeichen.',
    fr: 'Un titre a au plus {0} caractères.',
    es: 'Un título tiene como mucho {0} caracteres.',
    ar: 'لا يتجاوز العنوان {0, plural, one {محرفًا واحدًا} two {محرفين} few {# محارف} many {# محرفًا} other {# محرف}}.',
  },
  'That is the same thread. Name another one of this community.': {
    de: 'Das ist derselbe Faden. Nenne einen anderen dieser Gemeinschaft.',
    fr: 'C’est le même fil. Nommez-en un autre de cette communauté.',
    es: 'Es el mismo hilo. Nombra otro de esta comunidad.',
    ar: 'هذا هو الموضوع نفسه. اذكر موضوعًا آخر من هذا المجتمع.',
  },
  'Only members of this community name its kinds.': {
    de: 'Nur Mitglieder dieser Gemeinschaft benennen ihre Arten.',
    fr: 'Seuls les membres de cette communauté nomment ses sortes.',
    es: 'Solo los miembros de esta comunidad nombran sus tipos.',
    ar: 'تسمية أنواع هذا المجتمع لأعضائه وحدهم.',
  },
  'Write one word of letters and digits, like FieldNote, with at most 50 of them.': {
    de: 'Schreib ein Wort aus Buchstaben und Ziffern, etwa Feldnotiz, mit höchstens 50 davon.',
    fr: 'Écrivez un seul mot de lettres et de chiffres, comme NoteDeTerrain, de 50 signes au plus.',
    es: 'Escribe una sola palabra de letras y cifras, como NotaDeCampo, con 50 como mucho.',
    ar: 'اكتب كلمة واحدة من حروف وأرقام، مثل ملاحظة_ميدانية، لا تتجاوز 50 منها.',
  },
  '#{0} is a kind here already. Choose another word.': {
    de: '#{0} ist hier schon eine Art. Wähle ein anderes Wort.',
    fr: '#{0} est déjà une sorte ici. Choisissez un autre mot.',
    es: '#{0} ya es un tipo aquí. Elige otra palabra.',
    ar: 'الوسم #{0} نوع هنا من قبل. اختر كلمة أخرى.',
  },
  'There are {0} kinds already. Ask that one be taken off the list first.': {
    de: 'Es gibt schon {0} Arten. Bitte zuerst darum, dass eine von der Liste genommen wird.',
    fr: 'Il y a déjà {0} sortes. Demandez d’abord que l’une soit retirée de la liste.',
    es: 'Ya hay {0} tipos. Pide primero que se quite uno de la lista.',
    ar: 'عدد الأنواع هنا {0} بالفعل. اطلب أولًا أن يُزال أحدها من القائمة.',
  },
  'There is no such kind here, or not any more.': {
    de: 'Diese Art gibt es hier nicht oder nicht mehr.',
    fr: 'Cette sorte n’existe pas ici, ou plus.',
    es: 'Aquí no hay ningún tipo así, o ya no lo hay.',
    ar: 'لا يوجد هنا نوع كهذا، أو لم يعد موجودًا.',
  },
  'Only the member who named a kind, or a moderator, takes it off the list.': {
    de: 'Von der Liste nimmt eine Art nur das Mitglied, das sie benannt hat, oder ein Moderator.',
    fr: 'Seul le membre qui a nommé une sorte, ou un modérateur, la retire de la liste.',
    es: 'Un tipo solo lo quita de la lista el miembro que lo nombró o un moderador.',
    ar: 'لا يزيل النوع من القائمة إلا العضو الذي سمّاه أو أحد المشرفين.',
  },
  'Only moderators release a held post.': {
    de: 'Nur Moderatoren geben einen zurückgehaltenen Beitrag frei.',
    fr: 'Seuls les modérateurs libèrent un message retenu.',
    es: 'Solo los moderadores liberan un mensaje retenido.',
    ar: 'لا يُفرج عن منشور موقوف إلا المشرفون.',
  },
  'The founder’s provisional time is over: moderators release this post, or it is shown when its hold ends by itself.':
    {
      de: 'Die vorläufige Zeit der Gründung ist vorbei: Diesen Beitrag geben Moderatoren frei, oder er wird gezeigt, wenn seine Zeit von selbst um ist.',
      fr: 'Le temps provisoire de la fondation est passé : les modérateurs libèrent ce message, ou il est affiché quand son délai prend fin de soi-même.',
      es: 'El tiempo provisional de la fundación ha terminado: este mensaje lo liberan los moderadores, o se muestra cuando su plazo acaba por sí solo.',
      ar: 'انقضت مدة المؤسس المؤقتة: يُفرج المشرفون عن هذا المنشور، أو يُعرض حين تنتهي مدة إيقافه تلقائيًّا.',
    },
  'This post is not held.': {
    de: 'Dieser Beitrag wird nicht zurückgehalten.',
    fr: 'Ce message n’est pas retenu.',
    es: 'Este mensaje no está retenido.',
    ar: 'هذا المنشور ليس موقوفًا.',
  },
  'No hold of this post ends now.': {
    de: 'Bei diesem Beitrag endet jetzt kein Zurückhalten.',
    fr: 'Aucune retenue de ce message ne prend fin maintenant.',
    es: 'Ninguna retención de este mensaje termina ahora.',
    ar: 'لا ينتهي الآن إيقاف لهذا المنشور.',
  },
  'There is no such text in the record.': {
    de: 'Diesen Text gibt es im Buch nicht.',
    fr: 'Ce texte n’existe pas dans le livre.',
    es: 'No hay ningún texto así en el libro.',
    ar: 'لا يوجد نص كهذا في السجل.',
  },
  'That text has been erased already.': {
    de: 'Dieser Text wurde schon gelöscht.',
    fr: 'Ce texte a déjà été effacé.',
    es: 'Ese texto ya se ha borrado.',
    ar: 'سبق أن مُحي ذلك النص.',
  },
  'There is no text there that can be erased. What was decided always stays.': {
    de: 'Dort steht kein Text, der gelöscht werden kann. Was entschieden wurde, bleibt immer.',
    fr: 'Il n’y a pas là de texte qui puisse être effacé. Ce qui a été décidé reste toujours.',
    es: 'Ahí no hay ningún texto que se pueda borrar. Lo que se decidió queda siempre.',
    ar: 'لا يوجد هناك نص يمكن محوه. وما تقرّر يبقى دائمًا.',
  },
  'Say which law or order demands it: the reason stands in the record.': {
    de: 'Sag, welches Gesetz oder welche Anordnung es verlangt: Der Grund steht im Buch.',
    fr: 'Dites quelle loi ou quel ordre l’exige : la raison figure dans le livre.',
    es: 'Di qué ley u orden lo exige: la razón consta en el libro.',
    ar: 'اذكر أي قانون أو أمر يوجب ذلك: فالسبب يُدوَّن في السجل.',
  },
  'Only who wrote a text can have it erased.': {
    de: 'Nur wer einen Text geschrieben hat, kann ihn löschen lassen.',
    fr: 'Seule la personne qui a écrit un texte peut le faire effacer.',
    es: 'Solo quien escribió un texto puede hacer que se borre.',
    ar: 'لا يطلب محو النص إلا من كتبه.',
  },
  'Others still decide on it. You can have it erased when that is over.': {
    de: 'Andere entscheiden noch darüber. Wenn das vorbei ist, kannst du ihn löschen lassen.',
    fr: 'D’autres en décident encore. Vous pourrez le faire effacer quand ce sera terminé.',
    es: 'Otras personas aún deciden sobre él. Podrás hacer que se borre cuando eso termine.',
    ar: 'لا يزال آخرون يبتّون فيه. ويمكنك طلب محوه حين ينتهي ذلك.',
  },
  'That this record contradicts itself stands in the book already.': {
    de: 'Dass dieses Buch sich widerspricht, steht schon im offenen Buch.',
    fr: 'Que ce livre se contredit figure déjà dans le livre ouvert.',
    es: 'Que ese libro se contradice ya consta en el libro abierto.',
    ar: 'مدوَّن في السجل المفتوح من قبل أن ذلك السجل يناقض نفسه.',
  },
});
