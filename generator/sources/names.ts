// The vendor's names of operations.
import { quote, SourceError, type PagePlace } from "./problems.js";
import type { Line } from "./elements.js";

/** The vendor's names of the operations whose documents have no sample code to take them from. */
const WITHOUT_SAMPLE = new Map([
  ["GET /v4/{record_id}/download-log", "downloadBuildLog"],
  ["GET /v4/jobs/{job_id}/{build_no}/record-info", "showRecordDetail"],
  ["POST /v3/jobs/create", "createBuildJob"],
  ["GET /v3/jobs/{job_id}/query", "listJobConfig"],
  ["GET /v3/jobs/{job_id}/{build_no}/real-time-log", "downloadRealTimeLog"],
  ["GET /v3/jobs/{job_id}/build-info-records", "listBuildInfoRecord"],
  ["GET /v3/{record_id}/download-log", "downloadLogByRecordId"],
  ["GET /v3/jobs/{job_id}/{build_no}/record-info", "showRecordInfo"],
]);

/** The operation's name: from the class of the sample code, else by method and path. */
export function operationIdOf(lines: Line[], method: string, path: string, place: PagePlace): string {
  const classes = new Set<string>();
  for (const line of lines) {
    const match = /\bclass (\w+?)Solution\b/.exec(line.text);
    if (match?.[1] !== undefined) classes.add(match[1]);
  }
  const [name, other] = classes;
  const line = lines[0]?.number ?? 1;
  if (other !== undefined) {
    throw new SourceError(place, line, `expected one operation's sample code, found ${quote([...classes].join(", "))}`);
  }
  const known = name === undefined ? WITHOUT_SAMPLE.get(`${method} ${path}`) : lowerCamel(name);
  if (known !== undefined) return known;
  throw new SourceError(
    place,
    line,
    `expected a class "...Solution" in the sample code to name ${method} ${path}, found none; name it in names.ts`,
  );
}

function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
