/** Days and months without a weekday, for lists. What is no day or month comes back as it is. */
function formatUtc(iso: string, language: string, options: Intl.DateTimeFormatOptions): string | null {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? null : new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(at);
}

/** `2023-11-25` as 2023年11月25日 or November 25, 2023. */
export function formatPlainDay(day: string, language: string): string {
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en';
  return formatUtc(`${day}T00:00:00Z`, locale, { day: 'numeric', month: 'long', year: 'numeric' }) ?? day;
}

/** `2023-11` as 2023年11月 or November 2023; a bare year stays one. */
export function formatMonth(month: string, language: string): string {
  if (!/^\d{4}-\d{2}$/u.test(month)) return month;
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en';
  return formatUtc(`${month}-01T00:00:00Z`, locale, { month: 'long', year: 'numeric' }) ?? month;
}

/** A moment (ISO, UTC) as day and minute of this machine's clock. */
export function formatMoment(iso: string, language: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** Bytes as the reader's file manager counts them, in thousands: 1.2 MB. */
export function formatBytes(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / 1000 ** step);
}
