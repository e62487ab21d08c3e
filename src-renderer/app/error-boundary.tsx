/** Catches what a view throws while drawing: the rest of the window stays, and the reader is told. */
import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './problem-notice.css';

interface Props {
  readonly children: ReactNode;
  /** A new value means another view: it gets its own chance. */
  readonly resetOn: string;
  readonly onShelf: () => void;
}

interface State {
  readonly failed: boolean;
  readonly resetOn: string;
}

export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, resetOn: this.props.resetOn };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.resetOn === state.resetOn ? null : { failed: false, resetOn: props.resetOn };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crashed onRetry={() => this.setState({ failed: false })} onShelf={this.props.onShelf} />;
  }
}

function Crashed({ onRetry, onShelf }: { readonly onRetry: () => void; readonly onShelf: () => void }) {
  const { t } = useTranslation('app');
  return (
    <div className="problem" role="alert">
      <h1 className="problem-what">{t('crashed')}</h1>
      <p className="problem-advice">{t('crashed-advice')}</p>
      <button type="button" className="app-button" onClick={onRetry}>
        {t('retry')}
      </button>{' '}
      <button type="button" className="app-button" onClick={onShelf}>
        {t('shelf')}
      </button>
    </div>
  );
}
