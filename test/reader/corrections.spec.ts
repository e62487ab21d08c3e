/** Putting right how a file is cut into articles, in the source beside the article: by mouse and keyboard, seen at once, and taken back. */
import { writeFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/app';
import type { App } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

const text = [
  '青石新桥建成通车',
  '',
  '　　本报讯（记者 张三）昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货从此可以当天运进县城。',
  '　　白水茶园今年也迎来了丰收。',
  '　　今年白水村种下千亩茶园，村民说日子越过越好，合作社还请来技术员手把手教大家修剪和采摘。',
  '　　新桥全长八百米，双向四车道，工期两年，由县里自行设计。',
  '',
].join('\n');

async function articleWithSource(app: App, file: string): Promise<Page> {
  await writeFile(file, text);
  await app.quit();
  const page = await app.start([file]);
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  // Not while the shelf still makes room for it.
  await expect(page.getByRole('banner').getByText('2 份')).toBeVisible();
  await page.locator('button[data-edition]').filter({ hasText: '云岭日报' }).click();
  await page.getByRole('treeitem', { name: /青石新桥/ }).click();
  await expect(page.getByRole('heading', { name: '青石新桥建成通车' })).toBeVisible();
  await page.getByRole('button', { name: '原文', exact: true }).click();
  await expect(lineNumber(page, 4)).toBeVisible();
  return page;
}

test('the file beside the article is read in another encoding once that is asked for, not on the way through the list, and Ctrl+Z takes it back', async ({
  app,
}, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  const source = page.getByRole('complementary', { name: '原文对照' });
  const encoding = source.getByRole('combobox', { name: '云岭日报-2024-05-06-01.txt 的编码' });
  await encoding.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(encoding).toHaveValue('big5');
  await expect(article(page)).toContainText('十二个村寨');
  await expectNoBarriers(page);
  await source.getByRole('button', { name: '按 Big5 读 云岭日报-2024-05-06-01.txt' }).click();
  const pages = page.locator('[data-page]');
  const done = page.getByRole('region', { name: '刚才所做' });
  await expect(done).toContainText('“云岭日报-2024-05-06-01.txt”按 Big5 重读');
  await expect(done.getByRole('button', { name: '撤销' })).toBeVisible();
  await expect(pages.first()).toBeVisible();
  await expect(pages.filter({ hasText: '青石新桥' })).toHaveCount(0);
  await page.screenshot({ path: info.outputPath('read-in-big5.png') });
  await page.keyboard.press('Control+z');
  await expect(pages.filter({ hasText: '青石新桥建成通车' }).first()).toBeVisible();
  await expect(done).toContainText('已撤销');
});

test('a line begins an article and another comes back to the first; both stay after a restart, and can be withdrawn', async ({
  app,
}, info) => {
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  let page = await articleWithSource(app, file);
  await lineNumber(page, 4).click();
  await expectNoBarriers(page);
  await page.getByRole('menuitem', { name: '从这行起是另一篇，这行作标题' }).click();
  const contents = page.getByRole('tree', { name: '本期目录' });
  await expect(contents.getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' })).toBeVisible();
  // The article in front stays in front, shorter.
  await expect(article(page)).toContainText('十二个村寨');
  await expect(article(page)).not.toContainText('千亩茶园');
  await expect(page.getByRole('region', { name: '刚才所做' })).toBeVisible();
  // What can be taken back is told beside the way on, not over it.
  const next = page.getByRole('contentinfo').getByRole('button', { name: '下一篇　白水茶园今年也迎来了丰收。' });
  await next.click({ trial: true });
  // News of an import that comes in then stands above the row, and the way on stays open.
  await dropFile(page, '空.txt', ' ');
  await expect(page.getByRole('region', { name: '导入' })).toContainText('空.txt');
  await expect(page.getByRole('region', { name: '刚才所做' })).toBeVisible();
  await next.click({ trial: true });
  await page.getByRole('region', { name: '导入' }).getByRole('button', { name: '关闭' }).click();

  await lineNumber(page, 3).click();
  await page.getByRole('menuitem', { name: '移到别处…' }).click();
  const moving = page.getByRole('dialog', { name: '第3行移到哪里？' });
  await expect(moving.getByRole('button', { name: '移过去' })).toBeDisabled();
  // In its own article it has to be said where; in another one it may stand as it does in the file.
  await page.keyboard.press('ArrowDown');
  await expect(moving.getByRole('listbox', { name: '排在哪一行之后' })).toBeVisible();
  await expect(moving.getByRole('button', { name: '移过去' })).toBeDisabled();
  await page.keyboard.press('ArrowDown');
  await expect(moving.getByRole('button', { name: '移过去' })).toBeEnabled();
  await expect(moving.getByRole('checkbox', { name: '连同本文里它后面的各行' })).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(moving).toBeHidden();

  await lineNumber(page, 6).click();
  await page.getByRole('menuitem', { name: '移入本文' }).click();
  await expect(article(page)).toContainText('新桥全长八百米');
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem')).toHaveCount(2);
  // Moved, it is told where to.
  await expect(page.getByRole('region', { name: '刚才所做' })).toContainText('第6行移到“青石新桥建成通车”');
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem').first()).toContainText('第6行移到“青石新桥建成通车”');
  await page.screenshot({ path: info.outputPath('moved.png') });
  await expectNoBarriers(page);

  await app.quit();
  page = await app.start();
  await whenReady(page);
  await page.getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' }).click();
  await expect(article(page)).toContainText('千亩茶园');
  await page.getByRole('region', { name: '我的改正' }).getByRole('button', { name: '撤回：第4行另起一篇' }).click();
  await expect(contentsOf(page).getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' })).toBeHidden();
  await expect(article(page)).toContainText('十二个村寨');
  await page.keyboard.press('Control+z');
  await expect(contentsOf(page).getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' })).toBeVisible();
});

test('what was put right before a restart is undone by its key, told in words, and can be brought back', async ({ app }, info) => {
  let page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  await lineNumber(page, 4).click();
  await page.getByRole('menuitem', { name: '从这行起是另一篇，这行作标题' }).click();
  const apart = () => contentsOf(page).getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' });
  await expect(apart()).toBeVisible();
  await app.quit();
  page = await app.start();
  await expect(apart()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(apart()).toBeHidden();
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('已撤销：第4行另起一篇');
  await page.screenshot({ path: info.outputPath('taken-back.png') });
  await expectNoBarriers(page);
  await note.getByRole('button', { name: '重做' }).click();
  await expect(apart()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(apart()).toBeHidden();
  await expect(note).toContainText('已撤销：第4行另起一篇');
  await page.keyboard.press('Control+Shift+Z');
  await expect(apart()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(apart()).toBeHidden();
  await page.keyboard.press('Control+y');
  await expect(apart()).toBeVisible();
});

test('by keyboard: down the lines, the menu, and a line is no part of the article any more', async ({ app }, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  await lineNumber(page, 4).focus();
  await page.keyboard.press('ArrowDown');
  await expect(lineNumber(page, 5)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: '改正第6行' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(lineNumber(page, 6)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: '改正第6行' }).getByRole('menuitem').first()).toBeFocused();
  await page.getByRole('menuitem', { name: '不属于本文' }).press('Enter');
  await expect(article(page)).not.toContainText('新桥全长八百米');
  // Whoever goes through the lines is still at the line they put right.
  await expect(lineNumber(page, 6)).toBeFocused();
  await expect(page.getByRole('tree', { name: '本期目录' })).toContainText('未归位');
  await page.keyboard.press('Control+z');
  await expect(article(page)).toContainText('新桥全长八百米');
});

test('an article goes into the one before it in the file, from a line of it or by command, stays before the reader, and is apart again', async ({
  app,
}, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  await lineNumber(page, 4).click();
  await page.getByRole('menuitem', { name: '从这行起是另一篇，这行作标题' }).click();
  const apart = () => contentsOf(page).getByRole('treeitem', { name: '白水茶园今年也迎来了丰收。' });
  await apart().click();
  await expect(page.getByRole('heading', { level: 1, name: '白水茶园今年也迎来了丰收。' })).toBeVisible();
  await page.keyboard.press('b');

  await lineNumber(page, 4).click();
  const merge = page.getByRole('menuitem', { name: '并入上一篇：青石新桥建成通车' });
  await expect(merge).toBeVisible();
  await page.screenshot({ path: info.outputPath('merge.png') });
  await expectNoBarriers(page);
  await merge.click();
  await expect(apart()).toBeHidden();
  await expect(article(page)).toContainText('千亩茶园');
  await expect(page.getByRole('heading', { level: 1, name: '青石新桥建成通车' })).toBeVisible();
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('“白水茶园今年也迎来了丰收。”并入“青石新桥建成通车”');
  await expect(page.getByRole('region', { name: '我的改正' })).toContainText('第4行起的一篇并入“青石新桥建成通车”');
  // Its bookmark is the article's it is in now.
  await expect(page.getByRole('main').getByRole('button', { name: '书签', pressed: true })).toBeVisible();
  await expectNoBarriers(page);

  await note.getByRole('button', { name: '撤销' }).click();
  await expect(apart()).toBeVisible();
  await contentsOf(page).getByRole('treeitem', { name: '青石新桥建成通车' }).click();
  await expect(article(page)).not.toContainText('千亩茶园');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('下一篇并入本文');
  await page.keyboard.press('Enter');
  await expect(article(page)).toContainText('千亩茶园');
  await expect(apart()).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(apart()).toBeVisible();
});

test('what was printed in the wrong order is put right: with all that follows it, before the rest; and a line is furniture', async ({
  app,
}, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  const words = async () => (await article(page).locator('.article-line').allInnerTexts()).join('').replaceAll(/\s/gu, '');
  expect((await words()).indexOf('千亩茶园')).toBeGreaterThan((await words()).indexOf('十二个村寨'));
  await lineNumber(page, 5).click();
  await page.getByRole('menuitem', { name: '移到别处…' }).click();
  const moving = page.getByRole('dialog', { name: '第5行移到哪里？' });
  await moving.getByRole('listbox', { name: '哪一篇' }).selectOption('本文：青石新桥建成通车');
  await expect(moving.getByRole('button', { name: '移过去' })).toBeDisabled();
  await moving.getByRole('checkbox', { name: '连同本文里它后面的各行' }).check();
  const places = moving.getByRole('listbox', { name: '排在哪一行之后' });
  await expect(places.getByRole('option')).toHaveText(['正文最前面', /^第3行　….*运进县城。$/u, /^第4行　….*丰收。$/u]);
  await places.selectOption('正文最前面');
  await page.screenshot({ path: info.outputPath('move.png') });
  await expectNoBarriers(page);
  await moving.getByRole('button', { name: '移过去' }).click();
  await expect.poll(async () => (await words()).indexOf('千亩茶园') < (await words()).indexOf('十二个村寨')).toBe(true);
  expect((await words()).indexOf('新桥全长')).toBeLessThan((await words()).indexOf('十二个村寨'));
  await expect(page.getByRole('region', { name: '我的改正' })).toContainText('第5行及其后移到“青石新桥建成通车”正文最前面');

  await lineNumber(page, 6).click();
  await page.getByRole('menuitem', { name: '版面文字' }).click();
  await expect(article(page)).not.toContainText('新桥全长');
  await expect(page.getByRole('region', { name: '刚才所做' })).toContainText('第6行定为版面文字');
});

test('the source stays at the line that is put right, and so does the keyboard, though the article then begins elsewhere', async ({
  app,
}, info) => {
  const file = info.outputPath('云岭日报-2024-05-06-01.txt');
  const bridge = [
    '青石新桥建成通车',
    '　　本报讯（记者 张三）昨日上午，青石新桥正式建成通车，两岸居民往来更加便捷，周边十二个村寨的山货从此可以当天运进县城。',
    '　　新桥全长八百米，双向四车道，工期两年，由县里自行设计。桥墩最深的一处打到河床以下四十六米，施工队在枯水期里连着干了五个月。',
    '　　老渡口的摆渡人赵长水把船泊在桥下，说自己撑了三十一年篙，最怕的是夜里有人喊船送病人，如今救护车七分钟就能到对岸的卫生院。',
    '　　县交通局介绍，通车第一天驶过的车辆有两千四百余台，多数是拉菌菇和柑橘的货车，过去这些车要绕行六十公里的盘山公路。',
    '　　桥头的小学也改了作息，住在北岸的八十七个孩子不必再寄宿，校长说，操场上傍晚一下子安静了，教室里早读的声音却更响了。',
    '　　下个月起，通往县城的公共汽车每二十分钟一班，末班车延长到晚上九点，票价两元，老人和学生凭证免费乘坐。',
  ];
  const tea = [
    '白水茶园喜获丰收',
    '　　本报讯（记者 李四）今年白水村种下千亩茶园，合作社还请来技术员手把手教大家修剪和采摘，头一批明前茶已经卖到省外。',
    '　　采茶工多是附近的妇女，一天能采三斤鲜叶，按质计价，手快的一季收入过万。晒青的竹匾从村口一直铺到祠堂门前。',
    '　　制茶师傅老何守着六口铁锅，从杀青到揉捻全凭手感，他说电炒锅快是快，火候差一分，汤色就浑，老主顾一口便尝得出来。',
    '　　茶园的坡地原先种玉米，一亩收不到四百元，水土还年年流失。改种茶树的头三年没有进账，村里靠套种黄豆撑了过来。',
    '　　去年冬天的一场霜冻让低处的两百亩减了产，气象站因此在山腰装了六台防霜风扇，夜里温度一降便自己转起来。',
    '　　到了周末，城里人开车上山学炒茶，民宿的二十三间客房要提前半个月才订得到，连村口卖豆腐的铺子也跟着多磨了两锅。',
    '　　合作社账上的数字写在祠堂的黑板上，谁家交了多少鲜叶、分了几成红利，一目了然，老人们散步时总要停下来念一遍。',
    '　　县农业局的技术员每月逢五上山，教村民辨认茶尺蠖和小绿叶蝉，黄板插遍了地头，今年一次农药也没有打过。',
    '　　在外打工的年轻人陆续回来了十七个，有的开网店，有的学评茶，最小的一个刚满二十岁，管着合作社的直播间。',
    '　　秋茶开采定在九月初八，届时村里要办一场斗茶会，邻近五个乡的茶农都收到了帖子，奖品是一口新打的铁锅。',
    '　　村支书说，明年打算再开三百亩，先把水池修起来，坡上栽一圈香樟，既挡风又招鸟，茶叶里会带一点樟木的清气。',
  ];
  await writeFile(file, [...bridge, '', ...tea, ''].join('\n'));
  await app.quit();
  const page = await app.start([file]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await whenReady(page);
  await page.getByRole('button', { name: '书架' }).click();
  await page.locator('button[data-edition]').filter({ hasText: '云岭日报' }).click();
  await contentsOf(page)
    .getByRole('treeitem', { name: /白水茶园/ })
    .click();
  await page.getByRole('button', { name: '原文', exact: true }).click();
  const title = lineNumber(page, bridge.length + 2);
  await expect(title).toBeVisible();
  const top = async () => (await title.boundingBox())?.y ?? 0;
  // Farther down in the panel than where an article's beginning is brought to.
  await page.getByRole('complementary', { name: '原文对照' }).getByText('桥头的小学').hover();
  await page.mouse.wheel(0, -120);
  await expect.poll(top).toBeGreaterThan(220);
  const before = await top();
  const stays = async () => {
    await expect(title).toBeFocused();
    await expect(title).toBeInViewport({ ratio: 1 });
    // No farther than the findings and corrections below the source may have pushed it.
    expect((await top()) - before).toBeLessThan(12);
    expect(before - (await top())).toBeLessThan(120);
  };
  await title.click();
  const menu = page.getByRole('menu');
  for (const entry of await menu.getByRole('menuitem').all()) await expect(entry).toBeInViewport({ ratio: 1 });
  await page.screenshot({ path: info.outputPath('menu.png') });
  await page.getByRole('menuitem', { name: '栏目', exact: true }).click();
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem')).toHaveCount(1);
  await stays();
  await title.click();
  await page.getByRole('menuitem', { name: '移到别处…' }).click();
  const moving = page.getByRole('dialog');
  await moving.getByRole('listbox', { name: '哪一篇' }).selectOption('青石新桥建成通车');
  await moving.getByRole('checkbox').check();
  await moving.getByRole('button', { name: '移过去' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '青石新桥建成通车' })).toBeVisible();
  await stays();
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem').first()).toContainText('移');
  await page.screenshot({ path: info.outputPath('stays.png') });
  await expectNoBarriers(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem')).toHaveCount(1);
  await stays();
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('region', { name: '我的改正' }).getByRole('listitem')).toHaveCount(2);
  await stays();
  // Who goes on in the text is followed again.
  await article(page).hover();
  await page.mouse.wheel(0, 200);
  await expect.poll(async () => Math.abs((await top()) - before)).toBeGreaterThan(20);
});

test('a menu longer than the room it has stays in its box: every entry is reached in it', async ({ app }, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  for (const height of [460, 330]) {
    await page.setViewportSize({ width: 1280, height });
    await lineNumber(page, 4).click();
    const menu = page.getByRole('menu', { name: '改正第4行' });
    const last = menu.getByRole('menuitem').last();
    await page.keyboard.press('End');
    await expect(last).toBeFocused();
    const box = await menu.locator('..').boundingBox();
    const entry = await last.boundingBox();
    expect(entry?.y).toBeGreaterThan(box?.y ?? 0);
    expect((entry?.y ?? 0) + (entry?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0) + 1);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    await page.screenshot({ path: info.outputPath(`menu-${height}.png`) });
    await page.keyboard.press('Escape');
  }
});

test('a finding is explained when it is opened, and confirmed or dismissed', async ({ app }) => {
  const { page } = app;
  await whenReady(page);
  await page.getByRole('treeitem', { name: /上接第一版/ }).click();
  await expect(article(page)).toContainText('一组青铜人偶');
  // The mark at the edge of the line leads to its finding, with the source beside it.
  await page.getByRole('main').locator('.article-mark').first().click();
  const findings = page.getByRole('region', { name: '辨认说明' });
  const join = findings.getByRole('listitem').filter({ hasText: '间拉长，深入' });
  await expect(join).toContainText('读来是同一段');
  await expectNoBarriers(page);
  await join.getByRole('button', { name: '接得对' }).click();
  await expect(join).toContainText('已核对');
  const before = await findings.getByRole('listitem').count();
  await join.getByRole('button', { name: '不该接，拆开' }).click();
  await expect(findings.getByRole('listitem')).toHaveCount(before - 1);
});

function lineNumber(page: Page, line: number): Locator {
  return page.getByRole('button', { name: `改正第${line}行` });
}

function article(page: Page): Locator {
  return page.getByRole('main').getByRole('article').first();
}

function contentsOf(page: Page): Locator {
  return page.getByRole('tree', { name: '本期目录' });
}

test('where nothing is left to undo its key says so, and what was taken back before is no longer told', async ({ app }, info) => {
  const page = await articleWithSource(app, info.outputPath('云岭日报-2024-05-06-01.txt'));
  await lineNumber(page, 4).click();
  await page.getByRole('menuitem', { name: '从这行起是另一篇，这行作标题' }).click();
  const note = page.getByRole('region', { name: '刚才所做' });
  await expect(note).toContainText('第4行另起一篇');
  await page.keyboard.press('Control+z');
  await expect(note).toContainText('已撤销：第4行另起一篇');
  await page.keyboard.press('Control+z');
  await expect(note).toContainText('没有可撤销的');
  await expect(note).not.toContainText('已撤销');
});
