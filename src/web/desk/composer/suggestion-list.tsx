import { useTranslation } from 'react-i18next';
import classes from './suggestion-list.module.css';
import type { Trigger } from './trigger.ts';
import type { Suggestion } from './use-suggestions.ts';

export const suggestionId = (id: string): string => `suggestion-${id}`;
export const SUGGESTIONS = 'suggestions';

interface Props {
  trigger: Trigger;
  suggestions: readonly Suggestion[];
  at: number;
  point: (at: number) => void;
  take: (suggestion: Suggestion) => void;
}

/** What can be put in, above the text box. The box keeps the focus and moves through this list. */
export function SuggestionList({ trigger, suggestions, at, point, take }: Props) {
  const { t } = useTranslation();
  const canned = trigger.sign === '/';
  return (
    <div className={classes.popover}>
      <p className={classes.heading}>{t(canned ? 'composer.canned' : 'composer.articles')}</p>
      {suggestions.length === 0 && (
        <p className={classes.empty}>{t(canned ? 'composer.noCanned' : 'composer.noArticles')}</p>
      )}
      <div
        id={SUGGESTIONS}
        role="listbox"
        data-desk-popover
        tabIndex={0}
        aria-label={t(canned ? 'composer.canned' : 'composer.articles')}
        className={classes.list}
      >
        {suggestions.map((suggestion, i) => (
          // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the text box (aria-activedescendant)
          <div
            key={suggestion.id}
            id={suggestionId(suggestion.id)}
            role="option"
            aria-selected={i === at}
            className={classes.suggestion}
            ref={i === at ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            onPointerDown={(event) => {
              event.preventDefault();
              take(suggestion);
            }}
            onPointerMove={() => point(i)}
          >
            <span className={classes.title}>{suggestion.title}</span>
            <span className={classes.hint}>{suggestion.hint}</span>
            <span className={classes.preview}>{suggestion.preview}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
