/** The words that Telegram's apps and its web pages print at the foot of posts, in one language. */
export interface FooterWords {
  readonly language: string;
  /** Behind a number of views, in all forms that numbers ask for. */
  readonly views: readonly string[];
  /** Before the time of a post that was edited. */
  readonly edited: readonly string[];
}

/** t.me prints English; the apps and their web pages print the reader's language. */
export const footerWords: readonly FooterWords[] = [
  { language: "English", views: ["view", "views"], edited: ["edited"] },
  {
    language: "Russian",
    views: ["просмотр", "просмотра", "просмотров"],
    edited: ["изменено", "изменён", "изм.", "ред.", "отредактировано"],
  },
  {
    language: "Ukrainian",
    views: ["перегляд", "перегляди", "переглядів", "перегляду"],
    edited: ["змінено", "редаговано", "відредаговано", "ред."],
  },
  { language: "Belarusian", views: ["прагляд", "прагляды", "праглядаў"], edited: ["зменена", "адрэдагавана"] },
  { language: "German", views: ["Aufruf", "Aufrufe", "Ansicht", "Ansichten"], edited: ["bearbeitet"] },
  {
    language: "Spanish",
    views: ["visualización", "visualizaciones", "vista", "vistas", "visita", "visitas"],
    edited: ["editado", "editada"],
  },
  { language: "French", views: ["vue", "vues"], edited: ["modifié", "modifiée", "édité"] },
  {
    language: "Italian",
    views: ["visualizzazione", "visualizzazioni", "vista", "viste"],
    edited: ["modificato", "modificata"],
  },
  {
    language: "Portuguese",
    views: ["visualização", "visualizações", "visto", "vistos"],
    edited: ["editado", "editada"],
  },
  { language: "Polish", views: ["wyświetlenie", "wyświetlenia", "wyświetleń"], edited: ["edytowano", "edytowane"] },
  { language: "Dutch", views: ["weergave", "weergaven"], edited: ["bewerkt"] },
  { language: "Romanian", views: ["vizualizare", "vizualizări", "de vizualizări"], edited: ["editat", "editată"] },
  { language: "Czech", views: ["zobrazení", "zhlédnutí"], edited: ["upraveno"] },
  { language: "Slovak", views: ["zobrazenie", "zobrazenia", "zobrazení"], edited: ["upravené"] },
  { language: "Serbian", views: ["pregled", "pregleda", "преглед", "прегледа"], edited: ["izmenjeno", "измењено"] },
  { language: "Bulgarian", views: ["преглед", "прегледа", "преглеждания"], edited: ["редактирано"] },
  { language: "Greek", views: ["προβολή", "προβολές"], edited: ["επεξεργασμένο", "τροποποιήθηκε"] },
  { language: "Hungarian", views: ["megtekintés"], edited: ["szerkesztve"] },
  { language: "Swedish", views: ["visning", "visningar"], edited: ["redigerad", "redigerat"] },
  { language: "Finnish", views: ["katselu", "katselua", "katselukertaa", "näyttökertaa"], edited: ["muokattu"] },
  { language: "Vietnamese", views: ["lượt xem"], edited: ["đã chỉnh sửa", "đã sửa"] },
  { language: "Korean", views: ["회 조회", "조회수", "조회"], edited: ["수정됨", "편집됨"] },
  { language: "Japanese", views: ["回表示", "回閲覧", "回視聴", "閲覧"], edited: ["編集済み", "編集済"] },
  { language: "Turkish", views: ["görüntüleme", "görüntülenme"], edited: ["düzenlendi"] },
  { language: "Indonesian", views: ["tayangan", "kali dilihat"], edited: ["diedit", "disunting"] },
  {
    language: "Uzbek",
    views: ["koʻrish", "ko‘rish", "ko'rish", "ko‘rishlar", "marta ko‘rilgan", "marta ko‘rildi", "марта кўрилди"],
    edited: ["tahrirlangan", "таҳрирланган"],
  },
  { language: "Kazakh", views: ["қаралым", "көрілім"], edited: ["өңделді", "өзгертілді"] },
  { language: "Persian", views: ["بازدید", "نمایش"], edited: ["ویرایش‌شده", "ویرایش شده", "ویراسته"] },
  {
    language: "Arabic",
    views: ["مشاهدة", "مشاهدات", "مشاهدتان"],
    edited: ["معدل", "معدلة", "معدّل", "معدّلة", "تم التعديل", "عُدلت"],
  },
  { language: "Hebrew", views: ["צפיות", "צפייה"], edited: ["נערך", "נערכה"] },
  { language: "Hindi", views: ["व्यू", "व्यूज", "व्यूज़"], edited: ["संपादित"] },
  { language: "Danish and Norwegian", views: ["visning", "visninger"], edited: ["redigeret", "redigert"] },
  { language: "Slovenian", views: ["ogled", "ogleda", "ogledi", "ogledov"], edited: ["urejeno"] },
  { language: "Lithuanian", views: ["peržiūra", "peržiūros", "peržiūrų"], edited: ["redaguota"] },
  { language: "Latvian", views: ["skatījums", "skatījumi", "skatījumu"], edited: ["rediģēts"] },
  { language: "Estonian", views: ["vaatamine", "vaatamist"], edited: ["muudetud"] },
  { language: "Albanian", views: ["shikim", "shikime"], edited: ["redaktuar"] },
  { language: "Catalan", views: ["visualització", "visualitzacions"], edited: ["editat"] },
  { language: "Azerbaijani", views: ["baxış"], edited: ["redaktə edilib"] },
  { language: "Georgian", views: ["ნახვა"], edited: ["რედაქტირებულია"] },
  { language: "Armenian", views: ["դիտում"], edited: ["խմբագրված"] },
  { language: "Malay", views: ["tontonan", "paparan"], edited: ["disunting"] },
  { language: "Thai", views: ["ครั้ง", "วิว", "การดู"], edited: ["แก้ไขแล้ว"] },
  { language: "Bengali", views: ["ভিউ", "বার দেখা হয়েছে"], edited: ["সম্পাদিত"] },
  { language: "Urdu", views: ["ویوز", "ویو"], edited: ["ترمیم شدہ"] },
  {
    language: "Chinese",
    views: [
      "次浏览",
      "次查看",
      "次觀看",
      "次瀏覽",
      "次阅读",
      "次閱讀",
      "次观看",
      "浏览",
      "浏览量",
      "瀏覽",
      "阅读",
      "阅读量",
      "閱讀",
      "观看",
      "查看",
    ],
    edited: ["已编辑", "已編輯"],
  },
];
