/**
 * What Telegram's page about a channel, and browsers that translate it, print beside the channel's own words, and what sites around it print: whole
 * lines, a language a row. `leading` lines stand on no other page; a channel's name may stand where `*` is. Others that begin with it are the ends of
 * leading lines.
 */
export interface LandingPhrases {
  readonly language: string;
  readonly leading: readonly string[];
  readonly others: readonly string[];
}

/** Case and the signs at the end of a line do not count. */
// biome-ignore format: a row of words each
export const landingPhrases: readonly LandingPhrases[] = [
  {
    language: "English",
    leading: [
      "If you have Telegram, you can *", "You can view and join *", "You can contact * right away", "Telegram: Contact *", "Telegram: View *", "Telegram: Join *",
      "Preview channel", "Don't have Telegram yet? Try it now", "This channel has no posts yet", "There are no posts here yet", "No posts yet", "No messages here yet",
      "You are invited to *", "Click above to join",
    ],
    others: [
      "* right away", "Telegram", "Telegram Messenger", "Download", "Download Telegram", "View in Telegram", "Open in Telegram", "Open Telegram", "Open in web", "Join", "Join channel", "Join group", "View channel", "View group", "Open channel",
      "Send message", "Subscribe", "Share", "Context", "Embed", "Sign in", "Sign up", "Log in", "Login", "Home", "Menu", "Search", "Back", "Close", "About", "Contact", "Contact us", "FAQ", "Help", "Blog", "Apps", "API", "Platform", "Protocol",
      "Privacy", "Privacy policy", "Terms", "Terms of service", "Terms of use", "Cookie policy", "Cookie settings", "Accept", "Accept all", "Accept cookies", "Reject", "Reject all", "Decline", "Manage", "OK", "Got it", "I agree", "Advertising", "Language",
      "Report", "Similar channels", "Channels", "Catalog", "Statistics", "Next", "Previous", "Dark mode", "All rights reserved", "Powered by *",
    ],
  },
  {
    language: "Russian",
    leading: [
      "Если у вас есть Telegram, вы можете *", "Если у вас установлен Telegram, вы можете *", "Вы можете посмотреть и вступить в *", "Вы можете просмотреть и присоединиться к *",
      "Предпросмотр канала", "Просмотр канала", "Предварительный просмотр канала", "У вас ещё нет Telegram? Попробуйте сейчас", "В этом канале пока нет публикаций", "В этом канале пока нет постов", "Публикаций пока нет", "Постов пока нет",
    ],
    others: [
      "* прямо сейчас", "* сразу", "Телеграм", "Скачать", "Скачать Telegram", "Открыть в Telegram", "Посмотреть в Telegram", "Присоединиться", "Вступить", "Подписаться", "Открыть канал", "Поделиться", "Войти", "Регистрация", "Главная", "Меню", "Поиск", "Назад", "О проекте", "О нас",
      "Контакты", "Помощь", "Политика конфиденциальности", "Условия использования", "Пользовательское соглашение", "Принять", "Принять все", "Отклонить", "Понятно", "Хорошо", "Реклама", "Язык", "Похожие каналы", "Каналы", "Каталог", "Статистика", "Пожаловаться",
    ],
  },
  {
    language: "Ukrainian",
    leading: ["Якщо у вас є Telegram, ви можете *", "Ви можете переглянути та приєднатися до *", "Попередній перегляд каналу", "Перегляд каналу", "У цьому каналі ще немає дописів", "Дописів ще немає"],
    others: ["* прямо зараз", "* одразу", "Завантажити", "Відкрити в Telegram", "Переглянути в Telegram", "Приєднатися", "Підписатися", "Поділитися", "Увійти", "Головна", "Пошук", "Політика конфіденційності", "Умови використання", "Прийняти", "Відхилити", "Мова", "Канали", "Статистика"],
  },
  {
    language: "German",
    leading: ["Wenn Sie Telegram haben, können Sie *", "Wenn du Telegram hast, kannst du *", "Sie können * ansehen und beitreten", "Kanalvorschau", "Vorschau des Kanals", "Kanal-Vorschau", "Dieser Kanal hat noch keine Beiträge", "Noch keine Beiträge"],
    others: ["* sofort ansehen und beitreten", "* sofort beitreten", "* sofort", "Herunterladen", "Telegram herunterladen", "In Telegram öffnen", "In Telegram ansehen", "Beitreten", "Kanal beitreten", "Abonnieren", "Teilen", "Anmelden", "Startseite", "Menü", "Suche", "Zurück", "Über uns", "Kontakt", "Hilfe", "Datenschutz", "Datenschutzerklärung", "Impressum", "Nutzungsbedingungen", "AGB", "Akzeptieren", "Alle akzeptieren", "Ablehnen", "Alle ablehnen", "Verstanden", "Werbung", "Sprache", "Ähnliche Kanäle", "Kanäle", "Statistik"],
  },
  {
    language: "Spanish",
    leading: ["Si tienes Telegram, puedes *", "Puedes ver y unirte a *", "Vista previa del canal", "Previsualizar canal", "Este canal aún no tiene publicaciones", "Aún no hay publicaciones", "Todavía no hay publicaciones"],
    others: ["* de inmediato", "* ahora mismo", "* inmediatamente", "Descargar", "Descargar Telegram", "Abrir en Telegram", "Ver en Telegram", "Unirse", "Unirse al canal", "Suscribirse", "Compartir", "Iniciar sesión", "Inicio", "Menú", "Buscar", "Volver", "Acerca de", "Contacto", "Ayuda", "Privacidad", "Política de privacidad", "Términos de uso", "Términos de servicio", "Aceptar", "Aceptar todo", "Rechazar", "Rechazar todo", "Entendido", "Publicidad", "Idioma", "Canales similares", "Canales", "Estadísticas"],
  },
  {
    language: "French",
    leading: ["Si vous avez Telegram, vous pouvez *", "Vous pouvez voir et rejoindre *", "Aperçu du canal", "Aperçu de la chaîne", "Ce canal n'a pas encore de publications", "Aucune publication pour le moment"],
    others: ["* immédiatement", "* tout de suite", "Télécharger", "Télécharger Telegram", "Ouvrir dans Telegram", "Voir dans Telegram", "Rejoindre", "Rejoindre le canal", "S'abonner", "Partager", "Se connecter", "Accueil", "Menu", "Rechercher", "Retour", "À propos", "Contact", "Aide", "Confidentialité", "Politique de confidentialité", "Conditions d'utilisation", "Mentions légales", "Accepter", "Tout accepter", "Refuser", "Tout refuser", "Publicité", "Langue", "Canaux similaires", "Canaux", "Statistiques"],
  },
  {
    language: "Italian",
    leading: ["Se hai Telegram, puoi *", "Puoi visualizzare e unirti a *", "Anteprima canale", "Anteprima del canale", "Questo canale non ha ancora post"],
    others: ["* subito", "* immediatamente", "Scarica", "Scarica Telegram", "Apri in Telegram", "Vedi su Telegram", "Unisciti", "Iscriviti", "Condividi", "Accedi", "Home", "Cerca", "Indietro", "Contatti", "Privacy", "Informativa sulla privacy", "Termini di servizio", "Accetta", "Accetta tutto", "Rifiuta", "Lingua", "Canali", "Statistiche"],
  },
  {
    language: "Portuguese",
    leading: ["Se você tem o Telegram, pode *", "Se você tem Telegram, pode *", "Você pode ver e entrar em *", "Pré-visualizar canal", "Visualizar canal", "Prévia do canal", "Este canal ainda não tem publicações"],
    others: ["* agora mesmo", "* imediatamente", "Baixar", "Baixar Telegram", "Transferir", "Abrir no Telegram", "Ver no Telegram", "Entrar", "Entrar no canal", "Inscrever-se", "Compartilhar", "Partilhar", "Início", "Buscar", "Pesquisar", "Voltar", "Sobre", "Contato", "Ajuda", "Privacidade", "Política de privacidade", "Termos de uso", "Aceitar", "Aceitar tudo", "Rejeitar", "Idioma", "Canais", "Estatísticas"],
  },
  {
    language: "Turkish",
    leading: ["Telegram'ınız varsa, *", "Telegram'a sahipseniz, *", "Kanal önizlemesi", "Kanalı önizle", "Bu kanalda henüz gönderi yok"],
    others: ["* hemen katılabilirsiniz", "İndir", "Telegram'da aç", "Telegram'da görüntüle", "Katıl", "Kanala katıl", "Abone ol", "Paylaş", "Giriş yap", "Ana sayfa", "Ara", "Geri", "Hakkında", "İletişim", "Gizlilik politikası", "Kullanım koşulları", "Kabul et", "Reddet", "Dil", "Kanallar", "İstatistikler"],
  },
  {
    language: "Polish",
    leading: ["Jeśli masz Telegram, możesz *", "Jeśli masz Telegrama, możesz *", "Podgląd kanału", "Ten kanał nie ma jeszcze postów"],
    others: ["* od razu", "* natychmiast", "Pobierz", "Pobierz Telegram", "Otwórz w Telegramie", "Zobacz w Telegramie", "Dołącz", "Subskrybuj", "Udostępnij", "Zaloguj się", "Strona główna", "Szukaj", "Wstecz", "O nas", "Kontakt", "Polityka prywatności", "Regulamin", "Akceptuj", "Odrzuć", "Język", "Kanały", "Statystyki"],
  },
  {
    language: "Arabic",
    leading: ["إذا كان لديك تيليجرام، يمكنك *", "إذا كان لديك Telegram، يمكنك *", "إذا كان لديك Telegram، فيمكنك *", "يمكنك عرض * والانضمام", "معاينة القناة", "لا توجد منشورات في هذه القناة بعد", "لا توجد منشورات بعد"],
    others: ["* على الفور", "* الآن", "تيليجرام", "تنزيل", "تحميل", "فتح في تيليجرام", "عرض في تيليجرام", "عرض في Telegram", "انضم", "الانضمام", "انضم إلى القناة", "اشترك", "مشاركة", "تسجيل الدخول", "الرئيسية", "بحث", "رجوع", "حول", "اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام", "قبول", "رفض", "اللغة", "القنوات", "الإحصائيات"],
  },
  {
    language: "Persian",
    leading: ["اگر تلگرام دارید، می‌توانید *", "اگر تلگرام دارید می‌توانید *", "پیش‌نمایش کانال", "پیش نمایش کانال", "این کانال هنوز پستی ندارد"],
    others: ["* فوراً", "تلگرام", "دانلود", "دانلود تلگرام", "باز کردن در تلگرام", "مشاهده در تلگرام", "عضویت", "عضویت در کانال", "پیوستن", "اشتراک‌گذاری", "ورود", "خانه", "جستجو", "بازگشت", "درباره", "تماس با ما", "حریم خصوصی", "قوانین", "پذیرفتن", "رد کردن", "زبان", "کانال‌ها", "آمار"],
  },
];
