import { defineWords } from '../language/define-words';

export const words = defineWords({
  'zh-CN': {},
  en: {},
});
