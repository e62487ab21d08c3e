/** The language that a piece of newspaper text is marked up as: its script decides, for that is what the faces go by. */
import { isLatinText } from '../../src-main/contract/latin-text';

export function textLang(text: string): 'en' | 'zh-CN' {
  return isLatinText(text) ? 'en' : 'zh-CN';
}
