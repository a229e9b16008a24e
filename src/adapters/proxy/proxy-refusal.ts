/** How a failure at the proxy reads; undefined for another. Node's own message names the proxy, which may hold a password. */
export function proxyRefusal(error: unknown): { readonly status: number | undefined } | undefined {
  for (const one of [error, Object(error).cause]) {
    const { code, statusCode } = Object(one) as { readonly code?: unknown; readonly statusCode?: unknown }
    if (code === 'ERR_PROXY_TUNNEL') return { status: typeof statusCode === 'number' ? statusCode : undefined }
  }
  return undefined
}

/** What to do about it. @param where a host, or what stands for several */
export const proxyHint = (status: number | undefined, where: string): string =>
  status === 407
    ? 'Check user and password in HTTPS_PROXY, special characters written as %XX.'
    : `Have the proxy let ${where} through, or name it in NO_PROXY.`
