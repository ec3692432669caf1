// The one state of the page, and who wants to know when it changes.

/** Return a store: `get` the state, `set` some of it, `watch` changes. Watchers are told once a change, in their order. */
export function createStore(initial) {
  let state = Object.freeze({ ...initial });
  const watchers = [];
  return {
    get: () => state,
    set(changes) {
      const before = state;
      const changed = Object.keys(changes).filter((key) => !Object.is(changes[key], before[key]));
      if (changed.length === 0) return;
      state = Object.freeze({ ...before, ...changes });
      const told = new Set(changed);
      for (const watcher of watchers) watcher(state, told, before);
    },
    watch(watcher) {
      watchers.push(watcher);
    },
  };
}
