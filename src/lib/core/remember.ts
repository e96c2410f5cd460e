/**
 * Works something out once for each object that it is asked of; it goes when the object goes. For
 * what follows from an object alone, and is asked for at every step in time.
 */
export function remember<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (!value) known.set(key, (value = make(key)));
    return value;
  };
}
