/** A spot in a file of the specification. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something that stops generation: where it is, what is wrong, and how to correct it. */
export interface Problem extends Place {
  readonly operationId?: string | undefined;
  readonly message: string;
  readonly fix: string;
}

/** Something wrong that a stage finds, before its line is known. The pointer leads into the bundled document. */
export interface Finding {
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
}

/** `file:line:column operationId: what is wrong; how to correct it` */
export function formatProblem(problem: Problem): string {
  const operation = problem.operationId === undefined ? "" : ` ${problem.operationId}`;
  return `${problem.file}:${problem.line}:${problem.column}${operation}: ${problem.message}; ${problem.fix}`;
}

/** Sorts by place and drops what two stages report alike. */
export function tidyProblems(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...byText.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
