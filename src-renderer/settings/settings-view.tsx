/** Everything the reader can set, in force at once. Not for what a setting does. */
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../src-main/contract/model';
import { commandsOf } from '../app/commands';
import { useAppInfo, useChangeSettings, useSettings } from '../app/queries';
import { useGiveStatus } from '../app/status';
import { stepTypeSize, typeSizes } from '../app/use-settings-commands';
import { KeySettings } from './key-settings';
import { LibrarySettings } from './library-settings';
import './settings.css';

interface ChoiceProps<Value extends string> {
  readonly name: string;
  readonly values: readonly Value[];
  readonly value: Value;
  readonly wordOf: (value: Value) => string;
  readonly onChoose: (value: Value) => void;
}

function ChoiceRow<Value extends string>({ name, values, value, wordOf, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="settings-row">
      <legend>{name}</legend>
      <div className="settings-choices">
        {values.map((one) => (
          <label key={one} className="settings-choice">
            <input type="radio" name={name} checked={one === value} onChange={() => onChoose(one)} />
            <span>{wordOf(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface StepProps {
  readonly name: string;
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function StepRow({ name, shown, min, max, step, value, onChange }: StepProps) {
  return (
    <label className="settings-row">
      <span className="settings-name">{name}</span>
      <span className="settings-choices">
        <input
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={shown}
          onChange={(event) => onChange(Number(event.target.value))}
        />
        <output>{shown}</output>
      </span>
    </label>
  );
}

export function SettingsView() {
  const { t } = useTranslation('settings');
  const settings = useSettings();
  const host = useAppInfo().data;
  const { mutate } = useChangeSettings();
  const set = (part: Partial<Settings>) => mutate(part);
  useGiveStatus(t('title'), [], null);
  return (
    <div className="settings">
      <h1>{t('title')}</h1>
      <section>
        <h2>{t('group-look')}</h2>
        <ChoiceRow
          name={t('language')}
          values={['system', 'zh-CN', 'en']}
          value={settings.language}
          wordOf={(value) => t(`language-${value}`)}
          onChoose={(language) => set({ language })}
        />
        <ChoiceRow
          name={t('theme')}
          values={['system', 'paper', 'white', 'dark', 'contrast']}
          value={settings.theme}
          wordOf={(value) => t(`theme-${value}`)}
          onChoose={(theme) => set({ theme })}
        />
      </section>
      <section>
        <h2>{t('group-page')}</h2>
        <StepRow
          name={t('type-size')}
          shown={t('type-size-value', { value: settings.typeSize })}
          min={typeSizes[0] ?? 12}
          max={typeSizes.at(-1) ?? 32}
          step={1}
          value={settings.typeSize}
          onChange={(wanted) => {
            // Sizes go in steps that the page grid is drawn for.
            const typeSize = typeSizes.includes(wanted) ? wanted : stepTypeSize(wanted, wanted > settings.typeSize ? 1 : -1);
            set({ typeSize });
          }}
        />
        <StepRow
          name={t('measure')}
          shown={t('measure-value', { value: settings.measure })}
          min={24}
          max={40}
          step={1}
          value={settings.measure}
          onChange={(measure) => set({ measure })}
        />
        <StepRow
          name={t('line-height')}
          shown={t('line-height-value', { value: settings.lineHeight })}
          min={1.5}
          max={2.2}
          step={0.02}
          value={settings.lineHeight}
          onChange={(lineHeight) => set({ lineHeight })}
        />
        <p
          className="settings-sample"
          lang="zh-CN"
          style={{
            fontSize: settings.typeSize + 2,
            lineHeight: settings.lineHeight,
            maxInlineSize: `${settings.measure}em`,
            textAlign: settings.justify ? 'justify' : 'start',
          }}
        >
          {t('sample')}
        </p>
        <ChoiceRow
          name={t('direction')}
          values={['horizontal', 'vertical']}
          value={settings.direction}
          wordOf={(value) => t(`direction-${value}`)}
          onChoose={(direction) => set({ direction })}
        />
        <ChoiceRow
          name={t('justify')}
          values={['true', 'false']}
          value={settings.justify ? 'true' : 'false'}
          wordOf={(value) => t(`justify-${value}`)}
          onChoose={(value) => set({ justify: value === 'true' })}
        />
      </section>
      <LibrarySettings />
      <section>
        <h2>{t('group-keys')}</h2>
        <ChoiceRow
          name={t('single-keys')}
          values={['on', 'off']}
          value={settings.singleKeys ? 'on' : 'off'}
          wordOf={(value) => t(`single-keys-${value}`)}
          onChoose={(value) => set({ singleKeys: value === 'on' })}
        />
        <p className="settings-note">{t('single-keys-note')}</p>
        <KeySettings settings={settings} offered={commandsOf(host)} onChange={(keys) => set({ keys })} />
      </section>
    </div>
  );
}
