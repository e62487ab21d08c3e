import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { portNumber, readStartCommand } from '../../src-main/hosts/command-line';
import { libraryFolder, userDataFolder } from '../../src-main/hosts/library-folder';

const folder = resolve('/home/reader/papers');

describe('what an app is started with', () => {
  test('files are meant from where the command was typed', () => {
    expect(readStartCommand(['a.txt', join('sub', 'b.txt')], folder).paths).toEqual([join(folder, 'a.txt'), join(folder, 'sub', 'b.txt')]);
  });

  test('options may stand anywhere, with or without an equals sign', () => {
    const wanted = { library: resolve(folder, 'lib'), port: 4567, open: true, paths: [join(folder, 'a.txt')] };
    expect(readStartCommand(['--library', 'lib', 'a.txt', '--port=4567', '--open'], folder)).toEqual(wanted);
    expect(readStartCommand(['--open', '--port', '4567', '--library=lib', 'a.txt'], folder)).toEqual(wanted);
  });

  test('a file may be called anything after two dashes', () => {
    expect(readStartCommand(['--', '--port', '-x.txt'], folder).paths).toEqual([join(folder, '--port'), join(folder, '-x.txt')]);
  });

  test('switches that a system adds are no files', () => {
    expect(readStartCommand(['--no-sandbox', '-psn_0_1', '--force-device-scale-factor=2', 'a.txt'], folder).paths).toEqual([
      join(folder, 'a.txt'),
    ]);
  });

  test.each(['', '-1', '65536', '99999', '80a', '0x50', '1e3', ' 80'])('%j is no port', (word) => {
    expect(() => portNumber(word)).toThrow(RangeError);
  });

  test('0 to 65535 are ports', () => {
    expect(['0', '80', '65535'].map(portNumber)).toEqual([0, 80, 65_535]);
  });
});

describe('where the library is', () => {
  test('in the folder that was named', () => {
    expect(libraryFolder(folder)).toBe(folder);
  });

  test('else in the app’s own folder, the same for every host', () => {
    expect(libraryFolder(undefined, folder)).toBe(join(folder, 'library'));
  });

  test('the app’s own folder is where each system keeps such things', () => {
    expect(userDataFolder({}, 'darwin')).toMatch(/Library.Application Support.newsroom-reader$/);
    expect(userDataFolder({ APPDATA: join('C:', 'Data') }, 'win32')).toBe(join('C:', 'Data', 'newsroom-reader'));
    expect(userDataFolder({ XDG_CONFIG_HOME: '/config' }, 'linux')).toBe(join('/config', 'newsroom-reader'));
    expect(userDataFolder({}, 'linux')).toMatch(/\.config.newsroom-reader$/);
  });
});
