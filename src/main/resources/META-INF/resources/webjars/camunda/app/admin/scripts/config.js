export default {
  customScripts: ['../../lib/minqing-sign-in'],
};
