import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import { freePort } from './postgres.js'

/** Somebody at the sign-in service, with the claims that Microsoft Entra ID would give. */
export type ServicePerson = {
  readonly sub: string
  readonly email: string
  readonly tid?: string
  readonly oid?: string
  readonly amr?: readonly string[]
}

/** A real OpenID Connect provider on this machine, which signs in whoever the test says without asking. */
export type TestService = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who signs in next. */
  who: ServicePerson
  /** Goes where the browser is sent, as a browser would, until it is sent back: the address that it comes back with. */
  readonly visit: (address: string) => Promise<string>
  readonly close: () => Promise<void>
}

const client = { clientId: 'frankpledge', clientSecret: 'a-secret-of-the-test-client' }

/** Starts the service for one site. */
export async function startSignInService(publicUrl: string, who: ServicePerson): Promise<TestService> {
  const port = await freePort()
  const issuer = `http://localhost:${port}`
  const state = { who }
  const provider = new Provider(
    issuer,
    configuration(publicUrl, () => state.who),
  )
  const answer = provider.callback()
  const server = createServer((request, response) => {
    const isAsking = request.url?.startsWith('/ask/')
    const done = isAsking ? approve(provider, state.who, { request, response }) : answer(request, response)
    done.catch(() => response.writeHead(500).end())
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  return {
    issuer,
    ...client,
    get who() {
      return state.who
    },
    set who(next) {
      state.who = next
    },
    visit: (address) => visited(address, publicUrl),
    close: () => closed(server),
  }
}

function configuration(publicUrl: string, who: () => ServicePerson): Configuration {
  return {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${publicUrl}/sign-in/provider/done`],
        post_logout_redirect_uris: [`${publicUrl}/sign-in`],
      },
    ],
    claims: { openid: ['sub', 'tid', 'oid', 'amr', 'email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/ask/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...who(), sub }) }),
    cookies: { keys: ['a key for the tests'] },
  }
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse }

/** Says yes to whatever is asked, for whoever is to sign in. */
async function approve(
  provider: Provider,
  { sub, amr }: ServicePerson,
  { request, response }: Exchange,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, {
      login: { accountId: sub, ...(amr && { amr: [...amr] }) },
    })
    return
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? sub, clientId: String(params.client_id) })
  grant.addOIDCScope('openid')
  await provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}

async function visited(address: string, publicUrl: string): Promise<string> {
  const cookies = new Map<string, string>()
  let next = address
  for (let step = 0; step < 10; step += 1) {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`The service answers ${answer.status}: ${await answer.text()}`)
    next = new URL(to, next).href
    if (next.startsWith(publicUrl)) return next
  }
  throw new Error('The service leads nowhere')
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
}
