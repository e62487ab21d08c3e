/** Days and months without a weekday, for lists. What is no day or month comes back as it is. */
function formatUtc(iso: string, language: string, options: Intl.DateTimeFormatOptions): string | null {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}

/** `2023-11-25` as 2023年11月25日 or 25 November 2023. */
export function formatPlainDay(day: string, language: string): string {
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en-GB';
  return formatUtc(`${day}T00:00:00Z`, locale, { day: 'numeric', month: 'long', year: 'numeric' }) ?? day;
}

/** `2023-11` as 2023年11月 or November 2023; a bare year stays one. */
export function formatMonth(month: string, language: string): string {
  if (!/^\d{4}-\d{2}$/u.test(month)) return month;
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en-GB';
  return formatUtc(`${month}-01T00:00:00Z`, locale, { month: 'long', year: 'numeric' }) ?? month;
}
