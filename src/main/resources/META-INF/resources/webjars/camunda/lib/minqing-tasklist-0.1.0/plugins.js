// The folder bears our version, so that no browser goes on with the scripts of an earlier one.
import { loadPlugins } from '../minqing-plugins.js';

export default await loadPlugins(
  ['../minqing-sign-in.js', './page.js', './engine.js', './words.js', './card.js', './counts.js', './work.js', './replies.js', './hints.js',
    './notices.js', './files.js', './live.js'],
  import.meta.url,
);
