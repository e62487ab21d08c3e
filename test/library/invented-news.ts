/** News that never happened, as much as is wanted, the same for the same number. */
const PLACES = ['青石镇', '云岭县', '白沙港', '东篱市', '望江区', '石桥乡', '松溪县', '长堤街道'];
const THINGS = ['图书馆', '菜市场', '过江大桥', '观鸟步道', '老年食堂', '水文站', '公交枢纽', '苗木基地'];
const DEEDS = ['正式启用', '完成改造', '迎来首批访客', '通过验收', '向市民开放', '开工建设', '恢复运行', '试运营满月'];
const CLAUSES = [
  '当天清晨，不少居民早早赶到现场',
  '项目负责人介绍，工程历时十四个月',
  '沿线新增路灯三百余盏',
  '“出门方便多了，孩子上学也安心。”一位住户说',
  '据统计，日均服务人数超过两千',
  '下一步，当地还将完善配套设施',
  '记者看到，导览牌换上了新的字体',
  '有关部门提醒，雨天请注意防滑',
  '志愿者在入口处发放手绘地图',
  '老人们围坐在榕树下，聊起从前的渡口',
];

function pick<T>(list: readonly T[], seed: number): T {
  return list[((seed * 2654435761) >>> 16) % list.length] as T;
}

/** @returns a headline, a byline and three paragraphs of some 400 characters in all */
export function articleOfNews(seed: number): string {
  const headline = `${pick(PLACES, seed)}${pick(THINGS, seed * 3 + 1)}${pick(DEEDS, seed * 7 + 2)}`;
  const paragraphs = [0, 1, 2].map((paragraph) => {
    const clauses = Array.from({ length: 7 }, (_, index) => pick(CLAUSES, seed * 31 + paragraph * 7 + index));
    return `${(seed % 12) + 1}月${(seed % 28) + 1}日，第${seed}号消息，${clauses.join('，')}。`;
  });
  return [headline, `本报记者 ${pick(['林一舟', '周小满', '何青', '许望'], seed)}`, ...paragraphs].join('\n\n');
}

export function pageOfNews(seed: number, articles: number): string {
  return Array.from({ length: articles }, (_, index) => articleOfNews(seed * 1000 + index)).join('\n\n');
}

/** Files as `import.add` takes them, numbered from 0. */
export function filesOfNews(count: number, articles: number): { name: string; bytes: Uint8Array<ArrayBuffer> }[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${index}.txt`,
    bytes: new TextEncoder().encode(pageOfNews(index, articles)),
  }));
}
