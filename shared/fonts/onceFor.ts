/** The same reader, but what it read of an object is kept as long as that object is. */
export function onceFor<Source extends object, Value>(read: (source: Source) => Value): (source: Source) => Value {
  const known = new WeakMap<Source, { readonly value: Value }>();
  return (source) => {
    const kept = known.get(source);
    if (kept !== undefined) return kept.value;
    const value = read(source);
    known.set(source, { value });
    return value;
  };
}
