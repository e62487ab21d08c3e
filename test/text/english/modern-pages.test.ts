import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadLanguageModel } from '../../../src-main/text/language/language-model';
import { linkJumps } from '../../../src-main/text/link-jumps';
import { isEnglishByline } from '../../../src-main/text/english/authors';
import { isEnglishRunningHead } from '../../../src-main/text/english/running-head';
import { parseBriefing } from '../../../src-main/text/parse-briefing';
import type { ParsedArticle, ParsedSource } from '../../../src-main/contract/parsed';

const language = loadLanguageModel(readFileSync(fileURLToPath(new URL('../../../resources/language-model.bin', import.meta.url))));

function read(text: string): ParsedSource {
  return parseBriefing(text, { encoding: 'utf-8', fileName: null, language });
}

function storiesOf(text: string): readonly ParsedArticle[] {
  return read(text).articles.filter(({ kind }) => kind !== 'furniture');
}

const page = `THE LAKESIDE GAZETTE
Monday, March 4, 2024
Page 1

Village Board Approves Budget After Long Debate

By JUNE SAWYER
Staff Writer

LAKESIDE - The Village Board voted 7-2 on Monday night to
approve a $12 million budget for the coming year, ending a
debate that had stretched over three meetings and drawn more than
200 residents to the hall.

Mayor Robert Klein called the vote "a hard-won compromise." He said the
plan keeps property taxes level while adding 14 fire-
fighters and a two-
year road program.

Continued on Page 4

River Festival Returns in June

By TOM ALVAREZ

The Lakeside River Festival will return June 12 after a
break, organizers said Sunday. About 40,000 people attended in
2019, when 85 boats took part.
`;

describe.each([
  ['with blank lines', page],
  ['without blank lines', page.replaceAll(/\n\n/gu, '\n')],
])('a wrapped page of an English paper %s', (_, text) => {
  it('has its stories under their titles, signed, with nothing of the head in them', () => {
    expect(storiesOf(text).map(({ headline, byline }) => [headline, byline])).toEqual([
      ['Village Board Approves Budget After Long Debate', 'By JUNE SAWYER Staff Writer'],
      ['River Festival Returns in June', 'By TOM ALVAREZ'],
    ]);
    expect(storiesOf(text).map(({ paragraphs }) => paragraphs[0]!.text.slice(0, 24))).toEqual([
      'LAKESIDE - The Village B',
      'The Lakeside River Festi',
    ]);
  });

  it('names its paper, day and page, and the page where a story goes on', () => {
    const { facts } = read(text);
    expect([facts.paper.value, facts.date.value, facts.page.value]).toEqual(['THE LAKESIDE GAZETTE', '2024-03-04', '1']);
    expect(storiesOf(text)[0]!.jump).toEqual({ from: null, to: '4' });
  });

  it('parts a broken word and keeps a compound', () => {
    expect(storiesOf(text)[0]!.paragraphs.at(-1)!.text).toMatch(/adding 14 firefighters and a two-year road program\.$/);
  });
});

