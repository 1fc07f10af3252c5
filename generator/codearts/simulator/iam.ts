import type { Handler, Handlers } from "./call.js";
import { unauthorized } from "./failure.js";

interface Login {
  readonly auth: {
    readonly identity: {
      readonly password: {
        readonly user: { readonly name: string; readonly password: string; readonly domain: { readonly name: string } };
      };
    };
    readonly scope: { readonly project: { readonly name: string } };
  };
}

const keystoneCreateUserTokenByPassword: Handler<Login> = ({ state, values: { auth }, now, data }) => {
  const { name, password, domain } = auth.identity.password.user;
  const known = state.access.users.some(
    (one) => one.user === name && one.password === password && one.domain === domain.name,
  );
  if (!known) throw unauthorized("the user name or the password is wrong");
  if (!state.iamProjects.has(auth.scope.project.name)) throw unauthorized("the account has no such project");
  const { token, expires } = state.access.issueToken(now);
  return {
    json: {
      token: {
        expires_at: new Date(expires).toISOString().replace("Z", "000Z"),
        methods: ["password"],
        catalog: [{ endpoints: data.regions.map((region_id) => ({ region_id })) }],
      },
    },
    headers: { "X-Subject-Token": token },
  };
};

const keystoneListProjects: Handler<unknown> = ({ state, query, data, operation }) => {
  const wanted = new URLSearchParams(query).get("name");
  const address = data.servers.find(({ name }) => name === "iam")?.url ?? "";
  const self = `${address.replaceAll("{region}", state.region)}${operation.path}`;
  const links = { next: null, previous: null };
  const projects = [...state.iamProjects]
    .filter(([name]) => wanted === null || name === wanted)
    .map(([name, id]) => ({
      domain_id: state.account.domainId,
      is_domain: false,
      parent_id: state.account.domainId,
      name,
      description: "",
      links: { ...links, self: `${self}/${id}` },
      id,
      enabled: true,
    }));
  return { json: { projects, links: { ...links, self } } };
};

export const iamHandlers = { keystoneCreateUserTokenByPassword, keystoneListProjects } satisfies Handlers;
