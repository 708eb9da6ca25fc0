/** What a field of a post can tell: a column of a table, a labelled line. */
export type FieldRole =
  | "number"
  | "date"
  | "time"
  | "text"
  | "link"
  | "views"
  | "channel"
  | "handle"
  | "chat"
  | "author"
  | "sender"
  | "account"
  | "forwarded"
  | "reply"
  | "edited"
  | "media"
  | "file"
  | "reactions"
  | "row";

/**
 * What programs and people call the fields of posts, by what they tell, in English and, behind a bar, in other languages; the first of a role's names is the surest. Letters and figures count alone: `Message ID`,
 * `message_id` and `messageId` are one name.
 */
const names: Readonly<Record<FieldRole, string>> = {
  number:
    "messageid msgid postid messagenumber postnumber tgid telegramid id number | idпоста idсообщения номерпоста номерсообщения idпублікації номер nachrichtennummer nachrichtenid beitragsnummer nummer numéro idmessage idmensaje número شناسه رقم معرف idmesaj numărmesaj berichtid idzprávy idwiadomości üzenetid 消息id 消息编号 帖子id 编号 投稿番号 메시지번호 게시물번호 번호 mesajid mesajno idpesan idtinnhắn αριθμός מספר",
  date: "dateutc datetimeutc publishedat published publicationdate postdate messagedate postedat posted datetime dateandtime date timestamp createdat created epoch ts pubdate dateunixtime unixtime time day | датаивремя датапубликации датапоста датасообщения опубликовано дата датаічас датапублікації часпублікації veröffentlichtam veröffentlicht datum datumundzeit zeitpunkt dateheure dateethheure datedepublication publiéle fechayhora fechadepublicación fecha data dataeora datahora tarih data godzina التاريخ تاريخ تاریخ dataoră datașiora datapublicării datumentijd geplaatstop datumačas datačas dataigodzina ημερομηνία ημερομηνίακαιώρα dátum időpont päivä päivämäärä datumochtid tanggal tanggaldanwaktu ngày ngàygiờ thờigian датаичас датум тарих күні sana तारीख दिनांक תאריך 日期 日期时间 发布时间 发布日期 發佈時間 时间 時間 日時 投稿日時 日付 날짜 작성일 게시일 일시 день ден jour giorno día dia tag dag dzień den nap zi gün ημέρα dan diena kuupäev dato lá اليوم يوم روز יום ngàyđăng วันที่ วัน hari күн dátumidő 投稿日 公開日 發布日期 發佈日期 發布時間 發表時間 日期時間 날짜시간 게시일시 tarihsaat fechahora",
  time: "time clock hour | время час uhrzeit zeit heure hora ora saat الوقت زمان ساعت tijd čas ώρα idő aika tid waktu giờ часът време уақыт vaqt समय שעה 时间 時間 時刻 시간 kello kellonaika kellaaeg klokkeslett klokkeslæt tidspunkt klockslag tijdstip godzina godz година vreme vrijeme laikas laiks orë időpont reggel jam pukul เวลา уақыты soat saati heuredepublication horário horario 시각",
  text: "messagetext posttext fulltext text message content body caption post | текстпоста текстсообщения текст сообщение пост публикация содержание содержимое текстдопису допис повідомлення вміст nachrichtentext nachricht beitrag inhalt texte contenu texto mensaje contenido publicación testo messaggio mensagem conteúdo metin mesaj treść النص نص الرسالة متن پیام محتوا conținut publicație postare bericht tekst inhoud zpráva správa obsah príspevok příspěvek wiadomość κείμενο μήνυμα περιεχόμενο üzenet szöveg tartalom bejegyzés teksti viesti sisältö meddelande innehåll pesan isi teks tinnhắn nộidung vănbản bàiviết съобщение съдържание порука садржај хабарлама мәтін xabar matn संदेश पाठ הודעה טקסט תוכן 消息 內容 内容 正文 文本 訊息 メッセージ 本文 投稿 テキスト 메시지 내용 본문 게시글 텍스트 publicação postagem publicació missatge entrada publication inlägg opslag besked innlegg melding julkaisu wpis objava poruka gönderi paylaşım запись публікація запис ανάρτηση δημοσίευση įrašas tekstas žinutė postitus ieraksts teksts жазба المنشور منشور پست فرسته פוסט पोस्ट bàiđăng postingan kiriman ข้อความ โพสต์ เนื้อหา 投稿内容 投稿文 貼文 贴文 帖子 帖文 글 글내용",
  link: "postlink messagelink permalink posturl messageurl tgurl telegramurl link url | ссылканапост ссылканасообщение ссылканапубликацию ссылка посилання adresse lien enlace collegamento bağlantı رابط الرابط لینک پیوند id koppeling odkaz σύνδεσμος hivatkozás linkki länk tautan liênkết връзка линк сілтеме havola लिंक קישור 链接 網址 网址 連結 リンク 링크 주소 lenke enllaç nuoroda saite poveznica לינק ลิงก์ 連結網址 投稿リンク 게시물링크",
  views:
    "views viewcount viewscount | просмотры просмотров количествопросмотров числопросмотров перегляди переглядів aufrufe ansichten vues visualizaciones vistas visualizzazioni visualizações görüntülenme wyświetlenia مشاهدات المشاهدات بازدید vizualizări vizionări weergaven zobrazení zhlédnutí zhliadnutia προβολές megtekintések megtekintés katselukerrat visningar dilihat tayangan lượtxem преглеждания прегледи pregledi қаралым koʻrishlar koʻrishlarsoni व्यूज צפיות 浏览 浏览量 阅读量 查看数 瀏覽 閲覧数 表示回数 조회수 조회 visninger näyttökerrat vaatamised vaatamisi peržiūros skatījumi visualitzacions odsłony ยอดดู การดู lượtxemsố көрілім 瀏覽量 觀看次數 观看次数",
  channel:
    "channelname channeltitle chattitle chatname channel chat | названиеканала имяканала канал назваканалу kanalname kanal canal chaîne nomdelachaîne canale قناة القناة کانال canalul naamvankanaal κανάλι csatorna kanava saluran kênh चैनल ערוץ 频道 頻道 频道名称 チャンネル チャンネル名 채널 채널명",
  handle: "channelusername channelhandle chatusername handle peerusername",
  chat: "channelid chatid peerid | idканала idчата",
  author:
    "authorsignature postauthor signature authorname author | автор подпись имяавтора підпис verfasser autor auteur firma الكاتب نویسنده autorul auteurs συντάκτης szerző kirjoittaja författare penulis tácgiả авторът लेखक מחבר 作者 投稿者 著者 작성자",
  sender:
    "fromname sendername sender from | отправитель откого відправник absender expéditeur remitente المرسل فرستنده",
  account: "senderid fromid authorid userid | idотправителя idавтора",
  forwarded:
    "forwardedfromname forwardedfrom forwardfrom fwdfrom forwardfromname forwardfromchannel | пересланоиз пересланоот репостиз переслановід weitergeleitetvon transféréde reenviadode redirecționatdela doorgestuurdvan przekazaneod iletilen 转发自 轉發自 転送元 전달됨",
  reply:
    "replytomessageid replytomsgid replytoid replyto inreplyto | ответна відповідьна antwortauf réponseà respuestaa",
  edited: "editedat editdate edited | датаредактирования изменено",
  media: "mediatype mediakind media type | типмедиа медиа",
  file: "mediapath mediafile filename filepath file photo | файл datei fichier archivo",
  reactions:
    "reactions reactionslist | реакции реакції reaktionen réactions reacciones reacții reacties reakce reakcie reakcje tepkiler reakciók αντιδράσεις reactii 反应 回应 リアクション 반응 תגובות",
  row: "unnamed0 index row rowid n no nr | пп",
};

