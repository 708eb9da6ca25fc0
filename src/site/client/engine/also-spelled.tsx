import { AlsoSpelled, type AlsoSpelledProps } from "../also-spelled.tsx";
import { narrowings } from "../question.ts";

/**
 * Other spellings of a name that stands alone: how many posts hold each is known to the page. Beside other words and filters an engine would have
 * to be asked for each of them.
 */
function AskedSpellings(props: AlsoSpelledProps) {
  const { question, matches } = props.shown;
  const [only, ...others] = matches.terms;
  const isAlone =
    others.length === 0 && only?.term.typed === question.words.trim() && narrowings(question).length === 0;
  return isAlone ? <AlsoSpelled {...props} /> : null;
}

export { AskedSpellings as AlsoSpelled };
