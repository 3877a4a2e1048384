import { expect, it } from "vitest";
import { mapSome } from "./mapSome";

/** Lets everything that is ready go on. */
const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

it("keeps the order and never has more going on than allowed", async () => {
  let going = 0;
  let most = 0;
  const double = async (value: number) => {
    most = Math.max(most, (going += 1));
    await turn();
    going -= 1;
    return value * 2;
  };
  expect(await mapSome([1, 2, 3, 4, 5, 6, 7], double, 3)).toEqual([2, 4, 6, 8, 10, 12, 14]);
  expect(most).toBe(3);
  expect(await mapSome([], double, 3)).toEqual([]);
});

it("starts nothing after a failure, and waits for what is under way", async () => {
  const started: number[] = [];
  const ended: number[] = [];
  const work = async (value: number) => {
    started.push(value);
    if (value === 1) throw new Error("first");
    await turn();
    ended.push(value);
  };
  await expect(mapSome([1, 2, 3, 4, 5], work, 2)).rejects.toThrow("first");
  expect(started).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
