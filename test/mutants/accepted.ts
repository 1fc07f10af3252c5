import type { Accepted } from "./verdict.js";

/** The whole list. An entry that stands for a mutant which is caught, or for none that can be made, fails the run. */
export const accepted: readonly Accepted[] = [
  {
    kind: "reword a field's description",
    why: "Descriptions are in our own words; nothing else says the same, so that only a reader can judge them.",
  },
  {
    kind: "change a value in an example",
    where: /^\w+, example \w+: \/error_msg$/,
    why: "The wording of an error message; callers and checks go by its code.",
  },
];
