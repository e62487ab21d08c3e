/** A library whose file is damaged: said in plain words, left alone, and put right from a backup by the reader. */
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../e2e/app';
import { expectNoBarriers, whenReady } from '../importing/barriers';

// What cannot be answered is refused by the host, which a browser notes in its console.
test.use({ mayReportErrors: true });

test('a damaged library offers its backups, and one of them brings the papers back', async ({ app }) => {
  await whenReady(app.page);
  await app.page.getByRole('button', { name: '设置' }).click();
  await app.page.getByRole('button', { name: '现在备份' }).click();
  await expect(app.page.getByRole('list', { name: '备份，新的在前' })).toContainText('手动');
  await app.quit();
  const file = await open(join(app.library, 'library.sqlite'), 'r+');
  const { size } = await file.stat();
  // From the second page on: it still says that it is a library, and no more.
  await file.write(Buffer.alloc(size - 4096, 0x5a), 0, size - 4096, 4096);
  await file.close();

  const page = await app.start();
  await expect(page.getByRole('heading', { level: 1, name: '文库打不开' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('文库文件已损坏');
  await expectNoBarriers(page);
  await page
    .getByRole('button', { name: /^恢复 .* 的备份$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: '用这份备份替换文库？' });
  await expect(dialog).toContainText('打不开，无法清点');
  await dialog.getByRole('button', { name: '替换' }).click();
  await whenReady(page);
});