/** Stands between the English names and those in other languages. */
const bar = " | ";

const english: ReadonlySet<string> = new Set(
  Object.values(names).flatMap((words) => words.split(bar)[0]?.split(" ") ?? []),
);

const roles: ReadonlyMap<string, readonly { readonly role: FieldRole; readonly rank: number }[]> = fieldRolesByName();

/** What a field can tell by its name, the surest first, and how sure its name is: 0 is surest. */
export function fieldRolesOf(header: string): readonly { readonly role: FieldRole; readonly rank: number }[] {
  const key = nameKeyOf(header);
  // What data frames write before the first column.
  if (key === "") return [{ role: "row", rank: 0 }];
  return roles.get(key) ?? [];
}

/**
 * Whether who wrote a field's name writes the day before the month in figures: nearly all do whose language is not English. Chinese, Japanese and Korean
 * begin with the year, so that days in other orders are borrowed, from whom nobody can tell.
 */
export function writesDayFirst(header: string): boolean {
  const key = nameKeyOf(header);
  return (
    roles.has(key) &&
    !english.has(key) &&
    !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(key)
  );
}

/** Whether a column's name says that its clock shows UTC: `Date (UTC)`. */
export function saysUtc(header: string): boolean {
  return /(?:^|[\W_])(?:UTC|GMT)(?:$|[\W_])|[a-z]UTC$/u.test(header) || /^utc/iu.test(header);
}

function fieldRolesByName(): ReadonlyMap<string, readonly { readonly role: FieldRole; readonly rank: number }[]> {
  const found = new Map<string, { readonly role: FieldRole; readonly rank: number }[]>();
  for (const [role, words] of Object.entries(names) as [FieldRole, string][])
    for (const [rank, word] of words.replace(bar, " ").split(" ").entries()) {
      const known = found.get(word) ?? [];
      found.set(word, known);
      if (!known.some((each) => each.role === role)) known.push({ role, rank });
    }
  return found;
}

function nameKeyOf(header: string): string {
  return header
    .normalize("NFC")
    .toLowerCase()
    .replace(/\((?:utc|gmt)\)/gu, "")
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}
