// Takes every request to /NAME/... and hands it to the function in the folder NAME, in a worker of its own.
import { serve } from 'https://deno.land/std@0.131.0/http/server.ts'
import { jwtVerify } from 'https://deno.land/x/jose@v4.14.4/index.ts'

const FOLDER = '/home/deno/functions'
const LIMITS = { memoryLimitMb: 150, workerTimeoutMs: 60_000 }
const verifies = Deno.env.get('VERIFY_JWT') === 'true'
const key = new TextEncoder().encode(Deno.env.get('JWT_SECRET'))

function answer(status: number, msg: string): Response {
  return new Response(JSON.stringify({ msg }), {
    status,
    headers: { 'Content-Type': 'application/json' },
  })
}

async function isAllowed(request: Request): Promise<boolean> {
  if (!verifies || request.method === 'OPTIONS') {
    return true
  }
  const [scheme, token] = (request.headers.get('authorization') ?? '').split(' ')
  try {
    return scheme === 'Bearer' && (await jwtVerify(token ?? '', key)) !== undefined
  } catch (refused) {
    console.error(`a token was refused: ${refused}`)
    return false
  }
}

serve(async (request: Request) => {
  if (!(await isAllowed(request))) {
    return answer(401, 'a valid token is needed')
  }
  const name = new URL(request.url).pathname.split('/')[1]
  if (!name) {
    return answer(400, 'the path names no function')
  }
  try {
    const worker = await EdgeRuntime.userWorkers.create({
      servicePath: `${FOLDER}/${name}`,
      noModuleCache: false,
      importMapPath: null,
      envVars: Object.entries(Deno.env.toObject()),
      ...LIMITS,
    })
    return await worker.fetch(request)
  } catch (failure) {
    console.error(`${name}: ${failure}`)
    return answer(500, 'the function failed')
  }
})