describe('lines over a story', () => {
  it('a deck under a title of two lines, a section above it, authors with their office', () => {
    const [story] = storiesOf(`A4                          THE HARBOR TIMES                Tuesday, May 14, 2024

BUSINESS

Port Expansion Wins State Approval
After Years of Legal Delays

Two new piers to open by 2027; shipping firms say
the work cannot come soon enough

By Maria Lopez and Kevin O'Brien, Staff Writers

HARBOR CITY, Ore. (AP) — The state Department of Transportation on
Monday approved a $1.2 billion plan to expand the Port of Harbor
City, clearing the last hurdle for a project first proposed in
2011.

See PORT, Page A7
`);
    expect(story).toMatchObject({
      column: 'BUSINESS',
      headline: 'Port Expansion Wins State Approval After Years of Legal Delays',
      deck: 'Two new piers to open by 2027; shipping firms say the work cannot come soon enough',
      byline: "By Maria Lopez and Kevin O'Brien, Staff Writers",
      jump: { from: null, to: 'A7' },
    });
  });

  it('titles in the letters of a sentence between blank lines, an agency or an author with an office under the name', () => {
    const stories = storiesOf(`The Valley Observer
Friday, October 6, 2023 • $2.00

Firefighters contain blaze that forced hundreds from homes

ASSOCIATED PRESS

MARTINVILLE — A wildfire that forced hundreds of people from their homes was 90 percent contained on Thursday.

Apple growers fear smallest crop in a decade

Ellen Gray
Special to The Observer

Growers in the valley say a late frost has left them with the smallest apple crop in a decade.
`);
    expect(stories.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['Firefighters contain blaze that forced hundreds from homes', 'ASSOCIATED PRESS'],
      ['Apple growers fear smallest crop in a decade', 'Ellen Gray Special to The Observer'],
    ]);
  });

  it('letters with their titles, and the names under them are no titles', () => {
    const stories = storiesOf(`Letters to the Editor

Parking plan punishes shoppers

Editor: The plan to charge for parking after 6 p.m. will empty the restaurants on Main Street.

MARGARET HILL
Harbor City

Save the elms

Editor: I was saddened to read that eleven elms on Church Street are to be cut down.

JOHN BAXTER
Oak Grove
`);
    expect(stories.map(({ headline }) => headline)).toEqual(['Parking plan punishes shoppers', 'Save the elms']);
    expect(stories.map(({ paragraphs }) => paragraphs.slice(1).map(({ text }) => text))).toEqual([
      ['MARGARET HILL', 'Harbor City'],
      ['JOHN BAXTER', 'Oak Grove'],
    ]);
  });

  it('stand over an indented paragraph, one in capitals or a word of it above them', () => {
    const stories = storiesOf(`LOCAL NEWS

Ferry riders face third winter
without heated terminal
   Commuters who ride the 6:40 a.m. ferry from the point will
wait in the open for a third winter, the state said.
   A contractor walked off the job in December.

OLD MILL TO BECOME
A MUSEUM OF WOOL
   The town has bought the old mill on the river and will make
a museum of it by next summer.
`);
    expect(stories.map(({ kicker, headline }) => [kicker, headline])).toEqual([
      ['LOCAL NEWS', 'Ferry riders face third winter without heated terminal'],
      [null, 'OLD MILL TO BECOME A MUSEUM OF WOOL'],
    ]);
  });

  it('are found from who signs the story and where it was written, without a blank line anywhere', () => {
    const stories = storiesOf(`Harbour dredging put back
until next spring again
Co-op says that its boats
are grounding twice a week
Una Maguire
FISHERMEN on the west coast have
reacted with anger to news that
the dredging of the harbour has
been put back for a second year.
Three held for the leak
of a nursing exam paper
Press Trust of India
PATNA
The police on Sunday arrested
three persons, among them a
clerk of the council.
`);
    expect(stories.map(({ headline, deck, byline }) => [headline, deck, byline])).toEqual([
      ['Harbour dredging put back until next spring again', 'Co-op says that its boats are grounding twice a week', 'Una Maguire'],
      ['Three held for the leak of a nursing exam paper', null, 'Press Trust of India'],
    ]);
  });

  it('in text of one line a paragraph, over several lines too', () => {
    const stories = storiesOf(`Judge weighs ban on
cell phones in schools

Tribune News Service

SPRINGFIELD — A federal judge said Monday that he would rule by the end of the month on whether the state may ban telephones in its public schools, a question that has parted parents and teachers in every district for two years.

Two parents sued in October. Their lawyer told the judge that the ban would keep children from calling home in an emergency, and that no other state had gone as far as this one.
`);
    expect(stories.map(({ headline, byline }) => [headline, byline])).toEqual([
      ['Judge weighs ban on cell phones in schools', 'Tribune News Service'],
    ]);
  });
});

