/** The import rule of the house (ARCHITECTURE.md): who may know whom. */
const forbid = (name, from, to, comment, extra = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to, ...extra },
});

const PURE = '^server/(community|governance|record)/';
/** Everything in the house except the named rooms. */
const allBut = (...rooms) => `^(?!(${rooms.join('|')}))(server|federation|views)/`;

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    forbid(
      'pure-knows-only-pure',
      PURE,
      allBut('server/(community|governance|record)/'),
      'The decisions know no stores, no wire, no web.',
    ),
    {
      name: 'pure-does-no-io',
      severity: 'error',
      comment:
        'No I/O, clock, driver or Express in a decision. node:crypto is allowed for hashing alone, canonicalize for canonical JSON, @noble/curves for signatures that Node cannot check.',
      from: { path: PURE },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: '^(node:)?crypto$|node_modules/(zod|canonicalize|@noble/curves)',
      },
    },
    forbid(
      'actions',
      '^server/actions/',
      allBut('server/(actions|community|governance|record|ports)/', 'server/(clock|log|loop|recently-used).ts'),
      'Actions know decisions and ports.',
    ),
    forbid(
      'ports',
      '^server/ports/',
      allBut('server/(ports|community|governance|record)/'),
      'Ports are types over types.',
    ),
    forbid(
      'stores',
      '^server/stores/',
      allBut('server/(stores|ports|community|governance|record|database)/', 'server/recently-used.ts'),
      'A store knows its port and the database.',
    ),
    forbid(
      'effects',
      '^server/effects/',
      allBut(
        'server/(effects|ports|actions|community|governance|record)/',
        'federation/(send|vocabulary)/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'Effects carry out what was decided.',
    ),
    forbid(
      'media',
      '^server/media/',
      allBut('server/(media|ports|community)/'),
      'Files and pictures are machinery behind a port.',
    ),
    forbid(
      'mail',
      '^server/mail/',
      allBut('server/(mail|accounts|actions|ports|community|governance|record)/', 'views/(html.ts|words/)'),
      'Letters are written from what accounts know, in the words that pages have, and handed to a mail server behind a port.',
    ),
    forbid(
      'accounts',
      '^server/accounts/',
      allBut(
        'server/(accounts|actions|ports|community|governance|record)/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'Accounts use actions and ports.',
    ),
    forbid(
      'pages',
      '^server/pages/',
      allBut(
        'server/(pages|api|actions|accounts|ports|community|governance|record)/',
        'views/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'Pages read ports into a model and hand it to a view.',
    ),
    forbid(
      'api',
      '^server/api/',
      allBut(
        'server/(api|actions|accounts|ports|community|governance|record)/',
        'federation/vocabulary/',
        'views/words/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'What apps say becomes actions; ActivityPub’s own words for it are the vocabulary’s, those for people the pages’.',
    ),
    forbid(
      'issuer',
      '^server/issuer/',
      allBut('server/(issuer|community|governance)/', 'server/actions/secret/blind-sign.ts', 'views/'),
      'An issuer is a process by itself: it knows no database, no community’s server, no accounts.',
    ),
    forbid(
      'views',
      '^views/',
      allBut('views/', 'server/community/said.ts'),
      'Views know values only, and what a sentence of a decision is.',
    ),
    forbid(
      'views-types-only',
      '^views/',
      '^(server|federation)/',
      'Views may name a type of the decisions, never run them.',
      { dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'federation-receive',
      '^federation/receive/',
      allBut(
        'federation/(receive|signatures|fetch|vocabulary)/',
        'server/(actions|ports|community|governance|record)/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'The inbox turns wire into actions.',
    ),
    forbid(
      'federation-send',
      '^federation/send/',
      allBut(
        'federation/(send|signatures|fetch|vocabulary)/',
        'server/(ports|community|governance|record)/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'Sending knows ports and types.',
    ),
    forbid(
      'federation-serve',
      '^federation/serve/',
      allBut(
        'federation/(serve|send|signatures|vocabulary)/',
        'server/(ports|community|governance|record)/',
        'server/(clock|log|loop|recently-used).ts',
      ),
      'Serving reads ports.',
    ),
    forbid(
      'only-compose-connects',
      '^(?!server/(compose|start|operator)).*',
      '^server/compose',
      'Only the start and the operator compose the house.',
    ),
    {
      name: 'engine-stays-outside',
      severity: 'error',
      comment: 'The SSPL engine is loaded by its own process alone.',
      from: { pathNot: '^server/database/embedded/host/' },
      to: { path: 'embedded-mongodb' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
