import { words } from './language.ts';

/** What the script of passkeys says where one cannot be made or used. */
export const PASSKEY_SCRIPT = words({
  unable: {
    en: 'This browser cannot use passkeys here. Take another way, or a newer browser.',
    de: 'Dieser Browser kann hier keine Passkeys verwenden. Nimm einen anderen Weg oder einen neueren Browser.',
    fr: 'Ce navigateur ne peut pas utiliser de clés d’accès ici. Prenez un autre chemin, ou un navigateur plus récent.',
    es: 'Este navegador no puede usar llaves de acceso aquí. Toma otro camino o usa un navegador más nuevo.',
    ar: 'لا يستطيع هذا المتصفح استخدام مفاتيح المرور هنا. اسلك طريقًا آخر، أو استخدم متصفحًا أحدث.',
  },
  lost: {
    en: 'The server could not be reached. Nothing was changed; try again.',
    de: 'Der Server war nicht zu erreichen. Nichts wurde geändert; versuch es noch einmal.',
    fr: 'Le serveur est injoignable. Rien n’a été modifié ; réessayez.',
    es: 'No se ha podido contactar con el servidor. No ha cambiado nada; inténtalo de nuevo.',
    ar: 'تعذر الوصول إلى الخادم. لم يتغير شيء؛ حاول مرة أخرى.',
  },
  none: {
    en: 'No passkey was used: it was cancelled, or there is none for this server. Try again.',
    de: 'Es wurde kein Passkey verwendet: Es wurde abgebrochen, oder es gibt keinen für diesen Server. Versuch es noch einmal.',
    fr: 'Aucune clé d’accès n’a été utilisée : c’était annulé, ou il n’y en a pas pour ce serveur. Réessayez.',
    es: 'No se ha usado ninguna llave de acceso: se canceló, o no hay ninguna para este servidor. Inténtalo de nuevo.',
    ar: 'لم يُستخدم أي مفتاح مرور: أُلغي الأمر، أو لا يوجد مفتاح لهذا الخادم. حاول مرة أخرى.',
  },
  already: {
    en: 'This device has a passkey for you here already.',
    de: 'Dieses Gerät hat hier schon einen Passkey für dich.',
    fr: 'Cet appareil a déjà une clé d’accès pour vous ici.',
    es: 'Este dispositivo ya tiene una llave de acceso para ti aquí.',
    ar: 'في هذا الجهاز مفتاح مرور لك هنا من قبل.',
  },
  elsewhere: {
    en: 'Passkeys work at this server’s own address only. Open it by that, then try again.',
    de: 'Passkeys gehen nur unter der eigenen Adresse dieses Servers. Öffne ihn darüber und versuch es noch einmal.',
    fr: 'Les clés d’accès ne marchent qu’à l’adresse propre de ce serveur. Ouvrez-le par celle-ci, puis réessayez.',
    es: 'Las llaves de acceso solo funcionan en la dirección propia de este servidor. Ábrelo por ella e inténtalo de nuevo.',
    ar: 'لا تعمل مفاتيح المرور إلا على عنوان هذا الخادم نفسه. افتحه بذلك العنوان ثم حاول مرة أخرى.',
  },
  refused: {
    en: 'The server did not take it. Load the page again.',
    de: 'Der Server hat es nicht angenommen. Lade die Seite neu.',
    fr: 'Le serveur ne l’a pas accepté. Rechargez la page.',
    es: 'El servidor no lo ha aceptado. Vuelve a cargar la página.',
    ar: 'لم يقبله الخادم. أعد تحميل الصفحة.',
  },
  failed: {
    en: 'That did not work in this browser. Try again, or take another way.',
    de: 'Das ging in diesem Browser nicht. Versuch es noch einmal, oder nimm einen anderen Weg.',
    fr: 'Cela n’a pas marché dans ce navigateur. Réessayez, ou prenez un autre chemin.',
    es: 'Eso no ha funcionado en este navegador. Inténtalo de nuevo o toma otro camino.',
    ar: 'لم ينجح ذلك في هذا المتصفح. حاول مرة أخرى، أو اسلك طريقًا آخر.',
  },
});
