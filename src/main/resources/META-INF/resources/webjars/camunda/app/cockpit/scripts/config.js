// Read anew at each start of Cockpit, and before anything of it, so what stands here first is in place in time.
import { shell } from '../../../lib/minqing-shell-0.1.0.js';

document.documentElement.lang = 'zh-CN';
document.title = '民情 · 监督';

shell('cockpit');

// On a slow line the vendor's loader would give up after seven seconds and leave an empty page.
window.require?.config?.({ waitSeconds: 60 });

// Views whose requests access-engine.csv closes for everybody who opens Cockpit: a button must not lead to a refusal. The
// vendor documents this attribute for index.html, which would have to be copied whole.
document.querySelector('base').setAttribute(
  'cam-exclude-plugins',
  [
    'cockpit.processInstance.runtime.action:cancel-process-instance-action',
    'cockpit.processInstance.runtime.action:add-variable-action',
    'cockpit.processInstance.runtime.action:update-suspension-state-action',
    'cockpit.processInstance.runtime.tab:external-tasks-process-instance-runtime',
    'cockpit.processDefinition.runtime.action:update-suspension-state-action',
    'cockpit.processDefinition.runtime.action:bulk-job-definition-override-job-priority-action',
    'cockpit.jobDefinition.action:job-definition-override-job-priority-action',
    'cockpit.jobDefinition.action:update-suspension-state',
    'cockpit.incident.action:increase-incident-external-task-retry',
    'cockpit.repository.deployment.action:delete-deployment',
    // It counts by group through all localities, which only administrators may; ours stands in its place.
    'cockpit.tasks.dashboard:task-dashboard',
  ].join(','),
);

export default {
  app: { vendor: '民情 ·', name: '监督' },
  locales: { availableLocales: ['zh'], fallbackLocale: 'zh' },
  dateFormat: { normal: 'YYYY-MM-DD HH:mm:ss', long: 'YYYY年M月D日 HH:mm:ss', short: 'M月D日 HH:mm' },
  customScripts: ['../../lib/minqing-cockpit-0.1.0'],
  disableWelcomeMessage: true,
  previewHtml: false,
};
