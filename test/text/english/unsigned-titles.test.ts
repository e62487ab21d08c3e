import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import type { ParsedArticle } from '../../../src-main/contract/parsed';
import { isEnglishByline, isSalutation, isSignedWithPlace } from '../../../src-main/text/english/authors';
import { isPictureCredit } from '../../../src-main/text/english/picture-credits';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function storiesOf(text: string): readonly ParsedArticle[] {
  const { articles } = parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
  return articles.filter(({ kind }) => kind !== 'furniture');
}

/** Lines as an extractor gives them: no blank ones, titles in the letters of a sentence, columns of some forty characters. */
const page = `HARBOURS
Pilots learn to read the river again
Old hands go out with the young ones as
sandbanks move faster than the charts
By NORA VANE in Eastmouth
nora.vane@eastmouthpost.example
The pilot boat leaves at five, when the
tide is low enough to show where the
sand has gone overnight.
Some of the younger pilots had never
looked at it. They steered by the chart
and by the echo sounder.
Old notebooks
For forty years the pilots of Eastmouth
wrote down every bank they touched, and
the notebooks are still in the office.
"They are better than the satellite,"
said Harbour Master Tom Ruddle, who has
read all thirty of them.
Tom Ruddle with the oldest notebook in
the pilot office at Eastmouth.
IDA KROLL / EASTMOUTH POST
Bakers ask for
cheaper flour
The bakers of the county have written to
the minister about the price of flour,
which has doubled since the harvest.
They want the duty on it to be lifted
until next summer.
BRIEFS
EASTMOUTH
Cinema to stay open
About three hundred people have bought
shares in the old cinema, which will
stay open under a new name.
TARN
Bridge closed for a week
Some of the bolts in the swing bridge
have to be replaced. Cyclists may use
the ferry for nothing.
Children fly kites from the dunes near
Marram on Sunday, the windiest day of
the year so far.
PAUL ABEL / EASTMOUTH POST
`;

describe('a wrapped page without a blank line, its titles in the letters of a sentence', () => {
  const stories = storiesOf(page);

  it('has each story under its title, be it signed or not, on one line or two', () => {
    expect(stories.map(({ headline }) => headline)).toEqual([
      'Pilots learn to read the river again',
      'Bakers ask for cheaper flour',
      'Cinema to stay open',
      'Bridge closed for a week',
      null,
    ]);
  });

  it('tells what stands over a title, the deck below it, and who wrote it where', () => {
    expect(stories[0]).toMatchObject({
      kicker: 'HARBOURS',
      deck: 'Old hands go out with the young ones as sandbanks move faster than the charts',
      byline: 'By NORA VANE in Eastmouth nora.vane@eastmouthpost.example',
    });
  });

  it('keeps a few words between paragraphs in their story', () => {
    const subheads = stories.map(({ paragraphs }) => paragraphs.filter(({ role }) => role === 'subhead').map(({ text }) => text));
    expect(subheads).toEqual([['Old notebooks'], [], [], [], []]);
  });

  it('parts paragraphs where the next word would have had room', () => {
    expect(stories[0]!.paragraphs.filter(({ role }) => role === 'body').map(({ text }) => text.slice(0, 14))).toEqual([
      'The pilot boat',
      'Some of the yo',
      'For forty year',
      '"They are bett',
    ]);
  });

  it('gives a picture to the story that names the same people, and lets any other stand by itself', () => {
    const captions = stories.map(({ paragraphs }) =>
      paragraphs.filter(({ role }) => role === 'caption').map(({ text }) => text.slice(0, 10)),
    );
    expect([captions[0], captions[3], captions[4]]).toEqual([['Tom Ruddle'], [], ['Children f']]);
    expect([stories[0]!.credit, stories[4]!.credit]).toEqual(['IDA KROLL / EASTMOUTH POST', 'PAUL ABEL / EASTMOUTH POST']);
  });

  it('names the places in a row of briefs', () => {
    expect(stories.slice(2, 4).map(({ column, locality }) => [column, locality])).toEqual([
      ['BRIEFS', 'EASTMOUTH'],
      [null, 'TARN'],
    ]);
  });
});

