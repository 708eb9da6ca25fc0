import { expect, test } from "vitest";
import { agreeingNominative } from "../../src/site/analysis/subjects/agreeing.ts";

test.each([
  ["Торжковской", "области", "область", "ru", "Торжковская область"],
  ["Заречном", "крае", "край", "ru", "Заречный край"],
  ["Гаванского", "района", "район", "ru", "Гаванский район"],
  ["Дальнему", "озеру", "озеро", "ru", "Дальнее озеро"],
  ["Рыбацкую", "академию", "академия", "ru", "Рыбацкая академия"],
  ["Рыбацкого", "фестиваля", "фестиваль", "ru", "Рыбацкий фестиваль"],
  ["Каневській", "області", "область", "uk", "Каневська область"],
  ["Каневського", "району", "район", "uk", "Каневський район"],
  // The noun names it as it is.
  ["Гаванский", "район", "район", "ru", undefined],
  // A noun, and another language.
  ["Торжок", "района", "район", "ru", undefined],
  ["Norlandzkiej", "rady", "rada", "pl", undefined],
])("%s %s is of %s", (adjective, noun, nominative, language, expected) => {
  expect(agreeingNominative(adjective, noun, nominative, language)).toBe(expected);
});
