/** Days, times and counts as each interface language writes them. Not for dates inside the newspapers' text. */

/** Kept: making one takes a millisecond, and a window's frame asks at every turn of a page. */
const englishDay = new Intl.DateTimeFormat('en', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const chineseWeekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' });

/** An ISO day (yyyy-mm-dd) with its weekday; what is no day comes back as it is. */
export function formatDay(day: string, language: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  if (!language.startsWith('zh')) return englishDay.format(at);
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${chineseWeekday.format(at)}`;
}
