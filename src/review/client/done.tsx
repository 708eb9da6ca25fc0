/** Where more is open. */
export interface Way {
  readonly name: string;
  readonly go: () => void;
}

/** What `Done` is made of. */
export interface DoneProps {
  readonly words: string;
  /** How many questions were left for later: they come back when there is nothing else. */
  readonly left?: number;
  readonly ways: readonly Way[];
}

/** That nothing of a kind is open, and where more is. */
export function Done({ words, left = 0, ways }: DoneProps) {
  return (
    <div class="done">
      <p>{left === 0 ? words : `${left} left for later.`}</p>
      <div class="acts">
        {ways.map(({ name, go }) => (
          <button key={name} type="button" onClick={go}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}
