/** An invented page of a site that shows a channel, with what the site itself prints around the posts. */
export interface FramedPage {
  readonly name: string;
  readonly text: string;
  /** The texts of its posts. */
  readonly posts: readonly string[];
  /** The site's own lines (1-based). */
  readonly frame: readonly number[];
}

/**
 * Reads a page as it is written below: `~` before a line of the site, `>` before the first line of a post, `=` before a line under a post that tells its
 * views or time, `|` before other lines of a post, blank ones too.
 */
function framed(name: string, written: string): FramedPage {
  const lines = written.replace(/^\n|\n$/gu, "").split("\n");
  const posts: string[][] = [];
  const frame: number[] = [];
  for (const [at, line] of lines.entries()) {
    const own = line.slice(2);
    if (line.startsWith("~")) frame.push(at + 1);
    if (line.startsWith(">")) posts.push([own]);
    if (line.startsWith("|")) posts.at(-1)?.push(own);
  }
  return {
    name,
    text: `${lines.map((line) => line.slice(2)).join("\n")}\n`,
    posts: posts.map((own) => own.join("\n")),
    frame,
  };
}

/** Pages of t.me with the menu of the site, and what a browser made of it for readers of other languages. */
export const menuPages: readonly FramedPage[] = [
  framed(
    "English, below the head, posts parted by line ends",
    `
~ Millpond Allotments
~ @millpondplots
~ 812 subscribers
~ 40 photos
~ Beans and weather
~ Download Telegram
~ About
~ Blog
~ Apps
~ Platform
> The water is off until Thursday. Fill your butts today.
> 🌱 Seed swap on Saturday
|
| Bring labelled envelopes, please. Peas are short this year.
> 🦔 The hedgehog is back behind the shed.
|
| Please do not move the leaves.
`,
  ),
  framed(
    "English, below the head, posts parted by blank lines",
    `
~ Millpond Allotments
~
~ @millpondplots
~
~ 812 subscribers
~
~ Download Telegram
~
~ About
~
~ Blog
~
~ Apps
~
~ Platform
~
> The water is off until Thursday. Fill your butts today.
~
> Seed swap on Saturday. Bring labelled envelopes, please.
~
> The hedgehog is back behind the shed. Please do not move the leaves.
~
> Plot nine is free. Ask Tove for the key and the rules.
`,
  ),
  framed(
    "English, at the end",
    `
~ Millpond Allotments
~ @millpondplots
~ 812 subscribers
> The water is off until Thursday. Fill your butts today.
|
| It comes back in the evening. If you need some for seedlings before that, ask at plot four, where the well still has a little.
> 🌱 Seed swap on Saturday
|
| Bring labelled envelopes, please. Peas are short this year, and so are pumpkins. Tove has beans of three kinds, and brings the scales.
~ Download Telegram
~ About
~ Blog
~ Apps
~ Platform
`,
  ),
  framed(
    "German, as a browser translates it",
    `
~ Schrebergärten am Mühlteich
~ @muehlteichgarten
~ 812 Abonnenten
~ Telegram herunterladen
~ Über
~ Blog
~ Apps
~ Plattform
> Das Wasser bleibt bis Donnerstag abgestellt. Bitte heute noch die Tonnen füllen.
> 🌱 Samentausch am Samstag
|
| Bringt beschriftete Umschläge mit. Erbsen sind dieses Jahr knapp.
> 🦔 Der Igel wohnt wieder hinter dem Schuppen.
|
| Bitte das Laub liegen lassen.
`,
  ),
  framed(
    "Russian, a page of one post",
    `
~ Огороды у мельницы
~ @ogorodymelnica
~ 812 подписчиков
~ Скачать Telegram
~ О проекте
~ Блог
~ Приложения
~ Платформа
> Воду отключили до четверга, наполните бочки сегодня.
|
| Вечером её дадут снова.
`,
  ),
  framed(
    "Dutch, over the first day",
    `
~ Volkstuinen aan de Molenvijver
~ @molenvijver
~ 812 abonnees
~ Telegram downloaden
~ Over
~ Blog
~ Apps
~ Platform
> Het water is tot donderdag afgesloten. Vul de tonnen vandaag nog.
> 🌱 Zadenruil op zaterdag
|
| Breng enveloppen met een naam erop mee.
`,
  ),
];