describe('what is no story', () => {
  it.each([
    'B2 | Sunday, January 21, 2024 | The Cedar Valley Tribune | STATE & REGION',
    'Page 7                 DAILY BEACON, Saturday, June 8, 2024',
    'Thursday, March 14, 2024    Vol. 131, No. 62    $2.00    Serving the county since 1893',
    '12   COMMENT            The Melbourne Examiner   Thursday, 5 September 2024',
    '2024-12-03 | The Harrow County Record | Page A06',
    'Page A4',
    'Week of June 3-9, 2021',
    'NEWS 5',
    'Friday, October 18, 2024 wimmeramail.example',
  ])('a running head: %s', (line) => {
    expect(isEnglishRunningHead(line)).toBe(true);
  });

  it.each([
    'The Valley Observer',
    'Council Delays Vote on Downtown Parking Fees',
    'In 2011, the plan was put off',
    'Chapter 7 bankruptcies rise, and the court is full',
    'Rovers Edge United 2-1',
  ])('and none: %s', (line) => {
    expect(isEnglishRunningHead(line)).toBe(false);
  });

  it('a picture’s words with who took it', () => {
    const stories = storiesOf(`${page}
Volunteers stack sandbags along Route 9 on
Tuesday afternoon. (Photo by Ken Abara/The Gazette)
`);
    const captions = stories.flatMap(({ paragraphs }) => paragraphs).filter(({ role }) => role === 'caption');
    expect(captions.map(({ text }) => text)).toEqual([
      'Volunteers stack sandbags along Route 9 on Tuesday afternoon. (Photo by Ken Abara/The Gazette)',
    ]);
  });
});

describe('a story that goes on in another file', () => {
  const front = read(`THE LAKESIDE GAZETTE
Thursday, March 14, 2024    Page A1

County Votes to Rebuild Aging Levee

By KAREN HOLT

The county board voted on Wednesday night to rebuild the levee on
the north bank, which has leaked in each of the last three springs.

Farmers along the north road told the board that they could not
wait for a second study of the bank.

See LEVEE, Page A5
`);
  const inside = read(`A5                  THE LAKESIDE GAZETTE              Thursday, March 14, 2024

RAIL
Continued from Page A1

the state department of transportation, which owns the tracks, has
said that it will inspect every crossing in the county by June.

LEVEE: Farmers say
they cannot wait
From Page A1

"We bought a second pump at Christmas," said Dale Burke, who farms
on the north road. "The bank will not last another spring."
`);

  it('is found again by the word that stands over its rest, not by whatever else comes from that page', () => {
    const rests = inside.articles.filter(({ jump }) => jump?.from === 'A1');
    expect(rests.map(({ headline }) => headline)).toEqual(['RAIL', 'LEVEE: Farmers say they cannot wait']);
    expect(linkJumps([front, inside], language).map(({ from, to }) => [from.source, to.source, to.article])).toEqual([
      [0, 1, rests[1]!.id],
    ]);
  });
});

it('lines of English are never taken for two columns’ by turns: they stay in the order of the file', () => {
  const lines = readFileSync(fileURLToPath(new URL('narrow-page.txt', import.meta.url)), 'utf8').split('\n');
  const printed = storiesOf(lines.join('\n'))
    .flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text))
    .join(' ');
  const places = lines
    .filter((line) => line.length > 40)
    .map((line) => printed.indexOf(line.slice(0, 30)))
    .filter((place) => place >= 0);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places.length).toBeGreaterThan(15);
});

describe('who wrote it', () => {
  it.each([
    'By Marcus Threlkeld | The Prairie Ledger',
    'by Gemma Houghton  /  gemma.houghton@fenmercury.example',
    'From Chukwudi Eze, Onitsha',
    'By TUNDE ADELEKE (Ibadan) & GRACE EFFIONG (Uyo)',
  ])('%s', (line) => {
    expect(isEnglishByline(line)).toBe(true);
  });

  it.each(['by Mr. Birch', 'From Monday', 'By the river', 'from London to Paris'])('is not told by: %s', (line) => {
    expect(isEnglishByline(line)).toBe(false);
  });
});
