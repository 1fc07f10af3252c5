import { type Handler, type Handlers, pageOf, success } from "./call.js";
import { unknownId } from "./failure.js";
import type { State, Template } from "./state.js";
import { utcTime } from "./times.js";

function shown(template: Template, { account }: State): object {
  const { id, uuid, name, description, toolType, parameters, created } = template;
  return {
    public: false,
    favourite: false,
    nick_name: account.userName,
    id,
    uuid,
    // Answers never hold the steps.
    template: { steps: null },
    type: "codeci",
    name,
    create_time: utcTime(created),
    domain_id: account.domainId,
    weight: 0,
    user_id: account.userId,
    user_name: account.userName,
    domain_name: account.domainName,
    scope: "custom",
    description,
    ...(toolType !== undefined && { tool_type: toolType }),
    intl_description: {},
    parameters,
    i18n: {},
  };
}

const listTemplates: Handler<{ name?: string }> = (call) => {
  const { state, values } = call;
  const found = [...state.templates.values()].filter(({ name }) => name.includes(values.name ?? ""));
  return success({ total_size: found.length, items: pageOf(found, call).map((template) => shown(template, state)) });
};

interface NewTemplate {
  readonly name: string;
  readonly description?: string;
  readonly tool_type?: string;
  readonly template: { readonly steps: readonly unknown[] };
  readonly parameters?: readonly unknown[];
}

const createTemplates: Handler<NewTemplate> = ({ state, values, now }) => {
  const { name, description = "", tool_type: toolType, template, parameters = [] } = values;
  const { ids, templates } = state;
  const { steps } = template;
  const made = { id: ids.entry(), uuid: ids.plain(), name, description, toolType, steps, parameters, created: now };
  templates.set(made.uuid, made);
  return success(shown(made, state));
};

const deleteTemplates: Handler<{ uuid: string }> = ({ state, values: { uuid } }) => {
  const template = state.templates.get(uuid);
  if (!template) throw unknownId("template");
  state.templates.delete(uuid);
  return { json: { result: [shown(template, state)], status: "success" } };
};

export const templateHandlers = { listTemplates, createTemplates, deleteTemplates } satisfies Handlers;
