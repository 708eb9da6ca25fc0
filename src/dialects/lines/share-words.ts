/** What sites write on the buttons under each post, in one language: to share it, to copy its address or text, to open or save it. */
export interface ShareWords {
  readonly language: string;
  readonly share: readonly string[];
  readonly copy: readonly string[];
}

/** Case does not count. */
// biome-ignore format: a row of words each
export const shareWords: readonly ShareWords[] = [
  { language: "English", share: ["Share", "Share post", "Share this", "Share this post", "Share on", "Share via", "Forward", "Repost", "Send"], copy: ["Copy", "Copy link", "Copy text", "Copy URL", "Link", "Permalink", "Save", "Bookmark", "Embed", "Print", "Report", "Open post", "View post", "Download"] },
  { language: "Russian", share: ["Поделиться", "Поделиться постом", "Переслать", "Репост", "Отправить"], copy: ["Копировать", "Копировать ссылку", "Скопировать", "Скопировать ссылку", "Ссылка", "Сохранить", "Пожаловаться", "В закладки", "Скачать", "Открыть пост"] },
  { language: "Ukrainian", share: ["Поділитися", "Поширити", "Переслати", "Надіслати"], copy: ["Копіювати", "Копіювати посилання", "Скопіювати", "Скопіювати посилання", "Посилання", "Зберегти", "Поскаржитися"] },
  { language: "Belarusian", share: ["Падзяліцца", "Пераслаць"], copy: ["Капіяваць", "Капіяваць спасылку", "Скапіяваць спасылку", "Спасылка", "Захаваць"] },
  { language: "German", share: ["Teilen", "Beitrag teilen", "Weiterleiten", "Senden"], copy: ["Kopieren", "Link kopieren", "Text kopieren", "Speichern", "Merken", "Melden", "Einbetten", "Drucken", "Beitrag öffnen"] },
  { language: "Spanish", share: ["Compartir", "Comparte", "Reenviar", "Enviar"], copy: ["Copiar", "Copiar enlace", "Copiar el enlace", "Copiar texto", "Enlace", "Guardar", "Denunciar", "Reportar", "Insertar"] },
  { language: "French", share: ["Partager", "Transférer", "Envoyer"], copy: ["Copier", "Copier le lien", "Copier lien", "Copier le texte", "Lien", "Enregistrer", "Signaler", "Intégrer"] },
  { language: "Italian", share: ["Condividi", "Inoltra", "Invia"], copy: ["Copia", "Copia link", "Copia il link", "Copia collegamento", "Copia testo", "Salva", "Segnala", "Incorpora"] },
  { language: "Portuguese", share: ["Compartilhar", "Compartilhe", "Partilhar", "Encaminhar", "Enviar"], copy: ["Copiar", "Copiar link", "Copiar o link", "Copiar ligação", "Copiar texto", "Guardar", "Salvar", "Denunciar", "Incorporar"] },
  { language: "Polish", share: ["Udostępnij", "Podziel się", "Przekaż", "Wyślij"], copy: ["Kopiuj", "Kopiuj link", "Skopiuj link", "Skopiuj", "Zapisz", "Zgłoś"] },
  { language: "Dutch", share: ["Delen", "Deel", "Doorsturen"], copy: ["Kopiëren", "Link kopiëren", "Kopieer link", "Opslaan", "Rapporteren"] },
  { language: "Romanian", share: ["Distribuie", "Distribuiți", "Partajează", "Redirecționează", "Trimite"], copy: ["Copiază", "Copiază linkul", "Copiază link", "Salvează", "Raportează"] },
  { language: "Czech", share: ["Sdílet", "Přeposlat"], copy: ["Kopírovat", "Kopírovat odkaz", "Zkopírovat odkaz", "Odkaz", "Uložit", "Nahlásit"] },
  { language: "Slovak", share: ["Zdieľať", "Preposlať"], copy: ["Kopírovať", "Kopírovať odkaz", "Skopírovať odkaz", "Uložiť", "Nahlásiť"] },
  { language: "Slovenian", share: ["Deli", "Delite", "Posreduj"], copy: ["Kopiraj", "Kopiraj povezavo", "Shrani"] },
  { language: "Serbian and Croatian", share: ["Podeli", "Podijeli", "Подели", "Подијели", "Prosledi", "Proslijedi", "Проследи"], copy: ["Kopiraj", "Kopiraj link", "Kopiraj vezu", "Kopiraj poveznicu", "Копирај", "Копирај везу", "Копирај линк", "Sačuvaj", "Spremi", "Сачувај"] },
  { language: "Bulgarian", share: ["Сподели", "Споделяне", "Препрати"], copy: ["Копирай", "Копирай връзката", "Копиране на връзката", "Копирай линк", "Запази"] },
  { language: "Macedonian", share: ["Сподели", "Препрати"], copy: ["Копирај", "Копирај врска", "Копирај линк", "Зачувај"] },
  { language: "Greek", share: ["Κοινοποίηση", "Μοιράσου", "Μοιραστείτε", "Προώθηση"], copy: ["Αντιγραφή", "Αντιγραφή συνδέσμου", "Αποθήκευση"] },
  { language: "Albanian", share: ["Shpërndaj", "Shpërndaje", "Ndaj"], copy: ["Kopjo", "Kopjo lidhjen", "Kopjo linkun", "Ruaj"] },
  { language: "Hungarian", share: ["Megosztás", "Megosztom", "Továbbítás"], copy: ["Másolás", "Link másolása", "Hivatkozás másolása", "Mentés"] },
  { language: "Finnish", share: ["Jaa", "Jaa viesti", "Lähetä"], copy: ["Kopioi", "Kopioi linkki", "Tallenna"] },
  { language: "Swedish", share: ["Dela", "Vidarebefordra"], copy: ["Kopiera", "Kopiera länk", "Kopiera länken", "Spara"] },
  { language: "Danish and Norwegian", share: ["Del", "Videresend"], copy: ["Kopiér", "Kopier", "Kopiér link", "Kopier link", "Kopier lenke", "Kopier lenken", "Gem", "Lagre"] },
  { language: "Estonian", share: ["Jaga"], copy: ["Kopeeri", "Kopeeri link", "Salvesta"] },
  { language: "Latvian", share: ["Dalīties", "Kopīgot"], copy: ["Kopēt", "Kopēt saiti", "Saglabāt"] },
  { language: "Lithuanian", share: ["Dalintis", "Dalytis", "Bendrinti"], copy: ["Kopijuoti", "Kopijuoti nuorodą", "Išsaugoti"] },
  { language: "Turkish", share: ["Paylaş", "Gönder", "İlet"], copy: ["Kopyala", "Bağlantıyı kopyala", "Linki kopyala", "Link kopyala", "Kaydet", "Bildir"] },
  { language: "Azerbaijani", share: ["Paylaş", "Bölüş", "Göndər"], copy: ["Kopyala", "Linki kopyala", "Keçidi kopyala", "Saxla"] },
  { language: "Uzbek", share: ["Ulashish", "Ulashing", "Bo‘lishish", "Улашиш", "Yuborish"], copy: ["Nusxa olish", "Nusxalash", "Havoladan nusxa", "Havolani nusxalash", "Havoladan nusxa olish", "Нусха олиш", "Ҳаволани нусхалаш", "Saqlash"] },
  { language: "Kazakh", share: ["Бөлісу", "Жіберу", "Bölisu"], copy: ["Көшіру", "Сілтемені көшіру", "Сақтау"] },
  { language: "Kyrgyz", share: ["Бөлүшүү", "Жөнөтүү"], copy: ["Көчүрүү", "Шилтемени көчүрүү", "Сактоо"] },
  { language: "Tajik", share: ["Мубодила", "Фиристодан"], copy: ["Нусха гирифтан", "Нусхаи пайванд"] },
  { language: "Mongolian", share: ["Хуваалцах", "Илгээх"], copy: ["Хуулах", "Холбоос хуулах", "Хадгалах"] },
  { language: "Georgian", share: ["გაზიარება", "გააზიარე"], copy: ["კოპირება", "ბმულის კოპირება", "დააკოპირე ბმული", "შენახვა"] },
  { language: "Armenian", share: ["Կիսվել", "Տարածել"], copy: ["Պատճենել", "Պատճենել հղումը", "Պահպանել"] },
  { language: "Arabic", share: ["مشاركة", "شارك", "نشر", "إعادة توجيه", "إرسال"], copy: ["نسخ", "نسخ الرابط", "انسخ الرابط", "نسخ النص", "الرابط", "حفظ", "إبلاغ"] },
  { language: "Persian", share: ["اشتراک‌گذاری", "اشتراک گذاری", "به اشتراک گذاشتن", "هم‌رسانی", "ارسال", "بازارسال"], copy: ["کپی", "کپی لینک", "کپی پیوند", "رونوشت پیوند", "کپی متن", "ذخیره", "گزارش"] },
  { language: "Urdu", share: ["شیئر کریں", "شیئر", "شئیر کریں"], copy: ["کاپی کریں", "لنک کاپی کریں", "محفوظ کریں"] },
  { language: "Pashto", share: ["شریکول", "شریک کړئ"], copy: ["کاپي", "لینک کاپي کړئ"] },
  { language: "Kurdish", share: ["Parve bike", "هاوبەشکردن", "هاوبەشی پێبکە"], copy: ["Kopî bike", "کۆپی", "کۆپیکردنی بەستەر"] },
  { language: "Hebrew", share: ["שיתוף", "שתף", "שתפו", "העברה"], copy: ["העתק", "העתקה", "העתק קישור", "העתקת קישור", "שמירה"] },
  { language: "Hindi", share: ["शेयर करें", "शेयर", "साझा करें"], copy: ["कॉपी करें", "लिंक कॉपी करें", "कॉपी", "सहेजें"] },
  { language: "Nepali", share: ["सेयर गर्नुहोस्", "साझेदारी गर्नुहोस्"], copy: ["कपी गर्नुहोस्", "लिंक कपी गर्नुहोस्"] },
  { language: "Bengali", share: ["শেয়ার করুন", "শেয়ার", "শেয়ার"], copy: ["কপি করুন", "লিঙ্ক কপি করুন", "লিংক কপি করুন", "কপি", "সংরক্ষণ"] },
  { language: "Tamil", share: ["பகிர்", "பகிரவும்"], copy: ["நகலெடு", "இணைப்பை நகலெடு"] },
  { language: "Telugu", share: ["షేర్ చేయండి", "షేర్"], copy: ["కాపీ చేయండి", "లింక్ కాపీ చేయండి"] },
  { language: "Malayalam", share: ["പങ്കിടുക", "ഷെയർ ചെയ്യുക"], copy: ["പകർത്തുക", "ലിങ്ക് പകർത്തുക"] },
  { language: "Indonesian", share: ["Bagikan", "Teruskan", "Kirim"], copy: ["Salin", "Salin tautan", "Salin link", "Simpan", "Laporkan"] },
  { language: "Malay", share: ["Kongsi", "Kongsikan", "Majukan"], copy: ["Salin", "Salin pautan", "Simpan"] },
  { language: "Filipino", share: ["Ibahagi", "I-share"], copy: ["Kopyahin", "Kopyahin ang link", "I-save"] },
  { language: "Vietnamese", share: ["Chia sẻ", "Chuyển tiếp", "Gửi"], copy: ["Sao chép", "Sao chép liên kết", "Chép liên kết", "Lưu", "Báo cáo"] },
  { language: "Thai", share: ["แชร์", "แบ่งปัน", "ส่งต่อ"], copy: ["คัดลอก", "คัดลอกลิงก์", "คัดลอกลิงค์", "บันทึก"] },
  { language: "Lao", share: ["ແບ່ງປັນ", "ແຊຣ໌"], copy: ["ສຳເນົາ", "ສຳເນົາລິ້ງ"] },
  { language: "Khmer", share: ["ចែករំលែក"], copy: ["ចម្លង", "ចម្លងតំណ"] },
  { language: "Burmese", share: ["မျှဝေရန်", "မျှဝေပါ"], copy: ["ကူးယူရန်", "လင့်ခ်ကူးယူရန်"] },
  { language: "Swahili", share: ["Shiriki", "Sambaza"], copy: ["Nakili", "Nakili kiungo", "Hifadhi"] },
  { language: "Amharic", share: ["አጋራ", "ያጋሩ", "አጋሩ"], copy: ["ቅዳ", "ሊንክ ቅዳ", "አስቀምጥ"] },
  { language: "Somali", share: ["La wadaag", "Wadaag"], copy: ["Koobi", "Nuqul ka samee"] },
  { language: "Catalan", share: ["Comparteix", "Reenvia"], copy: ["Copia", "Copia l'enllaç", "Desa"] },
  { language: "Japanese", share: ["共有", "共有する", "シェア", "シェアする", "転送"], copy: ["コピー", "リンクをコピー", "URLをコピー", "保存", "報告"] },
  { language: "Korean", share: ["공유", "공유하기", "전달", "보내기"], copy: ["복사", "복사하기", "링크 복사", "주소 복사", "URL 복사", "저장", "저장하기", "신고"] },
  { language: "Chinese", share: ["分享", "分享到", "转发", "轉發", "转载"], copy: ["复制", "複製", "复制链接", "複製連結", "複製鏈接", "拷贝链接", "链接", "連結", "收藏", "保存", "举报", "檢舉"] },
];

