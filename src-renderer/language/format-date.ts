/** Days, times and counts as each interface language writes them. Not for dates inside the newspapers' text. */

/** An ISO day (yyyy-mm-dd) with its weekday; what is no day comes back as it is. */
export function formatDay(day: string, language: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return day;
  if (!language.startsWith('zh'))
    return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(
      at,
    );
  const weekday = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', weekday: 'long' }).format(at);
  return `${at.getUTCFullYear()}年${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${weekday}`;
}
