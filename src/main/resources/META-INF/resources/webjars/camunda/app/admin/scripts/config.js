// Read anew at each start of Admin, and before anything of it.
document.documentElement.lang = 'zh-CN';
document.title = '民情 · 管理';

// Dates are written as locales/zh.json says: of the four applications only Tasklist reads a dateFormat here.
export default {
  // The pages write both with a blank between.
  app: { vendor: '民情 ·', name: '管理' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  // Its link leads to the engine's own welcome page, which is closed.
  disableWelcomeMessage: true,
  customScripts: ['../../lib/minqing-sign-in'],
};
