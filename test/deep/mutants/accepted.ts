import type { Accepted } from "./verdict.js";

/** The whole list. An entry that stands for a mutant which is caught, or for none that can be made, fails the run. */
export const accepted: readonly Accepted[] = [
  {
    kind: "change a value in an example",
    where: /^shared .*: \/error_msg$/,
    why: "The wording of an error message; callers and checks go by its code.",
  },
  {
    kind: "change a value in an example",
    where: /, example [\w-]+ \(typical\): (?!\/error\/code)/,
    why: "No document has an example there: any value that the schema accepts is as good.",
  },
  {
    kind: "drop a field in an example",
    where: /^(deleteTemplates|runJob) .*, example [\w-]+ \(typical\): (result|scm)$/,
    why: "No document has an example there, and the field may be missing.",
  },
  {
    kind: "change a value in an example",
    where: /^keystone\w+ .*, example [\w-]+ \(pdf\): /,
    why: "IAM's operations stand in running text, of which no facts are taken.",
  },
  {
    kind: "rename an example",
    where:
      /^(downloadLogByRecordId|keystoneListProjects|listTemplates parameter|runJob request, example (commit|tag) )/,
    why: "The name puts nothing together there, or what is left is whole without it: it is a label.",
  },
  {
    kind: "drop an x-conflicts entry",
    where: /^showHistoryDetails response 200 \/parameters: container$/,
    why: "The example lost its brackets before it was read, so that only the entry itself knows what it shows.",
  },
  {
    kind: "change a claim of an x-conflicts entry",
    where: / request: presence, observed$/,
    why: "What was seen of the live service stands in no document that could be read by machine.",
  },
];
