import { describe, expect, test } from "vitest";
import { limitsOfText, valuesOfText, type Description } from "../../generator/sources/limits.js";
import type { PrintedLimits } from "../../generator/sources/facts.js";

const text = (...paragraphs: string[]): Description => ({ text: paragraphs, range: [] });
const range = (...paragraphs: string[]): Description => ({ text: ["Something."], range: paragraphs });

describe("limits, by what the description says", () => {
  test.each<[string, string, Description, PrintedLimits]>([
    [
      "an exact length of letters and digits",
      "String",
      text("Has the 32 digits and letters at the end."),
      { pattern: "^[0-9A-Za-z]{32}$" },
    ],
    [
      "lowercase letters",
      "String",
      text("It consists of 32 digits and lowercase letters."),
      { pattern: "^[0-9a-z]{32}$" },
    ],
    [
      "hyphens",
      "String",
      text("It consists of 36 digits, lowercase letters, and hyphens (-)."),
      { pattern: "^[0-9a-z-]{36}$" },
    ],
    [
      "a length in two sentences",
      "String",
      range("The value is 32 characters long. Only letters and digits."),
      { pattern: "^[0-9A-Za-z]{32}$" },
    ],
    [
      "a length as an adjective",
      "String",
      range("A 32-character string of digits and letters."),
      { pattern: "^[0-9A-Za-z]{32}$" },
    ],
    [
      "a length in the constraints",
      "String",
      text("Paper ID.", "The 32-character string at the end includes digits and letters."),
      { pattern: "^[0-9A-Za-z]{32}$" },
    ],
    ["an exact length of anything", "String", range("The value is 8 characters long."), { minLength: 8, maxLength: 8 }],
    ["a longest length", "String", range("Default text. Max. 8,192 characters."), { maxLength: 8192 }],
    [
      "a longest length and a class",
      "String",
      range("The length cannot exceed 128 characters. Only letters, digits, and underscores (_) are supported."),
      { maxLength: 128, pattern: "^[0-9A-Za-z_]*$" },
    ],
    [
      "what is not allowed is no class",
      "String",
      range("Max. 5 characters. Hyphens and digits are not allowed."),
      { maxLength: 5 },
    ],
    ["digits in passing are no class", "String", text("Number of digits."), {}],
    ["greater than or equal to", "Integer", text("The value of x is greater than or equal to 0."), { minimum: 0 }],
    ["or greater", "Integer", range("Only numbers that are 0 or greater can be used."), { minimum: 0 }],
    ["starts at", "Integer", text("This starts at 1, the first."), { minimum: 1 }],
    ["increases from", "Integer", text("It automatically increases from 1 by 1 each time."), { minimum: 1 }],
    [
      "starts from 1 every day is no limit of the value",
      "String",
      text("Daily ID, which starts from 1 every day."),
      {},
    ],
    ["a positive integer", "Integer", text("N.", "The value is a positive integer."), { minimum: 1 }],
    ["less than or equal to", "Integer", text("The interval is less than or equal to 30 days."), { maximum: 30 }],
    ["no more than", "Integer", text("The value of limit is no more than 1,000."), { maximum: 1000 }],
    ["or less", "Integer", range("Only numbers that are 100 or less can be used."), { maximum: 100 }],
    ["an interval", "Integer", range("0–2147483647"), { minimum: 0, maximum: 2147483647 }],
    ["an interval with a hyphen", "Integer", range("-5 - 5."), { minimum: -5, maximum: 5 }],
    [
      "a date and a window",
      "String",
      text("YYYY-MM-DD. The time range cannot exceed 30 days."),
      { timeFormat: "date", maximumDays: 30 },
    ],
    [
      "a date and a time",
      "String",
      text("The value format is yyyy-MM-dd HH:mm:ss."),
      { timeFormat: "local-date-time" },
    ],
    [
      "forbidden names",
      "String",
      text("N.", "● Do not use the following fields: PATH, BASH_ENV, and path."),
      { forbidden: ["PATH", "BASH_ENV", "path"] },
    ],
    ["a default", "String", text("Class. The default value is java.lang.String."), { default: "java.lang.String" }],
    [
      "a default before a comma",
      "String",
      text("Whether. The default value is 0, indicating that it is on."),
      { default: "0" },
    ],
    ["a default that is a number", "Integer", text("Length. The default value is 1,000,000."), { default: 1000000 }],
    ["a default that is a Boolean", "Boolean", text("Switch. The default value is false."), { default: false }],
    [
      "a default for some cases only is none",
      "String",
      text("Scope. For an own one, the default value is custom."),
      {},
    ],
    ["a default under its label", "Integer", { text: ["N."], range: [], defaultValue: "1" }, { default: 1 }],
    ["nothing", "String", text("Task name."), {}],
  ])("%s", (_what, type, description, limits) => {
    expect(limitsOfText(description, type)).toEqual(limits);
  });

  test("stand in one order, whatever the order of the words", () => {
    const limits = limitsOfText(text("The default value is 5. No more than 9; greater than or equal to 1."), "Integer");
    expect(JSON.stringify(limits)).toBe('{"minimum":1,"maximum":9,"default":5}');
  });
});

describe("values, where the description lists them", () => {
  test.each<[string, string, Description, string[]]>([
    ["can be A or B", "String", text("Log level. Its value can be INFO or DEBUG."), ["INFO", "DEBUG"]],
    [
      "can be A, B, or C, or nothing",
      "String",
      text("Which can be running, success, or error. When idle, the value is an empty string."),
      ["running", "success", "error", ""],
    ],
    ["enter A or B to", "String", text("Enter true or false to say whether."), ["true", "false"]],
    ["such as", "String", text("Type, such as Repo and GitHub."), ["Repo", "GitHub"]],
    [
      "a list with nothing else as the range",
      "String",
      range("branch ,tag and commitId."),
      ["branch", "tag", "commitId"],
    ],
    ["two as the range", "String", range("YAML or ACTION."), ["YAML", "ACTION"]],
    [
      "explained values",
      "String",
      range("● MANUAL: By hand", "● TIMED_EXECUTION: By clock"),
      ["MANUAL", "TIMED_EXECUTION"],
    ],
    [
      "explained values without bullets",
      "String",
      range("success: It worked.", "fail: It did not."),
      ["success", "fail"],
    ],
    ["the range before the text", "String", { text: ["It can be A or B."], range: ["C or D."] }, ["C", "D"]],
    ["phrases are kinds, not values", "String", text("Type, which can be YAML build or action build."), []],
    [
      "adjectives are kinds, not values",
      "String",
      text("Mode, which may be a manual, scheduled, or pipeline trigger."),
      [],
    ],
    ["a Boolean's are no news", "Boolean", range("true: Yes.", "false: No."), []],
    ["one word is no list", "String", text("It can be obtained by calling another."), []],
  ])("%s", (_what, type, description, values) => {
    expect(valuesOfText(description, type)).toEqual(values);
  });
});
