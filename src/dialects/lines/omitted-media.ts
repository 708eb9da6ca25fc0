/** What WhatsApp writes in angle brackets where an export leaves out pictures and recordings, by language. */
const omittedMedia: Readonly<Record<string, readonly string[]>> = {
  ar: ["تم استبعاد الوسائط", "تم حذف الوسائط", "الوسائط غير مدرجة"],
  az: ["Media buraxılıb"],
  cs: ["Média vynechána", "Média vynechana"],
  da: ["Medier udeladt", "Mediefil udeladt"],
  de: ["Medien ausgeschlossen", "Medien weggelassen"],
  el: ["Παραλείφθηκαν πολυμέσα"],
  en: ["Media omitted", "Media excluded"],
  es: ["Multimedia omitido", "Archivo omitido", "Archivos omitidos"],
  fa: ["رسانه حذف شد", "رسانه حذف شده", "بدون رسانه"],
  fi: ["Media jätetty pois", "Media poistettu"],
  fr: ["Médias omis", "Fichier omis", "Média omis"],
  he: ["המדיה לא נכללה", "מדיה הושמטה", "המדיה הושמטה"],
  hi: ["मीडिया के बिना", "मीडिया छोड़ा गया"],
  hu: ["Hiányzó médiafájl", "Média kihagyva"],
  id: ["Media tidak disertakan", "Media dihilangkan"],
  it: ["Media omessi", "Media omesso"],
  ja: ["メディアは含まれていません", "メディアなし"],
  kk: ["Медиа файлсыз", "Медиафайлсыз"],
  ko: ["미디어 파일을 생략한 대화내용", "미디어 제외"],
  nl: ["Media weggelaten", "Media niet inbegrepen"],
  pl: ["pominięto multimedia", "Multimedia pominięte"],
  pt: ["Mídia oculta", "Arquivo de mídia oculto", "Ficheiro não revelado", "Mídia omitida", "Multimédia omitida"],
  ro: ["Fișier media omis", "Media omise"],
  ru: ["Без медиафайлов", "Медиафайл исключён", "Медиа пропущены"],
  sv: ["Media utelämnat", "Media har utelämnats", "Media utelämnad"],
  tr: ["Medya dahil edilmedi", "Medya atlanmış"],
  uk: ["Без медіафайлів", "Медіафайл пропущено", "Пропущено медіа"],
  uz: ["Media fayllarsiz"],
  vi: ["Đã bỏ qua phương tiện", "Tệp phương tiện đã bị bỏ qua"],
  zh: ["省略多媒体文件", "已省略多媒体文件", "已忽略多媒體檔", "已略過多媒體檔", "媒体文件已省略"],
};

const words: ReadonlySet<string> = new Set(Object.values(omittedMedia).flatMap((own) => own.map(keyOf)));

/** Whether words are WhatsApp's for media that an export leaves out, without their brackets; case does not count. */
export function isOmittedMedia(said: string): boolean {
  return said.length <= longest && words.has(keyOf(said));
}

const longest = 60;

function keyOf(said: string): string {
  return said.normalize("NFC").trim().toLowerCase();
}