/** Pages of mirrors and viewers. */
export const mirrorPages: readonly FramedPage[] = [
  framed(
    "Turkish, views and times below",
    `
~ Kanal Dizini
~ Ana sayfa
~ Kategoriler
~ Giriş yap
~ Değirmen Haberleri
~ @degirmenhaber
~ 4.512 abone
~ Telegram'da görüntüle
~ Paylaş
> Eski köprü pazartesi gününe kadar yaya trafiğine kapalı.
| Lütfen aşağıdaki geçidi kullanın.
= 1,2B görüntülenme
= 10:15
> Fırın bu sabah yeniden açıldı.
= 980 görüntülenme
= 08:40
> Nehir kıyısındaki bankların boyası yenilendi, ellemeyin.
= 1,1B görüntülenme
= 19:02
~ Daha fazla göster
~ © 2026 Kanal Dizini. Tüm hakları saklıdır.
~ Gizlilik politikası
`,
  ),
  framed(
    "Spanish, posts parted by blank lines",
    `
~ Visor de canales
~ Inicio | Buscar | Idioma
~
~ Noticias del Molino
~ @noticiasmolino
~ 4.512 suscriptores
~ Ver en Telegram
~ Compartir
~
> El puente viejo queda cerrado a los peatones hasta el lunes. Usen el paso de abajo.
~
> La panadería abrió otra vez esta mañana, con pan de centeno y bollos.
~
> Pintaron de nuevo los bancos de la orilla. No los toquen hasta mañana.
~
> El mercado del sábado se muda a la plaza de arriba por las obras.
~
~ Cargar más
~
~ © 2026 Visor de canales
~ Este sitio no está afiliado a Telegram
`,
  ),
  framed(
    "Indonesian, views and times below",
    `
~ Kabar Kincir
~ @kabarkincir
~ 4.512 pelanggan
~ Buka di Telegram
~ Bagikan
> Jembatan lama ditutup untuk pejalan kaki sampai hari Senin.
|
| Silakan lewat jalan bawah.
= 1,2 rb tayangan
= 10:15
> Toko roti buka lagi pagi ini.
= 980 tayangan
= 08:40
> Bangku di tepi sungai baru dicat, jangan disentuh.
= 1,1 rb tayangan
= 19:02
~ Muat lebih banyak
~ Hak Cipta © 2026 Kincir Web
~ Kebijakan Privasi
~ Hubungi kami
`,
  ),
  framed(
    "Persian, posts parted by blank lines",
    `
~ نمایشگر کانال
~ خانه
~ جستجو
~
~ خبرهای آسیاب
~ @khabarasiab
~ ۴٬۵۱۲ عضو
~ مشاهده در تلگرام
~ اشتراک‌گذاری
~
> پل قدیمی تا روز دوشنبه برای عابران بسته است. لطفاً از گذر پایین بروید.
~
> نانوایی از امروز صبح دوباره باز است و نان جو هم دارد.
~
> نیمکت‌های کنار رودخانه تازه رنگ شده‌اند، دست نزنید.
~
> بازار شنبه به خاطر کارهای خیابان به میدان بالا می‌رود.
~
~ بیشتر
~ تمامی حقوق محفوظ است © ۱۴۰۴
`,
  ),
  framed(
    "Portuguese, a page of one post",
    `
~ Notícias do Moinho
~ 4.512 inscritos
~ Abrir no Telegram
> A ponte velha fica fechada para pedestres até segunda-feira.
|
| Usem a passagem de baixo, por favor.
= 1,2 mil visualizações
= 10:15
~ Compartilhar
~ Mais publicações deste canal
~ © 2026 Leitor de Canais
`,
  ),
  framed(
    "Arabic, views and times below",
    `
~ دليل القنوات
~ الرئيسية
~ بحث
~ أخبار الطاحونة
~ @akhbartahuna
~ ٤٬٥١٢ مشترك
~ عرض في تيليجرام
~ مشاركة
> الجسر القديم مغلق أمام المشاة حتى يوم الاثنين.
| استخدموا الممر السفلي من فضلكم.
= 1.2K مشاهدة
= 10:15
> عاد المخبز إلى العمل هذا الصباح.
= 980 مشاهدة
= 08:40
> طُليت المقاعد على ضفة النهر، لا تلمسوها اليوم.
= 1.1K مشاهدة
= 19:02
~ تحميل المزيد
~ جميع الحقوق محفوظة © 2026
~ سياسة الخصوصية
`,
  ),
  framed(
    "Vietnamese, pages of posts",
    `
~ Danh bạ kênh
~ Trang chủ
~ Tìm kiếm
~ Tin Cối Xay
~ @tincoixay
~ 4.512 người đăng ký
~ Xem trên Telegram
~ Chia sẻ
> Cầu cũ đóng cửa với người đi bộ đến hết thứ Hai.
| Xin đi lối dưới.
= 1,2K lượt xem
= 10:15
> Tiệm bánh mở cửa lại từ sáng nay.
= 980 lượt xem
= 08:40
> Ghế bên sông mới sơn, xin đừng chạm vào.
= 1,1K lượt xem
= 19:02
~ ‹ 1 2 3 … 12 ›
~ Bản quyền © 2026
`,
  ),
  framed(
    "Hindi, posts parted by blank lines",
    `
~ चैनल दर्शक
~ होम
~ खोजें
~
~ पनचक्की समाचार
~ @panchakki
~ 4,512 सदस्य
~ टेलीग्राम में देखें
~ शेयर करें
~
> पुराना पुल सोमवार तक पैदल चलने वालों के लिए बंद है। कृपया नीचे का रास्ता लें।
~
> बेकरी आज सुबह से फिर खुल गई है, राई की रोटी भी मिलती है।
~
> नदी किनारे की बेंचों पर नया रंग हुआ है, आज उन्हें मत छुएँ।
~
> शनिवार का बाज़ार सड़क के काम के कारण ऊपर वाले चौक में लगेगा।
~
~ और देखें
~ © 2026 चैनल दर्शक
`,
  ),
  framed(
    "Uzbek, posts parted by wide gaps",
    `
~ Kanallar katalogi
~ Bosh sahifa
~ Qidiruv
~
~
~ Tegirmon xabarlari
~ @tegirmonxabar
~ 4 512 obunachi
~ Telegramda ochish
~ Ulashish
~
~
> Eski koʻprik dushanbagacha piyodalar uchun yopiq.
|
| Iltimos, pastki yoʻldan yuring.
~
~
> Nonvoyxona bugun ertalabdan yana ochiq.
~
~
> Daryo boʻyidagi oʻrindiqlar yangi boʻyaldi, tegmang.
~
~
> Shanba bozori yuqori maydonga koʻchadi.
|
| Yoʻl ishlari bir hafta davom etadi.
~
~
~ Yana yuklash
~
~
~ © 2026 Kanallar katalogi. Barcha huquqlar himoyalangan
`,
  ),
  framed(
    "Polish, reactions below",
    `
~ Wieści z Młyna
~ @wiesczmlyna
~ 4512 subskrybentów
~ Zobacz w Telegramie
~ Udostępnij
> Stary most jest zamknięty dla pieszych do poniedziałku.
| Prosimy korzystać z dolnego przejścia.
= 👍12❤4
> Piekarnia działa znowu od dziś rana.
= 👍31
> Ławki nad rzeką są świeżo malowane, proszę nie dotykać.
= 😁9👍3
~ Wczytaj więcej
~ Wszelkie prawa zastrzeżone © 2026
~ Polityka prywatności
~ Kontakt
`,
  ),
  framed(
    "Korean, times below and pages",
    `
~ 채널 보기
~ 홈
~ 검색
~ 물레방아 소식
~ @mullebanga
~ 구독자 4,512명
~ 텔레그램에서 보기
~ 공유
> 옛 다리는 월요일까지 보행자 통행이 금지됩니다.
| 아래쪽 길을 이용해 주세요.
= 조회 1,204
= 10:15
> 빵집이 오늘 아침부터 다시 문을 열었습니다.
= 조회 980
= 08:40
> 강가 의자에 새로 칠을 했으니 만지지 마세요.
= 조회 1,120
= 19:02
~ 이전
~ 다음
~ © 2026 채널 보기
`,
  ),
  framed(
    "Ukrainian, a page of one post",
    `
~ Новини млина
~ @novynymlyna
~ 4 512 підписників
~ Переглянути в Telegram
~ Поділитися
> Старий міст закритий для пішоходів до понеділка.
|
| Будь ласка, користуйтеся нижнім переходом.
= 1,2K переглядів
= 10:15
~ Інші дописи каналу
~ Усі права захищено © 2026
`,
  ),
];

