// What Cockpit loads of ours. Browsers keep a file by its name, so every name below carries our version.
import { loadPlugins } from './minqing-plugins.js';
import { inShanghai } from './minqing-shanghai-0.1.0.js';

inShanghai(window.moment);

export default await loadPlugins(
  [
    './minqing-sign-in.js',
    './minqing-cockpit-dashboard-0.1.0.js',
    './minqing-cockpit-steps-0.1.0.js',
    './minqing-cockpit-instance-0.1.0.js',
    './minqing-cockpit-timers-0.1.0.js',
  ],
  import.meta.url,
);
