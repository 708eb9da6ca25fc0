import { translatePage } from "../translate/translate-page.ts";
import { translator } from "../translate/translator.ts";
import { chooseLanguage, chosenLanguage, languageSwitch, loadTexts } from "./chosen-language.ts";

/** Lets readers choose the language of the interface, and puts a page into the one they chose. */
const choice = languageSwitch();
if (choice !== undefined) {
  const own = choice.options[0]?.value ?? document.documentElement.lang;
  const chosen = chosenLanguage();
  choice.value = chosen ?? own;
  choice.addEventListener("change", () => {
    chooseLanguage(choice.value);
    location.reload();
  });
  choice.hidden = false;
  if (chosen !== undefined) await speak(own, chosen);
}

async function speak(own: string, chosen: string): Promise<void> {
  const [from, to] = await Promise.all([loadTexts(own), loadTexts(chosen)]);
  translatePage(document, translator(from, to), to);
}
