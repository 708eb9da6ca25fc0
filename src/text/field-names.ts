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
 * What programs and people call the fields of posts, by what they tell; the first of a role's names is the surest. Letters and figures count alone: `Message ID`,
 * `message_id` and `messageId` are one name.
 */
const names: Readonly<Record<FieldRole, string>> = {
  number:
    "messageid msgid postid messagenumber postnumber tgid telegramid id number idпоста idсообщения номерпоста номерсообщения idпублікації номер nachrichtennummer nachrichtenid beitragsnummer nummer numéro idmessage idmensaje número شناسه رقم معرف",
  date: "dateutc datetimeutc publishedat published publicationdate postdate messagedate postedat posted datetime dateandtime date timestamp createdat created epoch ts pubdate dateunixtime unixtime time датаивремя датапубликации датапоста датасообщения опубликовано дата датаічас датапублікації часпублікації veröffentlichtam veröffentlicht datum datumundzeit zeitpunkt dateheure dateethheure datedepublication publiéle fechayhora fechadepublicación fecha data dataeora datahora tarih data godzina التاريخ تاريخ تاریخ",
  time: "time clock hour время час uhrzeit zeit heure hora ora saat الوقت زمان ساعت",
  text: "messagetext posttext fulltext text message content body caption post текстпоста текстсообщения текст сообщение пост публикация содержание содержимое текстдопису допис повідомлення вміст nachrichtentext nachricht beitrag inhalt texte contenu texto mensaje contenido publicación testo messaggio mensagem conteúdo metin mesaj treść النص نص الرسالة متن پیام محتوا",
  link: "postlink messagelink permalink posturl messageurl tgurl telegramurl link url ссылканапост ссылканасообщение ссылканапубликацию ссылка посилання adresse lien enlace collegamento bağlantı رابط الرابط لینک پیوند id",
  views:
    "views viewcount viewscount просмотры просмотров количествопросмотров числопросмотров перегляди переглядів aufrufe ansichten vues visualizaciones vistas visualizzazioni visualizações görüntülenme wyświetlenia مشاهدات المشاهدات بازدید",
  channel:
    "channelname channeltitle chattitle chatname channel chat названиеканала имяканала канал назваканалу kanalname kanal canal chaîne nomdelachaîne canale قناة القناة کانال",
  handle: "channelusername channelhandle chatusername handle peerusername",
  chat: "channelid chatid peerid idканала idчата",
  author:
    "authorsignature postauthor signature authorname author автор подпись имяавтора підпис verfasser autor auteur firma الكاتب نویسنده",
  sender: "fromname sendername sender from отправитель откого відправник absender expéditeur remitente المرسل فرستنده",
  account: "senderid fromid authorid userid idотправителя idавтора",
  forwarded:
    "forwardedfromname forwardedfrom forwardfrom fwdfrom forwardfromname forwardfromchannel пересланоиз пересланоот репостиз переслановід weitergeleitetvon transféréde reenviadode",
  reply: "replytomessageid replytomsgid replytoid replyto inreplyto ответна відповідьна antwortauf réponseà respuestaa",
  edited: "editedat editdate edited датаредактирования изменено",
  media: "mediatype mediakind media типмедиа медиа type",
  file: "mediapath mediafile filename filepath file photo файл datei fichier archivo",
  reactions: "reactions reactionslist реакции реакції reaktionen réactions reacciones",
  row: "unnamed0 index row rowid n no nr пп",
};

const roles: ReadonlyMap<string, readonly { readonly role: FieldRole; readonly rank: number }[]> = fieldRolesByName();

/** What a field can tell by its name, the surest first, and how sure its name is: 0 is surest. */
export function fieldRolesOf(header: string): readonly { readonly role: FieldRole; readonly rank: number }[] {
  const key = nameKeyOf(header);
  // What data frames write before the first column.
  if (key === "") return [{ role: "row", rank: 0 }];
  return roles.get(key) ?? [];
}

/** Whether a column's name says that its clock shows UTC: `Date (UTC)`. */
export function saysUtc(header: string): boolean {
  return /(?:^|[\W_])(?:UTC|GMT)(?:$|[\W_])|[a-z]UTC$/u.test(header) || /^utc/iu.test(header);
}

function fieldRolesByName(): ReadonlyMap<string, readonly { readonly role: FieldRole; readonly rank: number }[]> {
  const found = new Map<string, { readonly role: FieldRole; readonly rank: number }[]>();
  for (const [role, words] of Object.entries(names) as [FieldRole, string][])
    for (const [rank, word] of words.split(" ").entries()) {
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
