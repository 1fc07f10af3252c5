import { type HandlerAnswer, type Handler, type Handlers, success } from "./call.js";
import { ServiceFailure, invalid, neverRan, unknownId } from "./failure.js";
import type { Build } from "./state.js";

const LENGTH = 1_000_000;

interface Piece {
  readonly job_id: string;
  readonly build_no: number | string;
  readonly offset: number;
  readonly length?: number;
}

/** True when the build ended without an executor, so that it has no log. */
function neverStarted({ life }: Build, now: number): boolean {
  return life.hasEnded(now) && life.started === undefined;
}

/** The text, cut in the middle of its last character that takes two UTF-16 units. */
function cutCharacter(text: string): string {
  return /^[^]*[\ud800-\udbff](?=[\udc00-\udfff])/.exec(text)?.[0] ?? text;
}

const downloadRealTimeLog: Handler<Piece> = ({ state, values, now, splitCharacters }) => {
  const { job_id, build_no, offset, length = LENGTH } = values;
  if (offset < 0) throw invalid("offset is less than 0");
  if (length < 1) throw invalid("length is less than 1");
  const build = state.build(job_id, build_no);
  if (neverStarted(build, now)) throw neverRan();
  const log = build.life.log(now);
  const whole = log.slice(offset, offset + length);
  const content = splitCharacters ? cutCharacter(whole) : whole;
  const next = offset + content.length;
  return success({
    has_more_data: next < log.length || !build.life.hasEnded(now),
    offset: next,
    content,
    current_offset: offset,
  });
};

/** Downloads report what went wrong as JSON with status 200. */
function logFile(build: Build, now: number, text: string): HandlerAnswer {
  if (neverStarted(build, now)) throw new ServiceFailure(neverRan().code, neverRan().message, 200);
  return { file: text, name: `${build.config.job_name}-${build.daily}.log` };
}

interface OfRecord {
  readonly record_id: string;
  readonly log_level?: string;
}

const downloadBuildLog: Handler<OfRecord> = ({ state, values, now }) => {
  const build = state.record(values.record_id);
  return logFile(build, now, build.life.log(now, { debug: values.log_level === "DEBUG" }));
};

const downloadTaskLog: Handler<OfRecord & { task_name: string }> = ({ state, values, now }) => {
  const build = state.record(values.record_id);
  const { task_name: stage, log_level } = values;
  const step = build.life.script.names[Number(/^stage([1-9][0-9]*)$/.exec(stage)?.[1]) - 1];
  if (step === undefined) throw unknownId("stage");
  return logFile(build, now, build.life.log(now, { step, debug: log_level === "DEBUG" }));
};

export const logHandlers = {
  downloadRealTimeLog,
  downloadBuildLog,
  downloadTaskLog,
  downloadLogByRecordId: downloadBuildLog,
} satisfies Handlers;
