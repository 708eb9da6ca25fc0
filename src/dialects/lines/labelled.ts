/** The label and the value of a line `LABEL: VALUE`. */
export function labelled(line: string): readonly [label: string, value: string] | undefined {
  const { label = "", value = "" } = /^(?<label>[^:：]{2,60})[:：]\s*(?<value>\S.*)$/u.exec(line)?.groups ?? {};
  return label === "" || value === "" ? undefined : [label.trim(), value.trim()];
}
