import { isIP } from 'node:net';
import { applyDecorators } from '@nestjs/common';
import { IsOptional, ValidateBy } from 'class-validator';

/** Bytes of the key that encrypts fields (AES-256). */
export const KEY_BYTES = 32;

/** Digits only, between two bounds included. */
export function WholeNumber(min: number, max: number): PropertyDecorator {
  return check(
    `doit être un nombre entier entre ${min} et ${max}`,
    (value) => /^\d{1,15}$/.test(value) && Number(value) >= min && Number(value) <= max,
  );
}

/** One of a closed list. */
export function OneOf(values: readonly string[]): PropertyDecorator {
  return check(`doit valoir ${values.join(', ')}`, (value) => values.includes(value));
}

/** Some characters, none of them blank or a control character. */
export function Words(max: number): PropertyDecorator {
  return check(
    `doit compter de 1 à ${max} caractères, sans espace`,
    (value) => value.length <= max && /^[\x21-\x7e]+$/.test(value),
  );
}

/** Address of a server, with one of the given schemes and a host. */
export function ServerUrl(...schemes: readonly string[]): PropertyDecorator {
  const forms = schemes.map((scheme) => `${scheme}://…`).join(' ou ');
  return check(`doit être une adresse complète ${forms}`, (value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    return url !== undefined && schemes.includes(url.protocol.slice(0, -1)) && url.hostname !== '';
  });
}

/** Name or address of the interface to listen on. */
export function HostName(): PropertyDecorator {
  return check(
    'doit être un nom ou une adresse IP, sans http:// ni port',
    (value) => isIP(value) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value),
  );
}

/** Address mail comes from. */
export function MailAddress(): PropertyDecorator {
  return check('doit être une adresse électronique, comme passerelle@exemple.fr', (value) =>
    /^[^\s@<>"]{1,64}@[a-z0-9][a-z0-9.-]*$/i.test(value),
  );
}

/** Path of a folder; a NUL byte cannot come from an environment, a line break is a mistake. */
export function FolderPath(): PropertyDecorator {
  return check('doit être le chemin d’un dossier', (value) => !/[\r\n]/.test(value));
}

/** 32 bytes in base64. */
export function EncryptionKey(): PropertyDecorator {
  return check(
    `doit contenir ${KEY_BYTES} octets en base64 (« openssl rand -base64 32 » en fabrique une)`,
    (value) =>
      /^[A-Za-z0-9+/]+=*$/.test(value) && Buffer.from(value, 'base64').length === KEY_BYTES,
  );
}

/**
 * Proxies in front of the service: how many, or their addresses. "true" is refused: it would
 * believe the client address that anybody writes in a header.
 */
export function ProxyTrust(): PropertyDecorator {
  return check(
    'doit être le nombre de serveurs mandataires devant Passerelle, ou la liste de leurs adresses IP (10.0.0.1,10.1.0.0/16)',
    (value) => /^\d$/.test(value) || value.split(',').every((part) => isNetwork(part.trim())),
  );
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function check(requirement: string, isRight: (value: string) => boolean): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    ValidateBy(
      {
        name: 'environmentValue',
        validator: { validate: (value) => typeof value === 'string' && isRight(value) },
      },
      { message: `$property ${requirement}.` },
    ),
  );
}
