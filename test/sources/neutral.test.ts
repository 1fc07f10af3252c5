import { describe, expect, test } from "vitest";
import { neutralExample } from "../../generator/sources/neutral.js";

const neutral = (body: unknown): unknown => neutralExample({ of: 200, body }).body;
const id = "0123456789abcdef0123456789abcdef";

describe("example values that name a person, a tenant or an internal host", () => {
  test("ids of users and tenants become other ids, the same one each time", () => {
    const one = neutral({ domain_id: id, userId: id, job_creator: id, last_build_user_id: id, lastBuildUserId: id });
    const [other] = Object.values(one as Record<string, string>);
    expect(other).toMatch(/^[0-9a-f]{32}$/);
    expect(other).not.toContain(id.slice(0, 8));
    expect(new Set(Object.values(one as Record<string, string>)).size).toBe(1);
    expect(neutral({ user_id: id.toUpperCase().toLowerCase().replace("0", "1") })).not.toEqual({ user_id: other });
  });

  test("an id that is cut short stays the beginning of the whole one's", () => {
    const { user_id: whole, job_creator: short } = neutral({
      user_id: id,
      job_creator: `${id.slice(0, 24)}.....`,
    }) as { user_id: string; job_creator: string };
    expect(short).toBe(`${whole.slice(0, 24)}.....`);
  });

  test("names of accounts, except those that nobody has", () => {
    expect(
      neutral({ user_name: "somebody_a00123456", domainName: "L7_tenant", executor: "who", last_build_user: "who" }),
    ).toEqual({
      user_name: "example_user",
      domainName: "example_domain",
      executor: "example_user",
      last_build_user: "example_user",
    });
    expect(neutral({ user_name: "test", executor: "demo", nick_name: "021", nickname: "" })).toEqual({
      user_name: "test",
      executor: "demo",
      nick_name: "021",
      nickname: "",
    });
  });

  test("names that a tester gave to jobs, repositories and templates", () => {
    expect(
      neutral({
        job_name: "APITest-Fold-x1",
        repoName: "APITest-Crane-02",
        name: "who_test_template",
        description: "who_test_template",
      }),
    ).toEqual({
      job_name: expect.stringMatching(/^example_job_[0-9a-f]{4}$/) as unknown,
      repoName: expect.stringMatching(/^example_repository_[0-9a-f]{4}$/) as unknown,
      name: expect.stringMatching(/^example_template_[0-9a-f]{4}$/) as unknown,
      description: expect.stringMatching(/^example_template_[0-9a-f]{4}$/) as unknown,
    });
    const harmless = { job_name: "Test task 01", name: "codeBranch", repo_name: "maven-demo", description: "123" };
    expect(neutral(harmless)).toEqual(harmless);
  });

  test("internal hosts, repository groups and the test region", () => {
    expect(
      neutral({
        url: "git@code.dev.cn-north-7.inner.huawei.com:who-test00001/an.git",
        web_url: "https://code.dev.cn-north-7.inner.huawei.com/code/1/home",
        region: "cn-north-7",
      }),
    ).toEqual({
      url: "git@code.example.com:example-group/example.git",
      web_url: "https://code.example.com/code/1/home",
      region: "cn-north-4",
    });
    const open = { url: "https://build.cn-north-4.myhuaweicloud.com/v1", help: "https://support.huaweicloud.com" };
    expect(neutral(open)).toEqual(open);
  });

  test("in lists, in the query of a request, and in broken bodies; ids of jobs and projects stay", () => {
    expect(neutral([{ user_name: "who", job_id: id, project_id: id, seen: null, count: 1 }])).toEqual([
      { user_name: "example_user", job_id: id, project_id: id, seen: null, count: 1 },
    ]);
    const { url } = neutralExample({
      of: "request",
      method: "GET",
      url: `https://{endpoint}/v1?a&domain_id=${id}&b=1`,
    });
    expect(url).toMatch(/^https:\/\/\{endpoint\}\/v1\?a&domain_id=[0-9a-f]{32}&b=1$/);
    expect(url).not.toContain(id);
    expect(
      neutralExample({
        of: 200,
        broken: {
          tokens: [
            ["user_name", "who"],
            ["total", 2],
          ],
        },
      }).broken,
    ).toEqual({
      tokens: [
        ["user_name", "example_user"],
        ["total", 2],
      ],
    });
  });
});
