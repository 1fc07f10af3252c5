import { logTime } from "./times.js";

/** What a line says. */
export interface LogText {
  readonly level: "DEBUG" | "INFO" | "ERROR";
  /** The line, once its time is known. */
  write(time: number): string;
}

/** A line of a build's log, and when it is written: milliseconds from the start of the build's life. */
export interface LogLine extends LogText {
  readonly step: string;
  readonly at: number;
}

function stamped(level: LogText["level"], words: string): LogText {
  return { level, write: (time) => `[${logTime(time)}] [${level}] ${words}\n` };
}

/** The log lines of a step. Some of them are not ASCII, as in real logs. */
export function defaultLog({ name, succeeds }: { readonly name: string; readonly succeeds: boolean }): LogText[] {
  return [
    stamped("INFO", `[${name}] started · 开始`),
    stamped("DEBUG", `[${name}] working directory /home/build/workspace`),
    stamped("INFO", `[${name}] working …`),
    succeeds ? stamped("INFO", `[${name}] done ✅`) : stamped("ERROR", `[${name}] failed: exit code 1 ❌`),
  ];
}

/** The lines of a text that a test gives: as they are. */
export function givenLog(text: string): LogText[] {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => ({ level: "INFO", write: () => line }));
}
