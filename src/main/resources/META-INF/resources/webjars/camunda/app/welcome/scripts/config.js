// Closed in access-engine.csv. Whoever opens it one day meets Chinese all the same.
document.documentElement.lang = 'zh-CN';
document.title = '民情 · 首页';

export default {
  app: { vendor: '民情 ·', name: '首页' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  disableWelcomeMessage: true,
};
