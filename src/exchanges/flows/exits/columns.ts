import { ASSESSED_LEVELS } from '../../../candidacies/index.js';
import { CERTIFICATIONS, EXIT_REASONS, EXIT_SITUATIONS } from '../../../volunteers/index.js';
import {
  booleanColumn,
  codeColumn,
  CONTACT_BLOCK,
  dayColumn,
  listColumn,
} from '../../flow/index.js';
import type { RowOfColumns } from '../../flow/index.js';
import { UNIT_KEY_COLUMNS } from '../unit-block/columns.js';

/** All columns of SOR, in the order of its files (exchange.md 7.a). */
export const EXIT_COLUMNS = [
  ...UNIT_KEY_COLUMNS,
  ...CONTACT_BLOCK,
  dayColumn({
    header: 'date_sortie',
    title: 'Date de sortie',
    about: 'Jour où la personne a quitté l’unité.',
    example: '2026-11-20',
    required: true,
    isPast: true,
  }),
  booleanColumn({
    header: 'sortie_prevue',
    title: 'Sortie annoncée',
    about: 'O quand la mission locale a été prévenue avant la sortie.',
    example: 'N',
    required: true,
  }),
  codeColumn({
    header: 'motif_sortie',
    title: 'Motif de sortie',
    about: 'Motif codé, sans aucun détail médical ; un départ sans autorisation est un abandon.',
    example: 'RESILIATION_DEMANDE',
    required: true,
    isSensitive: true,
    list: EXIT_REASONS,
  }),
  booleanColumn({
    header: 'abandon',
    title: 'Abandon',
    about: 'Se déduit du motif : refusé quand il le contredit.',
    example: 'O',
  }),
  codeColumn({
    header: 'situation_sortie',
    title: 'Situation à la sortie',
    about: 'Situation de la personne le jour de la sortie.',
    example: 'SANS_SOLUTION',
    required: true,
    list: EXIT_SITUATIONS,
  }),
  booleanColumn({
    header: 'souhaite_accompagnement',
    title: 'Souhaite un accompagnement',
    about: 'O quand la personne souhaite être accompagnée par la mission locale.',
    example: 'O',
    required: true,
  }),
  listColumn({
    header: 'certifications',
    title: 'Certifications obtenues',
    about: 'Ce que la personne a obtenu pendant son service.',
    example: 'PSC1|PERMIS_B',
    list: CERTIFICATIONS,
  }),
  codeColumn({
    header: 'niveau_evalue_sortie',
    title: 'Niveau scolaire à la sortie',
    about: 'Résultat du test de l’unité à la sortie.',
    example: 'EFFICACE',
    list: ASSESSED_LEVELS,
  }),
] as const;
export type ExitRow = RowOfColumns<typeof EXIT_COLUMNS>;
