import type { FacetName } from "../search/facets.ts";
import type { InterfaceLanguage } from "./interface-languages.ts";

type ByLanguage = Readonly<Record<InterfaceLanguage, string>>;

/** What a facet is called, and those of its values that do not speak for themselves. */
interface FacetWords {
  readonly name: ByLanguage;
  readonly values?: Readonly<Record<string, ByLanguage>>;
}

/** The names of the facets in a language of the interface. */
export function facetNamesIn(language: InterfaceLanguage): Readonly<Record<FacetName, string>> {
  return Object.fromEntries(Object.entries(facets).map(([facet, { name }]) => [facet, name[language]])) as Record<
    FacetName,
    string
  >;
}

/** The names of values by facet, in a language of the interface. */
export function facetValuesIn(
  language: InterfaceLanguage,
): Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> {
  return Object.fromEntries(
    Object.entries(facets).flatMap(([facet, { values }]) =>
      values === undefined
        ? []
        : [[facet, Object.fromEntries(Object.entries(values).map(([value, words]) => [value, words[language]]))]],
    ),
  );
}

const facets: Readonly<Record<FacetName, FacetWords>> = {
  year: {
    name: {
      ar: "السنة",
      de: "Jahr",
      en: "Year",
      es: "Año",
      fa: "سال",
      fr: "Année",
      ru: "Год",
      uk: "Рік",
    },
  },
  month: {
    name: {
      ar: "الشهر",
      de: "Monat",
      en: "Month",
      es: "Mes",
      fa: "ماه",
      fr: "Mois",
      ru: "Месяц",
      uk: "Місяць",
    },
  },
  channel: {
    name: {
      ar: "القناة",
      de: "Kanal",
      en: "Channel",
      es: "Canal",
      fa: "کانال",
      fr: "Canal",
      ru: "Канал",
      uk: "Канал",
    },
  },
  language: {
    name: {
      ar: "اللغة",
      de: "Sprache",
      en: "Language",
      es: "Idioma",
      fa: "زبان",
      fr: "Langue",
      ru: "Язык",
      uk: "Мова",
    },
    values: {
      und: {
        ar: "غير معروفة",
        de: "Nicht bekannt",
        en: "Not known",
        es: "Desconocido",
        fa: "نامعلوم",
        fr: "Inconnue",
        ru: "Не определён",
        uk: "Не визначено",
      },
    },
  },
  date: {
    name: {
      ar: "طريقة التأريخ",
      de: "Datierung",
      en: "Dating",
      es: "Datación",
      fa: "تاریخ‌گذاری",
      fr: "Datation",
      ru: "Датировка",
      uk: "Датування",
    },
    values: {
      stated: {
        ar: "مذكور في المصدر",
        de: "In der Quelle genannt",
        en: "Stated in the source",
        es: "Indicada en la fuente",
        fa: "ذکرشده در منبع",
        fr: "Indiquée par la source",
        ru: "Указана в источнике",
        uk: "Указана в джерелі",
      },
      set: {
        ar: "حدده محرر",
        de: "Von der Redaktion festgelegt",
        en: "Set by an editor",
        es: "Fijada por la redacción",
        fa: "به تعیین ویراستار",
        fr: "Fixée par la rédaction",
        ru: "Указана редактором",
        uk: "Указана редактором",
      },
      inferred: {
        ar: "مستنتج",
        de: "Erschlossen",
        en: "Inferred",
        es: "Inferida",
        fa: "استنباطی",
        fr: "Déduite",
        ru: "Предположительная",
        uk: "Імовірна",
      },
    },
  },
  boundary: {
    name: {
      ar: "حد المنشور",
      de: "Beitragsgrenze",
      en: "Post boundary",
      es: "Límite de la publicación",
      fa: "مرز پست",
      fr: "Limite de la publication",
      ru: "Граница публикации",
      uk: "Межа допису",
    },
    values: {
      marked: {
        ar: "معلَّم في المصدر",
        de: "In der Quelle markiert",
        en: "Marked in the source",
        es: "Marcado en la fuente",
        fa: "نشان‌دار در منبع",
        fr: "Marquée dans la source",
        ru: "Отмечена в источнике",
        uk: "Позначена в джерелі",
      },
      set: {
        ar: "حدده محرر",
        de: "Von der Redaktion festgelegt",
        en: "Set by an editor",
        es: "Fijado por la redacción",
        fa: "به تعیین ویراستار",
        fr: "Fixée par la rédaction",
        ru: "Задана редактором",
        uk: "Задана редактором",
      },
      inferred: {
        ar: "مستنتج",
        de: "Erschlossen",
        en: "Inferred",
        es: "Inferido",
        fa: "استنباطی",
        fr: "Déduite",
        ru: "Предположительная",
        uk: "Визначена за непрямими даними",
      },
    },
  },
  forwarded: {
    name: {
      ar: "إعادة التوجيه",
      de: "Weiterleitung",
      en: "Forwarded",
      es: "Reenvío",
      fa: "بازارسال",
      fr: "Transfert",
      ru: "Пересылка",
      uk: "Пересилання",
    },
    values: {
      yes: {
        ar: "منشورات معاد توجيهها",
        de: "Weitergeleitete Beiträge",
        en: "Forwarded posts",
        es: "Publicaciones reenviadas",
        fa: "پست‌های بازارسال‌شده",
        fr: "Publications transférées",
        ru: "Пересланные",
        uk: "Переслані",
      },
      no: {
        ar: "منشورات القناة نفسها",
        de: "Eigene Beiträge",
        en: "Own posts",
        es: "Publicaciones propias",
        fa: "پست‌های خود کانال",
        fr: "Publications propres",
        ru: "Собственные",
        uk: "Власні",
      },
    },
  },
  media: {
    name: {
      ar: "الوسائط",
      de: "Medien",
      en: "Media",
      es: "Multimedia",
      fa: "رسانه‌ها",
      fr: "Médias",
      ru: "Медиа",
      uk: "Медіа",
    },
  },
  topic: {
    name: {
      ar: "الموضوع",
      de: "Thema",
      en: "Topic",
      es: "Tema",
      fa: "موضوع",
      fr: "Sujet",
      ru: "Тема",
      uk: "Тема",
    },
  },
  tag: {
    name: {
      ar: "الوسم",
      de: "Hashtag",
      en: "Tag",
      es: "Etiqueta",
      fa: "هشتگ",
      fr: "Hashtag",
      ru: "Тег",
      uk: "Хештег",
    },
  },
};
