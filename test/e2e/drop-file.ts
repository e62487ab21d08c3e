/** A text file let go over the window, as a file manager does it. */
import type { Page } from '@playwright/test';

export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (file) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([file.text], file.name, { type: 'text/plain' }));
      const target = document.querySelector('main');
      for (const type of ['dragenter', 'dragover', 'drop'])
        target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    },
    { name, text },
  );
}
