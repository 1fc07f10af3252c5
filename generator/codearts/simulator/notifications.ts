import { type Handler, type Handlers, success } from "./call.js";
import { invalid } from "./failure.js";
import type { Job } from "./state.js";

/** The channels as lists write them, and the other names by which they can be called. */
const CHANNELS = ["DING_TALK", "MAIL", "MESSAGE"];
const OTHER_NAMES: Readonly<Record<string, string>> = { DINGTALK: "DING_TALK", EMAIL: "MAIL" };

/** The events as lists write them. */
const EVENTS = ["buildJobFail", "updateConfigJob", "buildJobSuccess", "deleteJob", "forbiddenJob"];

function channelOf(name: string): string {
  const upper = name.toUpperCase();
  const channel = OTHER_NAMES[upper] ?? upper;
  if (!CHANNELS.includes(channel)) throw invalid(`notice_type "${name}" is not a channel`);
  return channel;
}

function noticesOf({ notices }: Job): object[] {
  return CHANNELS.map((channel) => {
    const { events, settings } = notices.get(channel) ?? { events: new Set<string>(), settings: null };
    return {
      notice_type: channel,
      enable_map: Object.fromEntries(EVENTS.map((event) => [event, events.has(event)])),
      param_config: settings,
    };
  });
}

const listNotice: Handler<{ job_id: string }> = ({ state, values }) => success(noticesOf(state.job(values.job_id)));

interface NoticeUpdate {
  readonly job_id: string;
  readonly notice_type: string;
  readonly enabled_event_type_names: readonly string[];
  readonly param_config?: string;
}

const updateNotice: Handler<NoticeUpdate> = ({ state, values }) => {
  const { job_id, notice_type, enabled_event_type_names: names, param_config: settings = null } = values;
  const job = state.job(job_id);
  const unknown = names.find((name) => !EVENTS.includes(name));
  if (unknown !== undefined) throw invalid(`enabled_event_type_names: "${unknown}" is not an event`);
  job.notices.set(channelOf(notice_type), { events: new Set(names), settings });
  return success({ job_id });
};

const disableNotice: Handler<{ job_id: string; notice_type: string }> = ({ state, values }) => {
  const { job_id, notice_type } = values;
  state.job(job_id).notices.delete(channelOf(notice_type));
  return success({ job_id });
};

export const notificationHandlers = { listNotice, updateNotice, disableNotice } satisfies Handlers;
