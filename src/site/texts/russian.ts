import { counted, formFor } from "./counted.ts";
import type { Texts } from "./english.ts";

const locale = "ru";
const numbered = (one: string, few: string, many: string) => counted(locale, { one, few, many, other: few });
const posts = numbered("публикация", "публикации", "публикаций");
const channels = numbered("канал", "канала", "каналов");
const tags = numbered("тег", "тега", "тегов");
const hashtags = numbered("хештег", "хештега", "хештегов");
const lines = numbered("строка", "строки", "строк");
const bytes = numbered("байт", "байта", "байтов");
/** After a preposition that asks for the genitive: из 1 канала, из 2 каналов, из 21 канала. */
const ofChannels = counted(locale, { one: "канала", other: "каналов" });
const notCaptured = (one: string, few: string, many: string, lost: string) => {
  const several = counted(locale, { one: one.toLowerCase(), few, many, other: few });
  const form = formFor(locale, { one: lost, other: "не сохранены" });
  return (count: number) => (count === 1 ? `${one}, ${lost}` : `${several(count)}, ${form(count)}`);
};

/** The interface in Russian. */
export const russian: Texts = {
  language: "ru",
  locale,
  openGraphLocale: "ru_RU",
  counts: { posts, channels, tags },
  frame: {
    skip: "Перейти к содержанию",
    main: "Разделы",
    timeline: "Хронология",
    channels: "Каналы",
    tags: "Теги",
    about: "Об архиве",
    search: "Найти",
    searchAll: "Поиск по публикациям",
    dark: "Тёмная",
    light: "Светлая",
    showDark: "Тёмная тема страниц",
    showLight: "Светлая тема страниц",
    dates: (howMade) => [
      "Даты предположительные, если публикация не указывает свою сама; ",
      howMade("как составлен этот архив"),
      ".",
    ],
    timezone: (zone) => `Дни — календарные, по часовому поясу ${zone}.`,
    atom: "Лента Atom",
    jsonFeed: "Лента JSON",
  },
  extent: {
    none: "Публикаций пока нет",
    size: (postCount, channelCount, days) => `${posts(postCount)} из ${ofChannels(channelCount)}, ${days}`,
  },
  list: {
    circa: "ок.",
    circaMeaning: "около: день предположительный",
    dayStated: "день указан",
    dayInferred: "день предположительный",
    forwardedFrom: "переслано из",
    pageOf: (name, number) => `${name}, страница ${number}`,
    pages: "Страницы этого списка",
    newestPosts: "Самые новые публикации",
    newerPosts: "Более новые",
    oldestPosts: "Самые старые публикации",
    olderPosts: "Более старые",
  },
  home: {
    aboutArchive: "Об этом архиве",
    searchLabel: "Поиск по тексту всех публикаций",
    latest: "Последние публикации",
    allByDate: "Все публикации по датам",
    months: "Месяцы",
    timeline: "Хронология",
    channels: "Каналы",
    tags: "Теги",
  },
  timeline: {
    title: "Хронология",
    description: (extent) => `Хронология архива: ${extent}.`,
    darker: "Чем темнее месяц, тем больше в нём публикаций.",
  },
  year: {
    words: (count, year) => `${posts(count)} за ${year} год, по дням`,
    likely: "Публикация стоит на самом вероятном дне; насколько он надёжен, сказано на её странице.",
    dayWords: (day, count) => `${day}: ${posts(count)}`,
  },
  month: {
    words: (count) => `${posts(count)}, сначала новые`,
    pageNumber: (number) => `страница ${number}, считая от самой старой`,
  },
  channels: {
    title: "Каналы",
    description: (count) => `В этом архиве ${channels(count)}.`,
    words: (count) => `${channels(count)}; сначала те, где публикаций больше.`,
    unidentified: (dump) => `Неопознанный канал (${dump})`,
    namedAfterDump: "назван по выгрузке",
  },
  channel: {
    searchWithin: "Искать в этом канале",
    unnamed: "Ни одна страница не называет этот канал, поэтому он назван по выгрузке, из которой взяты его публикации.",
  },
  tags: {
    title: "Теги",
    words: (count) => `${hashtags(count)} в том виде, в каком их ставят сами публикации`,
    order: "по алфавиту; написания, которые различаются только регистром букв, считаются одним тегом.",
  },
  tag: {
    searchWithin: "Искать с этим тегом",
  },
  post: {
    untitled: "Публикация без текста",
    forwardedFrom: "Переслано из",
    inReplyTo: "В ответ на публикацию",
    noText: "Страница не показывает текста этой публикации",
    reactions: "Реакции",
    tags: "Теги",
    dateInferred: "Дата предположительная",
    around: "Соседние публикации",
    allChannels: "Все каналы",
    previous: "Предыдущая",
    next: "Следующая",
    oldest: "Самая старая публикация",
    newest: "Самая новая публикация",
    customEmoji: "особый эмодзи",
    stars: "звёзды",
  },
  record: {
    title: "Карточка",
    date: "Дата",
    stated: "Указана",
    inferred: "Предположительная",
    bestDay: "Вероятнейший день",
    interval: "промежуток рассчитан так, чтобы в девяти случаях из десяти содержать настоящий день",
    edtf: "EDTF",
    channel: "Канал",
    unnamedChannel: "назван по выгрузке: ни одна страница не называет канал",
    forwardedFrom: "Переслано из",
    language: "Язык",
    permalink: "Постоянная ссылка",
    source: "Источник",
    lines: (ranges, dialect) => `строки ${ranges}, вид страницы — «${dialect}»`,
    limits: "Границы",
    dumpHash: "SHA-256 выгрузки",
    repairs: "Исправления в тексте",
    line: (number) => `строка ${number}:`,
    citeAs: "Как ссылаться",
    marked: "Отмечены",
    markedWhy: "страница или человек указывает, где начинается публикация",
    judged: "Предположительные",
    over: (percent) => `более ${percent}`,
    judgedWhy: (likely) =>
      `страница не отмечает здесь начала публикации; по совокупности признаков его вероятность — ${likely}`,
    citation: (channel, title, date, archive, id, address, source) =>
      `${channel} (Telegram). «${title}», ${date}. ${archive}, публикация ${id}, ${address} (${source}).`,
    citationInferred: (when) => `дата предположительная: ${when}`,
    citationSource: (file, ranges, hash) => `${file}, строки ${ranges}, SHA-256 ${hash}…`,
  },
  about: {
    title: "Об архиве",
    description: "Что это за архив и как он составлен.",
    heading: "Об этом архиве",
    what: "Что это такое",
    whatWords:
      "Публикации взяты из текстовых выгрузок страниц каналов Telegram. В такой выгрузке есть только слова страницы: ни времени, ни номеров публикаций, ни изображений. Scrollback читает выгрузку, находит начало и конец каждой публикации, определяет её дату и отводит ей страницу с постоянным адресом. Каждая публикация называет выгрузку и строки, из которых она взята, и всякий, у кого есть выгрузка, может это проверить.",
    keptWords:
      "Выгрузки хранятся такими, какими были сделаны. Если повреждение выгрузки исправлено, об этом сказано в карточке публикации.",
    dates: "Как определяются даты",
    datesWords: (term, circa) => [
      "Выгрузки не сообщают дат публикаций. Дата считается известной, только если сам текст публикации называет свой день без всяких сомнений; такой день — ",
      term("указанный"),
      ". Все прочие дни — ",
      term("предположительные"),
      ": они выведены из дней, которые называют публикации, из времени глаголов, из годовщин, из порядка публикаций на странице и из дня, когда страница была сохранена. Предположительная дата — это вероятнейший день и промежуток, рассчитанный так, чтобы в девяти случаях из десяти содержать настоящий день, вместе со словами, на которых она основана. В списках предположительный день помечен сокращением ",
      circa("ок."),
      ", а у публикации, чей промежуток не короче недели, вместо дня стоит промежуток.",
    ],
    edtfWords: (edtf) => ["Поле ", edtf("EDTF"), " говорит то же самое в записи, принятой в библиотеках (ISO 8601‑2)."],
    dumps: "Выгрузки",
    noDumps: "Ни одной выгрузки пока не прочитано.",
    channel: "Канал",
    holds: "Содержит",
    holdsWords: (postCount, lineCount, byteCount, order) =>
      `${posts(postCount)}, ${lines(lineCount)}, ${bytes(byteCount)}, ${order}`,
    readAs: "Вид страницы",
    dialect: (dialect) => `«${dialect}»`,
    captured: "Сохранена",
    linesTitle: "Куда попала каждая строка",
    linesCaption: "Строки каждой выгрузки по назначению. Ничего не пропущено: в сумме получаются все строки.",
    dump: "Выгрузка",
    allLines: "Всего строк",
    notices: "Замечания",
    noticesWords: "Что при чтении выгрузок вызвало сомнения и как с этим поступлено.",
    roles: {
      text: "Текст",
      copy: "Вторая копия",
      forwarded: "Пометка о пересылке",
      reply: "Цитата в ответе",
      placeholder: "Заглушка",
      reactions: "Реакции",
      furniture: "Служебное",
      blank: "Пустые",
    },
    orders: {
      "oldest-first": "сначала старые публикации",
      "newest-first": "сначала новые публикации",
    },
  },
  notFound: {
    title: "Не найдено",
    heading: "Такой страницы нет",
    words: (search, date) => [
      "Этого адреса в архиве нет. Постоянные ссылки на публикации не меняются: если вы пришли по такой ссылке, проверьте, что она скопирована целиком. Или воспользуйтесь ",
      search("поиском"),
      " либо ",
      date("хронологией"),
      ".",
    ],
  },
  dating: {
    between: (first, last) => `между ${first} и ${last}`,
    about: (day) => `около ${day}`,
    with: (how, evidence) => `${how}: «${evidence}»`,
    line: (when, how) => `Дата: ${when}, ${how}`,
    inferredLine: (when, how) => `Дата предположительная: ${when}, ${how}`,
    how: {
      dateline: "по её строке с местом и датой",
      "event-past": "по дню, о котором она сообщает",
      "event-to-come": "по дню, который она объявляет",
      anniversary: "по годовщине, которой она посвящена",
      observance: "по памятному дню, который она отмечает",
      mention: "по дню, который она называет",
      relative: "по дню, который она называет рядом со своим",
      neighbours: "по публикациям до и после неё",
      capture: "по дню сохранения страницы; больше ни одна публикация не сообщает",
      order: "только по её месту среди других; дня не называет ни одна публикация",
    },
  },
  media: {
    video: notCaptured("Видео", "видео", "видео", "не сохранено"),
    photo: notCaptured("Фотография", "фотографии", "фотографий", "не сохранена"),
    audio: notCaptured("Аудиозапись", "аудиозаписи", "аудиозаписей", "не сохранена"),
    document: notCaptured("Документ", "документа", "документов", "не сохранён"),
    poll: notCaptured("Опрос", "опроса", "опросов", "не сохранён"),
    service: () => "Служебное сообщение канала",
    "custom-emoji": () => "В тексте есть особые эмодзи, которых страница не показывает",
    hidden: () => "Страница ничего не показывает из этой публикации",
  },
};
