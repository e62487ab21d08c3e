/** A page that was read off a file's name is told as inferred with the name and the day, until the reader confirms them. */
import { expect, test } from '../e2e/app';
import { dropFile } from '../e2e/drop-file';
import { expectNoBarriers, whenReady } from '../importing/barriers';

test('the head names an inferred page with the other inferred facts; confirmed together they are said no more, and undo infers them again', async ({
  app: { page },
}, info) => {
  await whenReady(page);
  await dropFile(page, '南乡晨报_20250322_05.txt', '古村邮路重开\n本报记者 邹雨石\n\n云脚村迎来了停运六年的邮政班车，村民都来看。\n');
  const title = page.getByRole('button', { name: /^南乡晨报/ });
  await expect(title).toContainText('第5版');
  await expect(title).toContainText('报名、日期、版次据文件名');
  await page.screenshot({ path: info.outputPath('inferred.png') });
  await title.press('Enter');
  const dialog = page.getByRole('dialog', { name: '报名与日期' });
  await expect(dialog).toContainText('第5版据文件名');
  await page.screenshot({ path: info.outputPath('dialog.png') });
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: '确认无误' }).click();
  await expect(dialog).toBeHidden();
  await expect(title).not.toContainText('据文件名');
  await expect(title).toContainText('第5版');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toContainText('报名、日期、版次据文件名');
});
