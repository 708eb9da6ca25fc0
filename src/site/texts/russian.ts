import type { Texts } from "./english.ts";

/** The interface in Russian. */
export const russian: Texts = {
  frame: {
    skip: "Перейти к содержанию",
  },
  attachments: {
    answer: "Ответ",
    share: "Доля голосов",
    percent: (percent) => `${percent}\u00A0%`,
    voters: (count) => `Проголосовало: ${new Intl.NumberFormat("ru").format(count)}`,
    files: (count) => (count === 1 ? "Файл (не сохранён)" : "Файлы (не сохранены)"),
    linked: "Страница по ссылке",
  },
};
