import { usePage } from "./page-context.tsx";

interface LevelKeyProps {
  /** Whether days are among those shown that no post states. */
  readonly withInferred?: boolean;
}

/** Which tints of a calendar stand for few posts and which for many, in whatever colours the page is seen. */
export function LevelKey({ withInferred = false }: LevelKeyProps) {
  const { texts } = usePage();
  return (
    <p class="level-key">
      <span>{texts.timeline.fewer}</span>
      {[1, 2, 3, 4].map((level) => (
        <i key={level} class={`level-${level}`} />
      ))}
      <span>{texts.timeline.more}</span>
      {withInferred && (
        <>
          <i class="inferred" /> <span>{texts.year.onlyInferred}</span>
        </>
      )}
    </p>
  );
}
