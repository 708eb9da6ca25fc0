import { usePage } from "./page-context.tsx";

interface LevelKeyProps {
  /** Whether days are shown, and so those that no post states. */
  readonly ofDays?: boolean;
}

/** Which tints of a calendar stand for few posts and which for many, in whatever colours the page is seen. */
export function LevelKey({ ofDays = false }: LevelKeyProps) {
  const { texts } = usePage();
  return (
    <p class="level-key">
      <span>{texts.timeline.fewer}</span>
      {[1, 2, 3, 4].map((level) => (
        <i key={level} class={`level-${level}`} />
      ))}
      <span>{texts.timeline.more}</span>
      {ofDays && (
        <>
          <i class="inferred" /> <span>{texts.year.onlyInferred}</span>
        </>
      )}
    </p>
  );
}
