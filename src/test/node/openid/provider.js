// An OpenID provider for clients without users. Their names say what they may do. Usage: node provider.js PORT
import Provider from 'oidc-provider';

const port = process.argv[2];
const roles = { reader: ['reader'], editor: ['editor', 'of-another-application'], admin: ['admin'], nobody: [], brief: ['editor'] };
const clients = Object.keys(roles).map((name) => ({
  client_id: name,
  client_secret: 'secret',
  grant_types: ['client_credentials'],
  redirect_uris: [],
  response_types: [],
}));

const provider = new Provider(`http://localhost:${port}`, {
  clients,
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      // the audience is the last part of the resource that a client asks for
      getResourceServerInfo: (context, resource) => ({
        scope: '',
        audience: new URL(resource).pathname.slice(1),
        accessTokenFormat: 'jwt',
      }),
    },
  },
  extraTokenClaims: (context, token) => ({ roles: roles[token.clientId], preferred_username: `${token.clientId}@openid` }),
  ttl: { ClientCredentials: (context, token) => (token.clientId === 'brief' ? 4 : 600) },
});

provider.listen(port, () => console.log('ready'));
