import { defineWords } from '../language/define-words';

export const words = defineWords({
  'zh-CN': { name: '报读' },
  en: { name: 'Newsroom Reader' },
});
