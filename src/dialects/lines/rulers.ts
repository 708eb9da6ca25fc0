const ruler = /^(?<sign>[-–—=*_#~•·➖])\uFE0F?(?:\s*\k<sign>\uFE0F?){2,}$/u;

/** Whether a line is drawn across the page and says nothing: `-----`, `* * *`, `➖➖➖`. */
export function isRulerLine(line: string): boolean {
  return ruler.test(line.trim());
}
