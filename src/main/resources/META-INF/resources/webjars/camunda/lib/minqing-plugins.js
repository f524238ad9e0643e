// The web applications lose all plugins if one of them cannot be loaded. Loaded through here, each stands for itself.

/** @param names modules whose default export is a plugin or an array of them, relative to `base`, the caller's import.meta.url */
export async function loadPlugins(names, base) {
  const loaded = await Promise.all(names.map((name) => load(new URL(name, base).href)));
  return loaded.flat();
}

async function load(address) {
  try {
    const found = (await import(address)).default;
    return found ? [found].flat().map(guarded) : [];
  } catch (problem) {
    console.error('A plugin was left out: ' + address, problem);
    return [];
  }
}

function guarded(plugin) {
  const render = (...given) => {
    try {
      return plugin.render(...given);
    } catch (problem) {
      console.error('A plugin could not be shown: ' + plugin.id, problem);
    }
  };
  return { ...plugin, render };
}
