import type { Handler, Handlers } from "./call.js";
import { ServiceFailure, unknownId } from "./failure.js";

const downloadKeystore: Handler<{ file_name: string; domain_id: string }> = ({ state, values }) => {
  const { file_name: name, domain_id } = values;
  const file = state.keystores.get(`${domain_id}/${name}`);
  if (file) return { file, name };
  // Downloads report what went wrong as JSON with status 200.
  const { code, message } = unknownId("file");
  throw new ServiceFailure(code, message, 200);
};

export const keystoreHandlers = { downloadKeystore } satisfies Handlers;
