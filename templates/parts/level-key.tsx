import { usePage } from "./page-context.tsx";

/** Which tints of a calendar stand for few posts and which for many, in whatever colours the page is seen. */
export function LevelKey() {
  const { fewer, more } = usePage().texts.timeline;
  return (
    <p class="level-key">
      {fewer}
      {[1, 2, 3, 4].map((level) => (
        <span key={level} class={`level-${level}`} />
      ))}
      {more}
    </p>
  );
}