/** Where posts are shared to. */
// biome-ignore format: a row of names
export const networks: readonly string[] =
  "Facebook,Messenger,Twitter,X,WhatsApp,Telegram,TG,VK,VKontakte,ВКонтакте,ВК,OK,Одноклассники,Odnoklassniki,Viber,Вайбер,Вотсап,Ватсап,Фейсбук,Твиттер,Телеграм,LinkedIn,Reddit,Pinterest,Tumblr,Instagram,Threads,Mastodon,Bluesky,Email,E-mail,Mail,SMS,LINE,WeChat,微信,Weibo,微博,新浪微博,QQ,Qzone,QQ空间,KakaoTalk,Kakao,카카오톡,카카오,페이스북,트위터,라인,밴드,네이버,Naver,Band,Zalo,Skype,Signal,Discord,Pocket,MAX,Max,فيسبوك,تويتر,واتساب,واتس اب,تيليجرام,تلگرام,توییتر,واتساپ,فیسبوک,ایتا,بله,روبیکا,פייסבוק,טוויטר,וואטסאפ,טלגרם,फेसबुक,ट्विटर,व्हाट्सएप,व्हाट्सऐप,टेलीग्राम,ফেসবুক,টুইটার,হোয়াটসঅ্যাপ,はてなブックマーク,はてブ".split(",");
