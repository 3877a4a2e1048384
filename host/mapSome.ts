/** Maps a list with at most `together` operations going on at a time; the first failure ends it, once those under way have ended. */
export async function mapSome<Item, Value>(
  items: readonly Item[],
  operation: (item: Item) => Promise<Value>,
  together: number,
): Promise<readonly Value[]> {
  const values: Value[] = [];
  let next = 0;
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length && !hasFailed; index = next++) {
      try {
        // Below the length of the list there is an item.
        values[index] = await operation(items[index] as Item);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(together, items.length) }, work));
  const failed = workers.find((worker) => worker.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  return values;
}
