/** One feature's interface strings in both languages. The types make a missing translation a compile error. */
export type Language = 'zh-CN' | 'en';

export function defineWords<const Key extends string>(words: {
  readonly 'zh-CN': Readonly<Record<Key, string>>;
  readonly en: Readonly<Record<NoInfer<Key>, string>>;
}) {
  return words;
}
