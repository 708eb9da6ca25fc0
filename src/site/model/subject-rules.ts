import { z } from "zod";
import { keyLine } from "../../model/key-line.ts";
import { unknownKeysTold } from "../../text/unknown-keys.ts";

/** What a person says of the derived subjects, in `content/subjects.yml`; names that no subject has are left aside. */
export interface SubjectRules {
  /** Names that are one subject, by the name it is shown under. */
  readonly merge?: Readonly<Record<string, readonly string[]>> | undefined;
  /** What subjects are called instead, by the name they would have. */
  readonly rename?: Readonly<Record<string, string>> | undefined;
  /** Names that are no subjects. */
  readonly hide?: readonly string[] | undefined;
}

const remedies = {
  merge: 'write a name and the list of names that are the same, such as "Ada Lindgren: [Lindgren, Mayor Lindgren]"',
  rename: 'write a name and the one it is to have, such as "Norland Ferry: Norland Ferries"',
  hide: 'write a list of names, such as "[Morning News, Read More]"',
};

const schema = z.strictObject(
  {
    merge: z
      .record(z.string(), z.array(z.string().min(1), remedies.merge), remedies.merge)
      .meta({ description: "Names that are one subject, by the name it is shown under." })
      .optional(),
    rename: z
      .record(z.string(), z.string(remedies.rename).min(1, remedies.rename), remedies.rename)
      .meta({ description: "What subjects are called instead, by the name they would have." })
      .optional(),
    hide: z.array(z.string(), remedies.hide).meta({ description: "Names that are no subjects." }).optional(),
  },
  {
    error: (issue) =>
      issue.code === "invalid_type" ? "write merge, rename or hide, each with names below" : undefined,
  },
);

/** Checks the parsed `content/subjects.yml`. Throws one Error that names the file, each wrong key with its line, and the remedy. */
export function subjectRulesFrom(value: unknown, file: string, text = ""): SubjectRules {
  const checked = schema.safeParse(value ?? {});
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map((issue) => {
    if (issue.code === "unrecognized_keys") return unknownKeysTold(issue, Object.keys(schema.shape), text);
    if (issue.path.length === 0) return issue.message;
    return `${place(text, issue.path)}key "${issue.path.join(".")}": ${issue.message}`;
  });
  throw new Error(`Cannot read subjects "${file}": ${problems.join("; ")}`);
}

/** The same rules as a JSON Schema, by which editors complete and check the file. */
export function subjectRulesSchema(): object {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}

function place(text: string, path: readonly PropertyKey[]): string {
  const line = keyLine(text, path);
  return line === undefined ? "" : `line ${line}: `;
}
