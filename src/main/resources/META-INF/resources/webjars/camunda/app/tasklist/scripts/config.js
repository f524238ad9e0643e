import { shell } from '../../../lib/minqing-shell-0.1.0.js';

shell('tasklist');

export default {
  app: { name: '待办', vendor: '民情' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  dateFormat: { normal: 'YYYY-MM-DD HH:mm', long: 'YYYY-MM-DD HH:mm' },
  disableWelcomeMessage: true,
  customScripts: ['../../lib/minqing-tasklist-0.1.0/plugins'],
};
