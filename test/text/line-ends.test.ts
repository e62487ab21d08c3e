import { describe, expect, it } from 'vitest';
import { isClosedByBrackets } from '../../src-main/text/line-ends';

describe('a text closed by brackets', () => {
  it.each(['（以当日挂牌为准）', '要不要浇水？（读者 麦满仓）', '不必再浇。（县果树站 沈亦）'])('is over: %s', (text) =>
    expect(isClosedByBrackets(text)).toBe(true),
  );

  it.each(['由县果树站（原名苗圃）', '（上）白茅渡口的灯（下）', '（县果树站'])('is not: %s', (text) =>
    expect(isClosedByBrackets(text)).toBe(false),
  );
});
