/** The arrow of a link that leads on; it points to the end of the line, on the left where pages run from the right. */
export function ArrowOn() {
  return (
    <span class="arrow" aria-hidden="true">
      →
    </span>
  );
}

/** The arrow of a link that leads back, to the start of the line. */
export function ArrowBack() {
  return (
    <span class="arrow" aria-hidden="true">
      ←
    </span>
  );
}