/** Pages of mirrors written after what reads frames, to see how far it reaches. */
export const laterPages: readonly FramedPage[] = [
  framed(
    "French, views and times below",
    `
~ Lecteur de chaînes
~ Nouvelles du Moulin
~ @nouvellesmoulin
~ 4,5K abonnés
~ Voir sur Telegram
~ Partager
> Le vieux pont est fermé aux piétons jusqu'à lundi.
| Merci de passer par le bas.
= 1,2K vues
= 10:15
> La boulangerie a rouvert ce matin.
= 980 vues
= 08:40
> Les bancs de la rive viennent d'être peints, n'y touchez pas.
= 1,1K vues
= 19:02
~ Voir d'autres messages
~ Nouvelles du Moulin © 2026 — Tous droits réservés
~ Mentions légales | Contact
`,
  ),
  framed(
    "Russian, posts parted by blank lines",
    `
~ Читалка каналов
~ Главная
~ Каналы
~ Новости мельницы
~ 4 512 подписчиков
~ Перейти в Telegram
~ Подписаться
~
> Старый мост закрыт для пешеходов до понедельника. Пользуйтесь нижним проходом.
~
> Пекарня снова работает с сегодняшнего утра, есть ржаной хлеб.
~
> Скамейки у реки только что покрасили, не трогайте их до завтра.
~
> Субботний рынок переезжает на верхнюю площадь из-за ремонта.
~
~ Показать больше
~
~ © Читалка каналов, 2026
`,
  ),
  framed(
    "Hebrew, views and times below",
    `
~ מציג ערוצים
~ דף הבית
~ חדשות הטחנה
~ @hatahana
~ 4,512 מנויים
~ פתח בטלגרם
~ שתף
> הגשר הישן סגור להולכי רגל עד יום שני.
| נא לעבור במעבר התחתון.
= 1.2K צפיות
= 10:15
> המאפייה נפתחה שוב הבוקר.
= 980 צפיות
= 08:40
> הספסלים ליד הנהר נצבעו עכשיו, נא לא לגעת.
= 1.1K צפיות
= 19:02
~ טען עוד
~ כל הזכויות שמורות 2026
`,
  ),
  framed(
    "Japanese, posts parted by blank lines",
    `
~ チャンネルビューア
~ ホーム
~
~ 水車だより
~ @suishadayori
~ 登録者 4,512 人
~ Telegramで開く
~ シェア
~
> 古い橋は月曜日まで歩行者通行止めです。下の通路をご利用ください。
~
> パン屋が今朝からまた開いています。ライ麦パンもあります。
~
> 川沿いのベンチは塗りたてです。明日まで触らないでください。
~
> 土曜市は道路工事のため上の広場に移ります。
~
~ もっと見る
~ © 2026 チャンネルビューア
`,
  ),
  framed(
    "Swahili, views and times below, in words that no table has",
    `
~ Habari za Kinu
~ @habarizakinu
~ 4.5K subscribers
~ Fungua katika Telegram
~ Shiriki
> Daraja la zamani limefungwa kwa waenda kwa miguu hadi Jumatatu.
| Tafadhali tumieni njia ya chini.
= 1.2K views
= 10:15
> Duka la mikate limefunguliwa tena leo asubuhi.
= 980 views
= 08:40
> Viti vya kando ya mto vimepakwa rangi, msiviguse.
= 1.1K views
= 19:02
~ Onyesha zaidi
~ Haki zote zimehifadhiwa © 2026
`,
  ),
  framed(
    "Georgian, posts parted by blank lines, in words that no table has",
    `
~ არხების მნახველი
~ მთავარი
~
~ წისქვილის ამბები
~ @tsiskvili
~ 4.5K subscribers
~ ნახვა Telegram-ში
~ გაზიარება
~
> ძველი ხიდი ორშაბათამდე ფეხით მოსიარულეთათვის დაკეტილია. ქვედა გადასასვლელით ისარგებლეთ.
~
> საცხობი დღეს დილიდან ისევ მუშაობს, ჭვავის პურიც არის.
~
> მდინარის პირას სკამები ახალი შეღებილია, ხვალამდე არ შეეხოთ.
~
> შაბათის ბაზარი გზის სამუშაოების გამო ზედა მოედანზე გადადის.
~
~ მეტის ნახვა
~ © 2026 არხების მნახველი
`,
  ),
  framed(
    "Thai, a page of one post",
    `
~ ข่าวกังหัน
~ @khaokanghan
~ 4,512 ผู้ติดตาม
~ เปิดใน Telegram
> สะพานเก่าปิดไม่ให้คนเดินข้ามจนถึงวันจันทร์
|
| โปรดใช้ทางเดินด้านล่าง
~ แชร์
~ ดูเพิ่มเติม
~ สงวนลิขสิทธิ์ © 2569
`,
  ),
  framed(
    "English, dates in the frame and a list of sites at the end",
    `
~ Channel Reader
~ Home | Top channels | About
~ Millpond Allotments
~ @millpondplots
~ 812 subscribers
~ View in Telegram
~ Join
> The water is off until Thursday. Fill your butts today.
= 310 views
= 10:15
> Seed swap on Saturday. Bring labelled envelopes, please.
= 298 views
= 08:40
> The hedgehog is back behind the shed.
= 301 views
= 19:02
~ Page 1 of 12
~ Next
~ Channel Reader is not affiliated with Telegram
~ Copyright 2026
`,
  ),
];
