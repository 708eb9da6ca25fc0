/**
 * Beginnings of the words that pages count subscribers, photos, videos, files and links with, in small letters. A language that is not here is found
 * by the shape of its heads, but its counters have no names.
 */
export const counterStems = {
  subscribers: stems(`
    subscriber member follower subscritor inscrit inscrito suscriptor seguidor miembro abonné abonn abone iscritt membr
    mitglied leden volger prenumerant medlem följare følger tilaaj jäsen seuraaj subskryb obserwuj odběratel odberateľ
    feliratkoz követő pretplat naročnik abonat abonaț urmăritor anëtar abonent prenumerator sekėj abonē tellija jälgija
    подписчик участник підписник учасник падпісчык абонат претплат член жазылуш катталуучу obunachi a’zo a'zo aʻzo abunəçi
    συνδρομητ μέλη մասնակից բաժանորդ გამომწერ წევრ
    مشترك مشترک متابع عضو اعضا أعضاء دنبال مشترکین מנוי עוקב חברים
    सदस्य सब्सक्राइबर गाहक গ্রাহক সদস্য সাবস্ক্রাইবার சந்தாதார உறுப்பினர் చందాదారు ಚಂದಾದಾರ വരിക്കാ ਮੈਂਬਰ સભ્ય
    pelanggan anggota pengikut langgan người thành waliojisajili wafuatiliaji ተከታ አባላት
    ผู้ติดตาม สมาชิก 구독자 멤버 登録者 チャンネル登録者 購読者 メンバー 订阅 訂閱 位订阅者 位訂閱者 关注者 成员 成員`),
  photos: stems(`
    photo foto fotografi fényk kép zdjęci zdjec kuva kuvaa valokuv nuotrauk attēl pilt myndi фото фотограф слик зураг
    φωτο εικόν լուսանկար ფოტო صور صورة عکس تصویر תמונ फ़ोटो फोटो तस्वीर ছবি புகைப்பட gambar larawan picha ảnh hình ፎቶ
    ภาพ รูป 사진 写真 照片 图片 圖片 相片 fotoğraf rasm şəkil снимк bild`),
  videos: stems(`
    video vídeo vidéo wideo видео відео відэа відеа βίντεο վիդեո տեսանյութ ვიდეო فيديو مقاطع ویدیو ویدئو ویڈیو סרטון וידאו
    वीडियो व्हिडिओ ভিডিও வீடியோ วิดีโอ 동영상 비디오 動画 視頻 视频 影片 ቪዲዮ`),
  files: stems(`
    file fichier archivo arquivo ficheiro datei bestand filer filen fájl plik soubor súbor datotek fișier fail dosya файл
    фајл датотек αρχεί ֆայլ ფაილ ملف فایل קבצ קובץ फ़ाइल फाइल ফাইল கோப்பு berkas tệp ไฟล์ 파일 ファイル 文件 檔案 ፋይል
    tiedosto fayl failas`),
  links: stems(`
    link enlace lien collegament länk lenke linkki hivatkoz odkaz poveznic legătur bağlantı havola ссыл посилан спасыл
    линк врск σύνδεσμ σύνδεσμο հղում ბმულ روابط رابط لینک پیوند קישור लिंक লিংক இணைப்ப tautan pautan liên ลิงก์ 링크 リンク 链接 連結
    nuorod saite ሊንክ`),
};

function stems(words: string): readonly string[] {
  return [...new Set(words.split(/\s+/u).filter(Boolean))];
}