it('finds no title in a text whose sentences break off before names, small words and marks', () => {
  const text = `The council of the old town met in the
hall on Monday to hear what the people of
Saltmarsh had to say about the new road.
The road, which was planned by Hargreave
Brothers, would run behind the school and
over the fields that belong to the abbey.
Nobody from the firm of
Hargreave had come, and the letter that it
had sent was read out by the clerk, who
did not look up from it.
The council will vote on the road again in
the spring, when the surveyor is back.`;
  expect(storiesOf(text).flatMap(({ headline, paragraphs }) => [headline, ...paragraphs.filter(({ role }) => role !== 'body')])).toEqual([
    null,
  ]);
});

describe('letters and signed pieces', () => {
  it('a letter is under its own title and keeps whom it is to and who signed it', () => {
    const stories = storiesOf(`LETTERS
Leave the bell alone
Dear Editor,
The bell of the market hall has rung at
six since my grandmother was a girl, and
nobody ever overslept because of it.
Alma Petrie, Weston
Thanks to a diver
Dear Editor,
I dropped my ring from the pier and a man
whom I had never seen went in after it in
all his clothes.
Ruth Okoro, Marram
`);
    expect(stories.map(({ column, headline }) => [column, headline])).toEqual([
      ['LETTERS', 'Leave the bell alone'],
      [null, 'Thanks to a diver'],
    ]);
    expect(stories.map(({ paragraphs }) => [paragraphs[0]!.text, paragraphs.at(-1)!.text])).toEqual([
      ['Dear Editor,', 'Alma Petrie, Weston'],
      ['Dear Editor,', 'Ruth Okoro, Marram'],
    ]);
  });

  it('a note on the author ends what he wrote', () => {
    const stories = storiesOf(`The case for slower trains

By Clara Whitcombe

On a slow train the country has time to change outside the window, and so has the passenger within.

Clara Whitcombe is a writer who lives in Eastmouth.

The case against

By Owen Marsh

A train that is slow is late, and one that is late has to be waited for in the rain by those who can least afford it.

The author is a lecturer in transport at the college.
`);
    expect(stories.map(({ headline, credit }) => [headline, credit])).toEqual([
      ['The case for slower trains', 'Clara Whitcombe is a writer who lives in Eastmouth.'],
      ['The case against', 'The author is a lecturer in transport at the college.'],
    ]);
  });
});

describe('lines that say what they are', () => {
  it.each([
    'LEI JUN / FOR LANXI POST',
    'Ruth Osgood/The Sentinel',
    'Photo: K.Y. Cheung',
    'Photo by Dot Haskell',
    'Courtesy of the Harlow Family',
  ])('who took the picture: %s', (line) => {
    expect(isPictureCredit(line)).toBe(true);
  });

  it.each(['By Marcus Threlkeld | The Prairie Ledger', 'Photo exhibition opens in the hall', 'Rovers/United 2-1', 'and/or the county'])(
    'and not: %s',
    (line) => {
      expect(isPictureCredit(line)).toBe(false);
    },
  );

  it('where an author wrote from, whom a letter is to, who signed it', () => {
    expect(['By QIN MORAN in Wuhe, Donghai', 'By the river in Wuhe'].map(isEnglishByline)).toEqual([true, false]);
    expect(['Dear Editor,', 'Sir:', 'Dear me', 'Editor'].map(isSalutation)).toEqual([true, true, false, false]);
    expect(['Alma Petrie, Weston', 'Weston, Marram', 'He came home, Weston'].map(isSignedWithPlace)).toEqual([true, false, false]);
  });
});

it('a list of sections with their pages is no article', () => {
  const stories = storiesOf(`Ferry fares to rise

By Owen Marsh

Fares on the ferry will rise by a tenth in the spring, the company said, as the price of fuel has not come down.

INDEX
Business B4
Classified C5
Obituaries B6
`);
  expect(stories.map(({ headline }) => headline)).toEqual(['Ferry fares to rise']);
  expect(JSON.stringify(stories)).not.toContain('Classified');
});
