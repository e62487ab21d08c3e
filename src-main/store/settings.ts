/** Preferences and small facts about the library itself, by name. */
import type { Database } from './database';

export async function readSettings(database: Database): Promise<Record<string, unknown>> {
  const rows = await database.all<{ name: string; value: string }>('SELECT name, value FROM settings');
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]));
}

/** Names that are not given stay as they are. */
export async function writeSettings(database: Database, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await database.run(
    'INSERT INTO settings (name, value) SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE true ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    [
      JSON.stringify(
        Object.entries(settings)
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name, JSON.stringify(value)]),
      ),
    ],
  );
}

/** Facts about the library that no reader sees, such as whether the sample was given. */
export async function readFact(database: Database, name: string): Promise<string | undefined> {
  return (await database.get<{ value: string }>('SELECT value FROM facts WHERE name = ?', [name]))?.value;
}

export async function writeFact(database: Database, name: string, value: string): Promise<void> {
  await database.run('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [
    name,
    value,
  ]);
}
