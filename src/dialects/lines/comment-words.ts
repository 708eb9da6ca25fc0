/** What Telegram's apps and its web pages print under a post whose readers can comment on it, in one language. */
export interface CommentWords {
  readonly language: string;
  /** Behind the number of comments, in all forms that numbers ask for. */
  readonly counted: readonly string[];
  /** Where there is none yet. */
  readonly asked: readonly string[];
}

/** The apps print the reader's language. */
export const commentWords: readonly CommentWords[] = [
  { language: "English", counted: ["comment", "comments"], asked: ["Leave a comment"] },
  {
    language: "Russian",
    counted: ["комментарий", "комментария", "комментариев"],
    asked: ["Прокомментировать", "Комментировать", "Оставить комментарий"],
  },
  {
    language: "Ukrainian",
    counted: ["коментар", "коментарі", "коментарів", "коментаря"],
    asked: ["Прокоментувати", "Коментувати", "Залишити коментар"],
  },
  {
    language: "Belarusian",
    counted: ["каментар", "каментары", "каментароў", "каментарый", "каментарыі", "каментарыяў"],
    asked: ["Пракаментаваць", "Каментаваць", "Пакінуць каментар", "Пакінуць каментарый"],
  },
  { language: "German", counted: ["Kommentar", "Kommentare"], asked: ["Kommentieren", "Kommentar hinterlassen"] },
  {
    language: "Spanish",
    counted: ["comentario", "comentarios"],
    asked: ["Dejar un comentario", "Deja un comentario", "Comentar"],
  },
  { language: "French", counted: ["commentaire", "commentaires"], asked: ["Laisser un commentaire", "Commenter"] },
  { language: "Italian", counted: ["commento", "commenti"], asked: ["Lascia un commento", "Commenta"] },
  {
    language: "Portuguese",
    counted: ["comentário", "comentários"],
    asked: ["Deixar um comentário", "Deixe um comentário", "Comentar"],
  },
  {
    language: "Polish",
    counted: ["komentarz", "komentarze", "komentarzy", "komentarza"],
    asked: ["Zostaw komentarz", "Skomentuj", "Dodaj komentarz"],
  },
  {
    language: "Dutch",
    counted: ["opmerking", "opmerkingen", "reactie", "reacties"],
    asked: ["Plaats een opmerking", "Laat een reactie achter", "Reageren"],
  },
  { language: "Turkish", counted: ["yorum"], asked: ["Yorum yap", "Yorum bırak"] },
  { language: "Indonesian", counted: ["komentar"], asked: ["Tinggalkan komentar", "Beri komentar"] },
  { language: "Uzbek", counted: ["izoh", "izohlar", "fikr"], asked: ["Izoh qoldirish", "Fikr bildirish"] },
  { language: "Kazakh", counted: ["пікір", "түсініктеме"], asked: ["Пікір қалдыру", "Пікір жазу"] },
  { language: "Persian", counted: ["نظر", "دیدگاه"], asked: ["نظر دهید", "ارسال نظر", "دیدگاه بگذارید", "نظر بدهید"] },
  {
    language: "Arabic",
    counted: ["تعليق", "تعليقات", "تعليقًا", "تعليقا", "تعليقان", "تعليقين"],
    asked: ["اترك تعليقًا", "اترك تعليقا", "أضف تعليقًا", "أضف تعليقا", "ترك تعليق", "إضافة تعليق"],
  },
  { language: "Hebrew", counted: ["תגובה", "תגובות"], asked: ["הוספת תגובה", "הוסף תגובה", "השארת תגובה"] },
  { language: "Hindi", counted: ["टिप्पणी", "टिप्पणियाँ", "टिप्पणियां"], asked: ["टिप्पणी करें"] },
  {
    language: "Chinese",
    counted: ["条评论", "則留言", "則評論", "条留言"],
    asked: ["发表评论", "留下评论", "發表評論", "發表留言"],
  },
];
