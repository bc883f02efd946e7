import { typeset } from '../../french/index.js';
import { Alert } from './alert.js';

interface RefusedActProps {
  readonly refusal: string;
  /** Who did what last, and when. */
  readonly lastEvent: string;
}

/** Above a file that somebody could not act on: why, who came before, and that it shows what is now. */
export function RefusedAct({ refusal, lastEvent }: RefusedActProps) {
  return (
    <Alert tone="error" title="Votre action n’a pas été enregistrée">
      <p>{typeset(refusal)}</p>
      <p>{typeset(`Dernier événement du dossier : ${lastEvent}`)}</p>
      <p>
        {typeset(
          'Cette page montre le dossier tel qu’il est maintenant : relisez-le avant de recommencer.',
        )}
      </p>
    </Alert>
  );
}
