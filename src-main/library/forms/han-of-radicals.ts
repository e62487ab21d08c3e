/** Fonts in PDF files often call a character by the radical that looks like it; a reader who searches for 民 finds no ⺠. Pure. */

/** What the radicals of CJK Radicals Supplement stand for (Unicode, EquivalentUnifiedIdeograph.txt); those of the Kangxi block have their character by NFKC, but for the one whose form there is the older. */
const SUPPLEMENT = new Map<string, string>(
  Array.from(
    '⺁厂⺄乙⺇几⺈刀⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺶羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⼾户'.matchAll(
      /(.)(.)/gu,
    ),
    ([, radical = '', character = '']): [string, string] => [radical, character],
  ),
);

/** Also the long dash that fonts draw as one. */
export function hanOfRadicals(text: string): string {
  return text
    .replace(/[\u2e80-\u2fd5]/gu, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'))
    .replaceAll('\u2e3a', '\u2014\u2014');
}
