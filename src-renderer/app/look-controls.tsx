/** Type size, direction and theme as words in a row; the one that holds is underlined. */
import { useTranslation } from 'react-i18next';
import { useChangeSettings, useSettings } from './queries';
import { useTheme } from './theme';

interface Choice {
  readonly label: string;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function Choices({ name, choices }: { readonly name: string; readonly choices: readonly Choice[] }) {
  return (
    <fieldset className="look-choices" aria-label={name}>
      {choices.map(({ label, chosen, choose }) => (
        <button key={label} type="button" className="look-choice" aria-pressed={chosen} onClick={choose}>
          {label}
        </button>
      ))}
    </fieldset>
  );
}

const sizes = [
  ['type-small', 13],
  ['type-medium', 15],
  ['type-large', 18],
] as const;

export function LookControls() {
  const { t } = useTranslation('app');
  const settings = useSettings();
  const theme = useTheme(settings.theme);
  const { mutate } = useChangeSettings();
  // The size chosen with + and - belongs to the nearest of the three words.
  const nearest = sizes.reduce((best, size) =>
    Math.abs(size[1] - settings.typeSize) < Math.abs(best[1] - settings.typeSize) ? size : best,
  );
  return (
    <>
      <Choices
        name={t('type-size')}
        choices={sizes.map(([word, size]) => ({
          label: t(word),
          chosen: nearest[1] === size,
          choose: () => mutate({ typeSize: size }),
        }))}
      />
      <Choices
        name={t('direction')}
        choices={(['horizontal', 'vertical'] as const).map((direction) => ({
          label: t(direction),
          chosen: settings.direction === direction,
          choose: () => mutate({ direction }),
        }))}
      />
      <Choices
        name={t('theme')}
        choices={(['paper', 'white', 'dark'] as const).map((one) => ({
          label: t(`theme-${one}`),
          chosen: theme === one,
          choose: () => mutate({ theme: one }),
        }))}
      />
    </>
  );
}
