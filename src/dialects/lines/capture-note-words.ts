/**
 * What people and tools write over a text that they kept, a language a row: that it was `captured` (with the day), where from (`source`), who
 * published it (`name`), when (`date`), and what else such lists of labels tell (`others`). Tools write English whatever the language of the page.
 */
export interface CaptureNoteWords {
  readonly language: string;
  readonly captured: readonly string[];
  readonly source: readonly string[];
  readonly name: readonly string[];
  readonly date: readonly string[];
  readonly others: readonly string[];
}

/** In lower case. */
// biome-ignore format: a row of words each
export const captureNoteWords: readonly CaptureNoteWords[] = [
  {
    language: "English",
    captured: ["saved", "retrieved", "accessed", "captured", "archived", "downloaded", "fetched", "copied", "scraped", "crawled", "collected", "exported", "clipped", "snapshot", "capture", "retrieval", "capture date", "date saved", "date captured", "date retrieved", "date accessed", "access date", "access-date", "accessdate", "date of access", "date of capture", "date of retrieval", "retrieval date", "snapshot date", "snapshot taken", "screenshot taken", "last accessed", "retrieved_at", "saved_at", "captured_at", "archived_at", "fetched_at", "scraped_at", "scraped at", "saved at", "fetched at", "captured at", "archive date", "created"],
    source: ["source", "url", "url source", "source url", "link", "address", "page", "webpage", "web page", "original", "original url", "permalink", "canonical", "from", "origin", "site"],
    name: ["channel", "channel name", "channel title", "telegram channel", "title", "name", "telegram"],
    date: ["date", "time", "timestamp", "datetime", "as of"],
    others: ["markdown content", "text content", "content", "published time", "published", "warning", "description", "language", "lang", "tags", "author", "publisher", "username", "user name", "handle", "subscribers", "members", "followers", "note", "notes", "type", "id", "by", "saved by", "captured by", "archived by", "collected by", "tool", "format", "encoding", "timezone", "time zone", "country", "topic", "project", "updated"],
  },
  {
    language: "Russian",
    captured: ["сохранено", "сохранена", "сохранён", "сохранен", "скопировано", "скачано", "выгружено", "выгрузка", "архивировано", "заархивировано", "получено", "собрано", "снимок", "копия", "копия от", "дата сохранения", "дата копирования", "дата обращения", "дата доступа", "дата выгрузки", "дата архивации", "дата снимка", "дата сбора"],
    source: ["источник", "адрес", "ссылка", "url", "страница", "из", "откуда"], name: ["канал", "телеграм-канал", "телеграм канал", "telegram-канал", "название", "название канала", "заголовок", "имя"], date: ["дата", "время"],
    others: ["описание", "язык", "автор", "подписчики", "подписчиков", "примечание", "теги", "текст", "кем", "сохранил", "сохранила"],
  },
  {
    language: "Ukrainian",
    captured: ["збережено", "скопійовано", "завантажено", "архівовано", "заархівовано", "отримано", "зібрано", "знімок", "копія", "дата збереження", "дата звернення", "дата доступу", "дата копіювання", "дата знімка"],
    source: ["джерело", "адреса", "посилання", "сторінка", "з"], name: ["канал", "телеграм-канал", "назва", "назва каналу", "заголовок"], date: ["дата", "час"], others: ["опис", "мова", "автор", "підписники", "примітка", "теги", "текст"],
  },
  {
    language: "German",
    captured: ["gespeichert", "abgerufen", "archiviert", "kopiert", "heruntergeladen", "gesichert", "erfasst", "zugriff", "abruf", "abgerufen am", "datum des abrufs", "abrufdatum", "zugriffsdatum", "datum des zugriffs", "letzter zugriff", "sicherung vom", "kopie vom"],
    source: ["quelle", "adresse", "link", "seite", "von", "aus"], name: ["kanal", "telegram-kanal", "kanalname", "titel", "name"], date: ["datum", "zeit", "uhrzeit", "stand"], others: ["beschreibung", "sprache", "autor", "abonnenten", "notiz", "anmerkung", "schlagwörter", "text", "inhalt"],
  },
  {
    language: "French",
    captured: ["enregistré", "enregistrée", "sauvegardé", "sauvegardée", "consulté", "consultée", "archivé", "archivée", "copié", "copiée", "téléchargé", "récupéré", "capturé", "capture", "date de consultation", "date d'accès", "date d’accès", "date de capture", "date de sauvegarde", "dernière consultation"],
    source: ["source", "adresse", "lien", "page", "depuis", "de"], name: ["canal", "chaîne", "chaîne telegram", "canal telegram", "nom", "titre"], date: ["date", "heure"], others: ["description", "langue", "auteur", "abonnés", "note", "remarque", "texte", "contenu"],
  },
  {
    language: "Spanish",
    captured: ["guardado", "guardada", "consultado", "consultada", "archivado", "archivada", "copiado", "copiada", "descargado", "descargada", "recuperado", "capturado", "captura", "fecha de consulta", "fecha de acceso", "fecha de captura", "fecha de descarga", "último acceso"],
    source: ["fuente", "dirección", "enlace", "página", "de", "desde"], name: ["canal", "canal de telegram", "nombre", "título"], date: ["fecha", "hora"], others: ["descripción", "idioma", "autor", "suscriptores", "nota", "texto", "contenido", "etiquetas"],
  },
  {
    language: "Portuguese",
    captured: ["salvo", "salva", "guardado", "guardada", "acessado", "acedido", "consultado", "arquivado", "copiado", "baixado", "descarregado", "capturado", "captura", "data de acesso", "data de captura", "data de consulta", "acesso"],
    source: ["fonte", "endereço", "ligação", "link", "página", "de"], name: ["canal", "canal do telegram", "nome", "título"], date: ["data", "hora"], others: ["descrição", "idioma", "língua", "autor", "inscritos", "nota", "texto", "conteúdo"],
  },
  {
    language: "Italian",
    captured: ["salvato", "salvata", "consultato", "consultata", "archiviato", "archiviata", "copiato", "copiata", "scaricato", "acquisito", "recuperato", "data di accesso", "data di consultazione", "data di salvataggio", "ultimo accesso"],
    source: ["fonte", "indirizzo", "link", "pagina", "da"], name: ["canale", "canale telegram", "nome", "titolo"], date: ["data", "ora"], others: ["descrizione", "lingua", "autore", "iscritti", "nota", "testo", "contenuto"],
  },
  {
    language: "Dutch",
    captured: ["opgeslagen", "geraadpleegd", "gearchiveerd", "gekopieerd", "gedownload", "opgehaald", "bewaard", "datum van raadpleging", "geraadpleegd op"],
    source: ["bron", "adres", "link", "pagina", "van", "uit"], name: ["kanaal", "telegramkanaal", "telegram-kanaal", "naam", "titel"], date: ["datum", "tijd"], others: ["beschrijving", "taal", "auteur", "abonnees", "notitie", "tekst"],
  },
  {
    language: "Danish and Norwegian",
    captured: ["gemt", "hentet", "lagret", "besøgt", "besøkt", "kopieret", "kopiert", "arkiveret", "arkivert", "tilgået", "lest", "læst"],
    source: ["kilde", "adresse", "link", "lenke", "side", "fra"], name: ["kanal", "navn", "titel", "tittel"], date: ["dato", "tid"], others: ["beskrivelse", "sprog", "språk", "forfatter", "bemærkning", "merknad", "tekst"],
  },
  {
    language: "Polish",
    captured: ["zapisano", "zapisane", "skopiowano", "pobrano", "zarchiwizowano", "dostęp", "data dostępu", "data zapisu", "data pobrania", "zrzut"],
    source: ["źródło", "adres", "link", "strona", "z"], name: ["kanał", "kanał telegram", "nazwa", "tytuł"], date: ["data", "czas", "godzina"], others: ["opis", "język", "autor", "subskrybenci", "uwaga", "notatka", "tekst"],
  },
  {
    language: "Czech and Slovak",
    captured: ["uloženo", "uložené", "staženo", "stiahnuté", "zkopírováno", "skopírované", "archivováno", "archivované", "citováno", "navštíveno", "datum přístupu", "dátum prístupu"],
    source: ["zdroj", "adresa", "odkaz", "stránka", "z"], name: ["kanál", "název", "názov", "titul"], date: ["datum", "dátum", "čas"], others: ["popis", "jazyk", "autor", "poznámka", "text"],
  },
  {
    language: "Romanian",
    captured: ["salvat", "salvată", "accesat", "accesată", "arhivat", "copiat", "descărcat", "data accesării", "data salvării"],
    source: ["sursa", "sursă", "adresa", "adresă", "pagina", "din", "de pe"], name: ["canal", "canalul", "nume", "titlu"], date: ["data", "ora"], others: ["descriere", "limba", "autor", "abonați", "notă", "text"],
  },
  {
    language: "Turkish",
    captured: ["kaydedildi", "kaydedilme", "kayıt", "kayıt tarihi", "erişim", "erişim tarihi", "alındı", "alınma tarihi", "kopyalandı", "arşivlendi", "indirildi"],
    source: ["kaynak", "adres", "bağlantı", "sayfa"], name: ["kanal", "kanal adı", "telegram kanalı", "ad", "adı", "başlık"], date: ["tarih", "saat", "zaman"], others: ["açıklama", "dil", "yazar", "abone", "not", "metin", "içerik", "tarihinde"],
  },
  {
    language: "Serbian, Croatian and Bulgarian",
    captured: ["spremljeno", "sačuvano", "сачувано", "preuzeto", "преузето", "pristupljeno", "приступљено", "kopirano", "копирано", "arhivirano", "архивирано", "запазено", "изтеглено", "достъп", "посетено"],
    source: ["izvor", "извор", "източник", "adresa", "адреса", "адрес", "страница", "stranica", "от", "од", "sa", "са"], name: ["kanal", "канал", "naziv", "назив", "име", "заглавие", "naslov", "наслов"], date: ["datum", "датум", "дата", "vrijeme", "време", "час"], others: ["opis", "опис", "описание", "jezik", "језик", "език", "napomena", "бележка", "текст", "tekst"],
  },
  {
    language: "Greek",
    captured: ["αποθηκεύτηκε", "αποθήκευση", "ανακτήθηκε", "ανάκτηση", "πρόσβαση", "αντιγράφηκε", "αρχειοθετήθηκε", "ημερομηνία πρόσβασης", "ημερομηνία αποθήκευσης"],
    source: ["πηγή", "διεύθυνση", "σύνδεσμος", "σελίδα", "από"], name: ["κανάλι", "όνομα", "τίτλος"], date: ["ημερομηνία", "ώρα"], others: ["περιγραφή", "γλώσσα", "συγγραφέας", "σημείωση", "κείμενο"],
  },
  {
    language: "Hungarian, Finnish and Swedish",
    captured: ["mentve", "lementve", "letöltve", "hozzáférés", "archiválva", "elérés dátuma", "tallennettu", "haettu", "kopioitu", "arkistoitu", "luettu", "viitattu", "sparad", "sparat", "hämtad", "hämtat", "hämtades", "kopierad", "kopierat", "arkiverad", "läst", "besökt"],
    source: ["forrás", "cím", "oldal", "lähde", "osoite", "sivu", "källa", "adress", "länk", "sida", "från"], name: ["csatorna", "név", "kanava", "nimi", "otsikko", "kanal", "namn", "titel"], date: ["dátum", "idő", "päivä", "päiväys", "aika", "datum", "tid"], others: ["leírás", "nyelv", "megjegyzés", "kuvaus", "kieli", "huomautus", "teksti", "beskrivning", "språk", "anteckning", "text", "szöveg"],
  },
  {
    language: "Arabic",
    captured: ["حفظ", "حفظت", "تم الحفظ", "حفظ في", "تم الاطلاع", "اطلع عليه", "اطلع عليها", "تاريخ الحفظ", "تاريخ الاطلاع", "تاريخ الوصول", "تاريخ الأرشفة", "أرشف", "نسخ", "نسخت", "تم النسخ", "استرجع"],
    source: ["المصدر", "الرابط", "العنوان الإلكتروني", "الصفحة", "من"], name: ["القناة", "قناة", "اسم القناة", "العنوان", "الاسم"], date: ["التاريخ", "الوقت"], others: ["الوصف", "اللغة", "الكاتب", "المشتركون", "ملاحظة", "النص", "في", "بتاريخ"],
  },
  {
    language: "Persian",
    captured: ["ذخیره", "ذخیره شد", "ذخیره شده", "دریافت", "دریافت شده", "بازیابی", "تاریخ ذخیره", "تاریخ دسترسی", "تاریخ دریافت", "آرشیو", "کپی شده"],
    source: ["منبع", "نشانی", "پیوند", "لینک", "صفحه", "از"], name: ["کانال", "نام کانال", "عنوان", "نام"], date: ["تاریخ", "زمان", "ساعت"], others: ["توضیحات", "زبان", "نویسنده", "یادداشت", "متن", "در"],
  },
  {
    language: "Hebrew",
    captured: ["נשמר", "נשמרה", "אוחזר", "הורד", "הועתק", "אורכב", "תאריך שמירה", "תאריך גישה", "נצפה", "צולם"],
    source: ["מקור", "כתובת", "קישור", "עמוד", "מתוך"], name: ["ערוץ", "שם", "שם הערוץ", "כותרת"], date: ["תאריך", "שעה"], others: ["תיאור", "שפה", "מחבר", "הערה", "טקסט"],
  },
  {
    language: "Hindi, Indonesian and Vietnamese",
    captured: ["सहेजा गया", "प्राप्त किया गया", "एक्सेस", "disimpan", "diakses", "diarsipkan", "disalin", "diunduh", "diambil", "tanggal akses", "tanggal simpan", "đã lưu", "lưu", "truy cập", "sao chép", "tải về", "ngày truy cập", "ngày lưu"],
    source: ["स्रोत", "लिंक", "पता", "sumber", "alamat", "tautan", "halaman", "dari", "nguồn", "địa chỉ", "liên kết", "trang", "từ"], name: ["चैनल", "शीर्षक", "नाम", "saluran", "kanal", "nama", "judul", "kênh", "tên", "tiêu đề"], date: ["तारीख", "दिनांक", "समय", "tanggal", "waktu", "ngày", "thời gian"], others: ["विवरण", "भाषा", "deskripsi", "bahasa", "penulis", "catatan", "teks", "mô tả", "ngôn ngữ", "ghi chú", "văn bản"],
  },
  {
    language: "Chinese",
    captured: ["保存", "保存于", "保存於", "保存时间", "保存日期", "存档", "存檔", "存档时间", "采集", "采集时间", "抓取", "抓取时间", "抓取于", "复制", "複製", "下载", "访问日期", "访问时间", "訪問日期", "截取", "快照", "备份", "導出", "导出"],
    source: ["来源", "來源", "网址", "網址", "链接", "連結", "地址", "页面", "出处", "来自", "自"], name: ["频道", "頻道", "频道名称", "名称", "名稱", "标题", "標題"], date: ["日期", "时间", "時間"], others: ["描述", "简介", "语言", "語言", "作者", "备注", "備註", "正文", "内容"],
  },
  {
    language: "Japanese and Korean",
    captured: ["保存日", "保存日時", "取得", "取得日", "取得日時", "閲覧", "閲覧日", "アクセス日", "コピー", "アーカイブ", "저장", "저장일", "저장 날짜", "수집", "수집일", "접속", "접속일", "열람", "열람일", "복사", "보관", "캡처"],
    source: ["出典", "ソース", "リンク", "アドレス", "ページ", "출처", "주소", "링크", "페이지"], name: ["チャンネル", "チャンネル名", "名前", "タイトル", "채널", "채널명", "이름", "제목"], date: ["日付", "日時", "時刻", "날짜", "일시", "시간"], others: ["説明", "言語", "著者", "備考", "本文", "설명", "언어", "작성자", "비고", "본문"],
  },
];
