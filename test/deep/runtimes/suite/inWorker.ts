// For workerd: a request begins the suite.
import { runSuite } from "./suite.js";

export default {
  async fetch(_: Request, { HOST }: { readonly HOST: string }): Promise<Response> {
    return Response.json(await runSuite(HOST));
  },
};
