import { WORKLIST_PATH } from '../worklist/worklist-search.js';

/** Where a referral is begun. */
export const NEW_PATH = `${WORKLIST_PATH}/nouvelle`;

/** Where a prepared one is filled in. */
export function detailsPath(id: string): string {
  return `${NEW_PATH}/${id}`;
}

/** Where it is read again before it is sent. */
export function checkPath(id: string): string {
  return `${NEW_PATH}/${id}/verification`;
}

/** Where it is given up. */
export function dropPath(id: string): string {
  return `${NEW_PATH}/${id}/suppression`;
}

/** The trail above these pages. */
export const REFER_CRUMBS = [{ href: WORKLIST_PATH, label: 'Orientations' }];
