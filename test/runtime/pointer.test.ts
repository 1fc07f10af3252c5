import { expect, test } from "vitest";
import { pointTo } from "../../generator/runtime/pointer.js";

const answer = { result: { list: [{ id: 7 }, null] }, "a/b": 1, "c~d": 2, "e~1f": 3, "": 4 };

test.each([
  ["/result/list/0/id", 7],
  ["/result/list/1", null],
  ["/a~1b", 1],
  ["/c~0d", 2],
  ["/e~01f", 3],
  ["/", 4],
  ["", answer],
  ["/result/list/2/id", undefined],
  ["/result/list/1/id", undefined],
  ["/toString", undefined],
  ["/result/list/length/constructor", undefined],
  [undefined, undefined],
])("%s", (pointer, wanted) => {
  expect(pointTo(answer, pointer)).toEqual(wanted);
});
