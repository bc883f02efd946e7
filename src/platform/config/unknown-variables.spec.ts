import { VARIABLE_NAMES } from './environment.js';
import { unknownVariables } from './unknown-variables.js';

describe('variables meant for us that are none of ours', () => {
  it.each([
    ['DATABSE_URL', 'vouliez-vous écrire DATABASE_URL ?'],
    ['database_url', 'vouliez-vous écrire DATABASE_URL ?'],
    ['REDIS_URI', 'vouliez-vous écrire REDIS_URL ?'],
    ['PROT', 'vouliez-vous écrire PORT ?'],
    ['NODE_EVN', 'vouliez-vous écrire NODE_ENV ?'],
    ['FIELD_ENCRYPTON_KEYS', 'vouliez-vous écrire FIELD_ENCRYPTION_KEY ?'],
    ['SHUTDOWN_DELAY', '.env.example'],
    ['PASSERELLE_DATA', '.env.example'],
    ['DATABASE_PASSWORD', '.env.example'],
    ['METRICS_HOST', 'vouliez-vous écrire METRICS_PORT ?'],
    ['METRICS_TOKEN', '.env.example'],
  ])('%s is named, with the right name when one is near', (name, hint) => {
    const problems = unknownVariables([name]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${name} n’est pas une variable de Passerelle`);
    expect(problems[0]).toContain(hint);
  });

  it('lets the variables of the machine, of npm and of containers be', () => {
    const foreign = [
      ...['HOME', 'HOSTNAME', 'HOSTTYPE', 'PATH', 'PWD', 'OLDPWD', 'SHELL', 'LANG', 'LC_ALL'],
      ...['USER', 'LOGNAME', 'SHLVL', 'TERM', 'TZ', 'TMPDIR', 'EDITOR', 'CI', 'DISPLAY', '_'],
      ...['NODE', 'NODE_OPTIONS', 'NODE_VERSION', 'NODE_PATH', 'INIT_CWD', 'COLOR', 'YARN_VERSION'],
      ...['npm_config_cache', 'npm_package_name', 'npm_lifecycle_event', 'http_proxy', 'NO_PROXY'],
      ...['JEST_WORKER_ID', 'PASSERELLE_TEST_SERVER', 'TEST_DATABASE_URL', 'CHROMIUM_PATH'],
      ...[
        'REDIS_PORT',
        'REDIS_SERVICE_HOST',
        'REDIS_PORT_6379_TCP',
        'PASSERELLE_SERVICE_PORT_HTTP',
      ],
      ...['SSH_AUTH_SOCK', 'XDG_RUNTIME_DIR', 'DBUS_SESSION_BUS_ADDRESS', 'KUBERNETES_PORT'],
    ];
    expect(unknownVariables(foreign)).toEqual([]);
  });

  it('knows our own, and the files of the secrets only', () => {
    expect(unknownVariables(VARIABLE_NAMES)).toEqual([]);
    expect(unknownVariables(['DATABASE_URL_FILE', 'FIELD_ENCRYPTION_KEY_FILE'])).toEqual([]);
    expect(unknownVariables(['SPOOL_DIR_FILE'])).toHaveLength(1);
  });
});
